package org.samenspraak.designer;

import java.util.Locale;
import java.util.Map;
import org.samenspraak.process.ModelChange;
import org.samenspraak.process.ModelSketch;
import org.samenspraak.process.ModelSketch.Part;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What differs between two versions in the reader's words: "Taak ‘Advies geven’ krijgt een termijn: advies schrijven (30 dagen)". */
@Component
class ChangeWords {

    private static final int LONGEST = 160;

    private final MessageSource messages;
    private final ChangeValues values;

    ChangeWords(MessageSource messages, ChangeValues values) {
        this.messages = messages;
        this.values = values;
    }

    /**
     * One sentence.
     *
     * @param files of the folder: whose terms the model has is seen from who calls it
     */
    String of(ModelChange change, Map<String, String> files) {
        var kind = kind(change.part());
        var name = name(change, files);
        return switch (change.what()) {
            case FILE_NEW, FILE_GONE, NEW, GONE, DRAWN, UNREADABLE -> say(key(change), kind, name);
            case NAMED -> say(key(change), kind, shortened(change.before()), shortened(change.after()));
            case SET ->
                change.setting().equals(ModelSketch.REST)
                        ? say("designer.change.rest", kind, name)
                        : say(
                                "designer.change.set"
                                        + (change.before().isEmpty()
                                                ? "-new"
                                                : change.after().isEmpty() ? "-gone" : ""),
                                kind,
                                name,
                                word("designer.setting." + change.setting(), change.setting()),
                                shortened(values.of(change, change.before(), files)),
                                shortened(values.of(change, change.after(), files)));
        };
    }

    private static String key(ModelChange change) {
        return "designer.change."
                + change.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String kind(Part part) {
        return word("designer.kind." + part.kind(), part.kind());
    }

    /** Most arrows have no name, a table has that of its file, and a text is called by what it says. */
    private String name(ModelChange change, Map<String, String> files) {
        var part = change.part();
        if (!part.name().isBlank()) {
            return shortened(part.name());
        }
        var said = part.settings();
        return switch (part.kind()) {
            case "sequenceFlow" -> say("designer.change.arrow", end(change, "from", files), end(change, "to", files));
            case "table", "form" -> whole(change, files);
            default -> shortened(said.getOrDefault("text", said.getOrDefault("content", part.id())));
        };
    }

    private String end(ModelChange change, String which, Map<String, String> files) {
        var end = change.part().settings().getOrDefault(which, "");
        return values.of(new ModelChange(change.file(), change.part(), change.what(), which, "", end), end, files);
    }

    private static String whole(ModelChange change, Map<String, String> files) {
        var name = ModelSketch.of(change.file(), files.getOrDefault(change.file(), ""))
                .name();
        return name.isBlank() ? change.part().id() : name;
    }

    private String word(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
