package org.samenspraak.designer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.process.FactCheck;
import org.samenspraak.process.ModelSketch;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Trajectory;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Component;

/**
 * What stands in the way of publishing beside the model check: a term or value that the regulation of its trajectory does not know, an
 * answer of a field that is not there or a fact that nobody says, where a case would stop; an id or a code that is another trajectory's.
 */
@Component
class OfficeFindings {

    private static final String ENDING = ".bpmn";
    private static final Pattern VALUE = Pattern.compile("regulation\\.value\\(\\s*'([^']*)'\\s*\\)");
    private static final Pattern ANSWER =
            Pattern.compile("answers\\.value\\(\\s*'([^']*)'\\s*,\\s*'([^'.]*)[^']*'\\s*\\)");
    private static final Pattern CLOCK = Pattern.compile("clock\\.(?:due|before|start)\\('([a-z0-9.-]+)'");

    /** Of a clock until a day that a case has of its own a regulation only says what happens around that day. */
    private static final List<String> UNTIL_A_DAY = List.of(".next-working-day", ".by-hand");

    private final Regulations regulations;
    private final ModelRules rules;
    private final Processes processes;
    private final FactCheck facts;

    OfficeFindings(Regulations regulations, ModelRules rules, Processes processes, FactCheck facts) {
        this.regulations = regulations;
        this.rules = rules;
        this.processes = processes;
        this.facts = facts;
    }

    List<Found> of(String folder, Map<String, String> files) {
        var taken = processes.trajectories().stream()
                .filter(other -> !files.containsKey(other.key() + ENDING))
                .collect(Collectors.toMap(Trajectory::code, Trajectory::name, (one, other) -> one));
        var unsaid =
                facts.check(files).stream().map(it -> new Found(it.file(), it.element(), it.messageKey(), it.args()));
        var others = files.keySet().stream()
                .filter(file -> file.endsWith(ENDING))
                .flatMap(file -> Stream.concat(owned(folder, file), of(files, file, taken)));
        return Stream.concat(others, unsaid).distinct().toList();
    }

    private Stream<Found> owned(String folder, String file) {
        return processes.owner(file.replace(ENDING, ""), folder).stream()
                .map(owner -> new Found(file, file, "designer.finding.owned", List.of(owner)));
    }

    private Stream<Found> of(Map<String, String> files, String file, Map<String, String> taken) {
        var held = rules.of(files, file);
        return ModelSketch.of(file, files.getOrDefault(file, "")).parts().stream()
                .flatMap(part -> Stream.of(
                                code(file, part, taken),
                                terms(file, part, held),
                                values(file, part, held),
                                answers(file, part, files))
                        .flatMap(found -> found));
    }

    private static Stream<Found> code(String file, ModelSketch.Part part, Map<String, String> taken) {
        return Stream.ofNullable(part.settings().get("code"))
                .filter(taken::containsKey)
                .map(code -> new Found(
                        file, part.id(), "designer.finding.code", List.of(code, String.valueOf(taken.get(code)))));
    }

    private Stream<Found> terms(String file, ModelSketch.Part part, List<RegulationId> held) {
        return terms(part)
                .filter(term -> !held.stream().allMatch(regulation -> isKnown(regulation, term)))
                .map(term -> new Found(file, part.id(), "designer.finding.term", List.of(term)));
    }

    private static Stream<String> terms(ModelSketch.Part part) {
        var settings = part.settings();
        var drawn = CLOCK.matcher(settings.getOrDefault("clock", "") + " " + settings.getOrDefault("step", ""));
        return Stream.concat(
                        Stream.ofNullable(settings.get("term")), drawn.results().map(match -> match.group(1)))
                .filter(Objects::nonNull);
    }

    private Stream<Found> values(String file, ModelSketch.Part part, List<RegulationId> held) {
        return calls(part, VALUE)
                .map(call -> call.group(1))
                .filter(key -> held.stream()
                        .anyMatch(
                                regulation -> regulations.find(regulation, key).isEmpty()))
                .map(key -> new Found(file, part.id(), "designer.finding.value", List.of(key)));
    }

    /** An answer is read from a form of the trajectory, by a key that stands in it. */
    private static Stream<Found> answers(String file, ModelSketch.Part part, Map<String, String> files) {
        return calls(part, ANSWER)
                .filter(call -> !files.getOrDefault(call.group(1) + ".form", "").contains('"' + call.group(2) + '"'))
                .map(call ->
                        new Found(file, part.id(), "designer.finding.answer", List.of(call.group(2), call.group(1))));
    }

    private static Stream<MatchResult> calls(ModelSketch.Part part, Pattern step) {
        return part.settings().values().stream()
                .flatMap(text -> step.matcher(text).results());
    }

    private boolean isKnown(RegulationId regulation, String term) {
        return Stream.concat(Stream.of(term), UNTIL_A_DAY.stream().map(ending -> term + ending))
                .anyMatch(key -> regulations.find(regulation, key).isPresent());
    }

    /** @param element its id; the process where the whole model is meant */
    record Found(String file, String element, String messageKey, List<Object> args) {}
}
