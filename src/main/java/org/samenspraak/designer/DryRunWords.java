package org.samenspraak.designer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.designer.DesignChoices.Choice;
import org.samenspraak.designer.DesignChoices.Choices;
import org.samenspraak.process.DryRuns.Note;
import org.samenspraak.process.DryRuns.TaskRow;
import org.samenspraak.process.DryRuns.View;
import org.samenspraak.process.ModelParts;
import org.samenspraak.process.ModelSketch;
import org.samenspraak.process.ModelSketch.Part;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a dry run says, by the names that designers gave: facts by their question, letters, terms and groups by their name. */
@Component
class DryRunWords {

    private static final String MODEL = ".bpmn";

    private final Workbench workbench;
    private final DesignChoices choices;
    private final ModelParts steps;
    private final ModelRules rules;
    private final Regulations regulations;
    private final MessageSource messages;

    DryRunWords(
            Workbench workbench,
            DesignChoices choices,
            ModelParts steps,
            ModelRules rules,
            Regulations regulations,
            MessageSource messages) {
        this.workbench = workbench;
        this.choices = choices;
        this.steps = steps;
        this.rules = rules;
        this.regulations = regulations;
        this.messages = messages;
    }

    /** The values of the regulation that cases of this model would follow, as forms read them. */
    Map<String, Object> rules(String folder, String process) {
        return rules.of(workbench.draft(folder), process + MODEL).stream()
                .findFirst()
                .<Map<String, Object>>map(held -> Map.of("regulation", regulations.facts(held)))
                .orElse(Map.of());
    }

    Words of(String folder, View view) {
        var facts = new TreeMap<String, String>();
        var answers = new HashMap<String, Map<String, String>>();
        workbench.draft(folder).forEach((file, content) -> ModelSketch.of(file, content)
                .parts()
                .forEach(part -> {
                    collect(file, part, facts);
                    answers.put(part.id(), ChangeValues.choices(part.settings().getOrDefault("values", "")));
                }));
        return new Words(choices.of(folder, view.run().model() + MODEL), choices::name, this::outcome, facts, answers);
    }

    private void collect(String file, Part part, Map<String, String> facts) {
        var said = part.settings();
        var result = said.getOrDefault("result", "");
        if ("yes".equals(said.get("fact"))) {
            facts.put(part.id(), part.name());
        } else if (file.endsWith(MODEL) && !result.isEmpty()) {
            facts.put(result, say("designer.dry.result", part.name()));
            steps.steps().stream()
                    .filter(step -> said.getOrDefault("step", "").startsWith("${" + step.id() + "("))
                    .forEach(step -> facts.put("answer:" + step.id(), say("designer.dry.answer", step.name())));
        }
    }

    private String outcome(String one) {
        return String.valueOf(messages.getMessage("outcome." + one, null, one, LocaleContextHolder.getLocale()));
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /**
     * @param groupName of a group
     * @param outcome of a case that is closed, in words
     * @param facts of forms, steps and tables, by what the engine calls them
     * @param answers what people read for what is kept, by fact
     */
    record Words(
            Choices choices,
            Function<String, String> groupName,
            Function<String, String> outcome,
            Map<String, String> facts,
            Map<String, Map<String, String>> answers) {

        private static final Pattern SAID = Pattern.compile("(\\w+): ([^,)]*)");

        public String groups(TaskRow task) {
            return task.groups().stream().map(groupName).collect(Collectors.joining(", "));
        }

        public String fact(String name) {
            return facts.getOrDefault(name, name);
        }

        public String value(String fact, String value) {
            return answers.getOrDefault(fact, Map.of())
                    .getOrDefault(value, named(value).name());
        }

        /** A task that was done, with its answers as people read them. */
        public String did(Note note) {
            return SAID.matcher(note.given())
                    .replaceAll(said -> Matcher.quoteReplacement(
                            facts.containsKey(said.group(1))
                                    ? fact(said.group(1)) + " " + value(said.group(1), said.group(2))
                                    : said.group()));
        }

        /** What can be said, in the order of the words. */
        public List<Option> said() {
            return facts.entrySet().stream()
                    .map(fact -> new Option(fact.getKey(), fact.getValue()))
                    .sorted((one, other) -> one.text().compareToIgnoreCase(other.text()))
                    .toList();
        }

        /** What a step was given: each by its name, with the way to it. */
        public List<Choice> given(Note note) {
            return Arrays.stream(note.given().split(","))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .map(this::named)
                    .toList();
        }

        private Choice named(String one) {
            return Stream.of(choices.letters(), choices.groups(), choices.terms(), choices.forms())
                    .flatMap(List::stream)
                    .filter(choice -> choice.value().equals(one))
                    .findFirst()
                    .orElseGet(() -> new Choice(one, outcome.apply(one), "", ""));
        }
    }

    record Option(String value, String text) {}
}
