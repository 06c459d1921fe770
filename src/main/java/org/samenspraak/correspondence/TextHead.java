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
 * @param kind {@code LETTER}, {@code DECISION}, {@code MAIL}, or {@code PART} for what other texts hold
 * @param decision id of the form that the decision was taken on, or none
 * @param objection which way to object it tells; the same name as the text when it says none
 * @param rules what the decision rests on: {@code conditions} for the judged conditions, and keys of the regulation
 * @param required fields it can't do without
 * @param fields of the step that sends it, or all that a mail of the office knows
 * @param partsOf the letter of the same case whose parts it repeats word for word, or none
 * @param subject fields that may stand in the title besides those of every title
 * @param link what the personal link below a mail opens, or none
 */
record TextHead(
        Kind kind,
        @Nullable String decision,
        String objection,
        List<String> rules,
        List<String> required,
        List<String> fields,
        @Nullable String partsOf,
        List<String> subject,
        @Nullable String link,
        boolean told) {

    enum Kind {
        LETTER,
        DECISION,
        MAIL,
        PART
    }

    private static final String LINE = "---\n";

    /**
     * A file as it is shipped.
     *
     * @param folder of the trajectory
     */
    record Shipped(String folder, String name, String language, TextHead head, String title, String body) {

        /** The folder of the mails that the office sends by itself, and no model. */
        private static final String OFFICE = "mails";

        String key() {
            return name + "." + language;
        }

        /** Whether the city made it: nothing came along. */
        boolean isOwn() {
            return body.isEmpty();
        }

        boolean isOfOffice() {
            return folder.equals(OFFICE);
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

    /** Of a text that the city made itself. */
    static TextHead own(String name, Kind kind, @Nullable String decision) {
        return new TextHead(kind, decision, name, List.of(), List.of(), List.of(), null, List.of(), null, false);
    }

    private static TextHead head(String name, Map<String, String> says) {
        return new TextHead(
                Kind.valueOf(says.getOrDefault("kind", "LETTER")),
                says.get("decision"),
                says.getOrDefault("objection", name),
                list(says.get("rules")),
                list(says.get("required")),
                list(says.get("fields")),
                says.get("parts-of"),
                list(says.get("subject")),
                says.get("link"),
                says.containsKey("told"));
    }

    private static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(",")).map(String::strip).toList();
    }
}
