package org.samenspraak.designer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.samenspraak.process.ModelChange;
import org.samenspraak.process.ModelParts;
import org.samenspraak.process.ModelSketch;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a setting says, as people call it: a form, a group, a term or a step by its name, and yes or no in the reader's language. */
@Component
class ChangeValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Settings that name another file of the trajectory, with its ending. */
    private static final Map<String, String> FILES =
            Map.of("form", ".form", "start_form", ".form", "data", ".form", "table", ".dmn", "called", ".bpmn");

    private static final Set<String> GROUPS = Set.of("groups", "started_by");

    /** Settings that name something in the same model. */
    private static final Set<String> PARTS = Set.of("from", "to", "default", "attached", "not_by", "message");

    private final DesignChoices choices;
    private final ModelParts steps;
    private final ModelRules rules;
    private final Regulations regulations;
    private final ParameterTexts parameters;
    private final MessageSource messages;

    ChangeValues(
            DesignChoices choices,
            ModelParts steps,
            ModelRules rules,
            Regulations regulations,
            ParameterTexts parameters,
            MessageSource messages) {
        this.choices = choices;
        this.steps = steps;
        this.rules = rules;
        this.regulations = regulations;
        this.parameters = parameters;
        this.messages = messages;
    }

    /** @param files of the folder, to find names in */
    String of(ModelChange change, String value, Map<String, String> files) {
        var setting = change.setting();
        var content = files.getOrDefault(change.file(), "");
        if (value.isEmpty()) {
            return value;
        }
        if (setting.equals("term")) {
            return term(rules.of(files, change.file()), value);
        }
        if (setting.equals("values")) {
            return options(value);
        }
        if (FILES.containsKey(setting)) {
            return each(value, one -> named(one, one + FILES.get(setting), files));
        }
        if (GROUPS.contains(setting)) {
            return each(value, one -> word("starter." + one, choices.name(one)));
        }
        if (PARTS.contains(setting)) {
            return each(value, one -> part(change.file(), content, one));
        }
        return word(setting + "." + value.strip().replace(' ', '-'), word(value.strip(), step(value)));
    }

    private static String each(String value, UnaryOperator<String> word) {
        return Arrays.stream(value.split(",")).map(String::strip).map(word).collect(Collectors.joining(", "));
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

    private static String options(String value) {
        var choices = choices(value);
        return choices.isEmpty() ? value : String.join(", ", choices.values());
    }

    /** The fixed choices of a question: what people read, by what is kept. */
    static Map<String, String> choices(String values) {
        var choices = new LinkedHashMap<String, String>();
        try {
            JSON.readTree(values).forEach(option -> {
                var kept = option.path("value").asText();
                choices.put(kept, option.path("label").asText(kept));
            });
        } catch (JsonProcessingException unreadable) {
            return Map.of();
        }
        return choices;
    }

    private static String named(String id, String file, Map<String, String> files) {
        var name = ModelSketch.of(file, files.getOrDefault(file, "")).name();
        return name.isBlank() ? id : name;
    }

    private static String part(String file, String content, String id) {
        return ModelSketch.of(file, content).parts().stream()
                .filter(part -> part.id().equals(id) && !part.name().isBlank())
                .map(ModelSketch.Part::name)
                .findFirst()
                .orElse(id);
    }

    /** "Brief sturen: signal-received", where the whole value is one step. */
    private String step(String value) {
        return steps.steps().stream()
                .filter(step -> value.startsWith("${" + step.id() + "(") && value.endsWith(")}"))
                .findFirst()
                .map(step -> {
                    var given = value.substring(step.id().length() + 3, value.length() - 2)
                            .replace("'", "");
                    return given.isBlank() ? step.name() : step.name() + ": " + given;
                })
                .orElse(value);
    }

    private String word(String key, String otherwise) {
        return String.valueOf(
                messages.getMessage("designer.value." + key, null, otherwise, LocaleContextHolder.getLocale()));
    }
}
