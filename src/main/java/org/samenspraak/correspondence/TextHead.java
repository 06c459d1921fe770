package org.samenspraak.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a shipped text says of itself between its first lines {@code ---}; a city changes title and body, not this.
 *
 * @param kind {@code LETTER}, {@code DECISION}, or {@code PART} for what other texts hold
 * @param decision id of the form that the decision was taken on, or none
 * @param objection which way to object it tells; the same name as the text when it says none
 * @param rules what the decision rests on: {@code conditions} for the judged conditions, and keys of the regulation
 * @param required fields it can't do without
 * @param fields of the step that sends it
 * @param partsOf the letter of the same case whose parts it repeats word for word, or none
 */
record TextHead(
        Kind kind,
        @Nullable String decision,
        String objection,
        List<String> rules,
        List<String> required,
        List<String> fields,
        @Nullable String partsOf) {

    enum Kind {
        LETTER,
        DECISION,
        PART
    }

    private static final String LINE = "---\n";

    /**
     * A file as it is shipped.
     *
     * @param folder of the trajectory
     */
    record Shipped(String folder, String name, String language, TextHead head, String title, String body) {

        String key() {
            return name + "." + language;
        }
    }

    /** @throws IllegalStateException when the file doesn't begin with its properties, or lacks one */
    static Shipped read(String folder, String name, String language, String file) {
        var text = file.replace("\r\n", "\n");
        int end = text.indexOf("\n" + LINE, LINE.length());
        if (!text.startsWith(LINE) || end < 0) {
            throw new IllegalStateException(name + ": no properties between two lines ---");
        }
        var says = new HashMap<String, String>();
        text.substring(LINE.length(), end).lines().forEach(line -> {
            var parts = line.split(":", 2);
            says.put(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "");
        });
        var title = Objects.requireNonNull(says.get("title"), () -> name + " has no title");
        return new Shipped(
                folder,
                name,
                language,
                head(name, says),
                title,
                text.substring(end + 1 + LINE.length()).strip());
    }

    private static TextHead head(String name, Map<String, String> says) {
        return new TextHead(
                Kind.valueOf(says.getOrDefault("kind", "LETTER")),
                says.get("decision"),
                says.getOrDefault("objection", name),
                list(says.get("rules")),
                list(says.get("required")),
                list(says.get("fields")),
                says.get("parts-of"));
    }

    private static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(",")).map(String::strip).toList();
    }
}
