package org.samenspraak.designer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.ModelSketch;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Component;

/** Which regulations say how long the terms of a model are: those of the trajectories that it is, or that call it. */
@Component
class ModelRules {

    private static final String ENDING = ".bpmn";

    private final Regulations regulations;
    private final Municipality municipality;
    private final Clock clock;

    ModelRules(Regulations regulations, Municipality municipality, Clock clock) {
        this.regulations = regulations;
        this.municipality = municipality;
        this.clock = clock;
    }

    /**
     * Those that hold today, each once.
     *
     * @param files of the folder
     * @param file of the model
     */
    List<RegulationId> of(Map<String, String> files, String file) {
        var begun = new LinkedHashSet<String>();
        collect(files, file, new LinkedHashSet<>(), begun);
        return begun.stream()
                .flatMap(trajectory -> inForce(trajectory.replace(ENDING, "")).stream())
                .distinct()
                .toList();
    }

    /** A trajectory has a code for its cases; what nobody calls is looked at as one too. */
    private static void collect(Map<String, String> files, String file, Set<String> seen, Set<String> begun) {
        if (!seen.add(file)) {
            return;
        }
        var callers = files.keySet().stream()
                .filter(other -> other.endsWith(ENDING) && calls(other, files.getOrDefault(other, ""), file))
                .toList();
        if (callers.isEmpty() || settings(file, files.getOrDefault(file, "")).anyMatch(it -> it.containsKey("code"))) {
            begun.add(file);
        }
        callers.forEach(caller -> collect(files, caller, seen, begun));
    }

    private static boolean calls(String caller, String content, String called) {
        return settings(caller, content).anyMatch(it -> called.equals(it.getOrDefault("called", "") + ENDING));
    }

    private static Stream<? extends Map<String, String>> settings(String file, String content) {
        return ModelSketch.of(file, content).parts().stream().map(ModelSketch.Part::settings);
    }

    private Optional<RegulationId> inForce(String trajectory) {
        try {
            return Optional.of(regulations.inForce(trajectory, LocalDate.now(clock.withZone(municipality.zone()))));
        } catch (Refusal noneInForce) {
            return Optional.empty();
        }
    }
}
