package org.samenspraak.designer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.samenspraak.process.ModelChange;
import org.samenspraak.process.ModelSketch;
import org.samenspraak.process.ModelSketch.Part;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What differs between two versions in the reader's words: "Taak ‘Advies geven’ krijgt een termijn: advies schrijven (30 dagen)". */
@Component
class ChangeWords {

    private static final int LONGEST = 160;

    private final MessageSource messages;
    private final Regulations regulations;
    private final ParameterTexts parameters;
    private final ModelRules rules;

    ChangeWords(MessageSource messages, Regulations regulations, ParameterTexts parameters, ModelRules rules) {
        this.messages = messages;
        this.regulations = regulations;
        this.parameters = parameters;
        this.rules = rules;
    }

    /**
     * One sentence.
     *
     * @param files of the folder: whose terms the model has is seen from who calls it
     */
    String of(ModelChange change, Map<String, String> files) {
        var kind = kind(change.part());
        var name = name(change.part());
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
                                value(change, change.before(), files),
                                value(change, change.after(), files));
        };
    }

    private static String key(ModelChange change) {
        return "designer.change."
                + change.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String kind(Part part) {
        return word("designer.kind." + part.kind(), part.kind());
    }

    private static String name(Part part) {
        return part.name().isBlank() ? part.id() : shortened(part.name());
    }

    private String value(ModelChange change, String value, Map<String, String> files) {
        return change.setting().equals("term") && !value.isEmpty()
                ? term(rules.of(files, change.file()), value)
                : shortened(value);
    }

    /** A term by its name, with how long it is in the regulation of today. */
    private String term(List<RegulationId> held, String term) {
        var name = parameters.name(term);
        return held.stream()
                .flatMap(regulation -> regulations.find(regulation, term).stream())
                .findFirst()
                .map(it -> name + " (" + parameters.value(it) + ")")
                .orElse(name);
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
