package org.samenspraak.designer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.ModelSketch;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Component;

/** Terms that a model names and the regulation of its trajectory does not know: a case would stop there. */
@Component
class TermFindings {

    private static final Pattern CLOCK = Pattern.compile("clock\\.(?:due|before|start)\\('([a-z0-9.-]+)'");

    private final Regulations regulations;
    private final Municipality municipality;
    private final Clock clock;

    TermFindings(Regulations regulations, Municipality municipality, Clock clock) {
        this.regulations = regulations;
        this.municipality = municipality;
        this.clock = clock;
    }

    List<Unknown> unknown(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .flatMap(file -> ModelSketch.of(file.getKey(), file.getValue()).parts().stream()
                        .flatMap(part -> terms(part).map(term -> new Unknown(file.getKey(), part.id(), term))))
                .filter(term -> !isKnown(term))
                .distinct()
                .toList();
    }

    private static Stream<String> terms(ModelSketch.Part part) {
        var settings = part.settings();
        var drawn = CLOCK.matcher(settings.getOrDefault("clock", "") + " " + settings.getOrDefault("step", ""));
        return Stream.concat(
                        Stream.ofNullable(settings.get("term")), drawn.results().map(match -> match.group(1)))
                .filter(Objects::nonNull);
    }

    private boolean isKnown(Unknown term) {
        var today = LocalDate.now(clock.withZone(municipality.zone()));
        var process = term.file().replace(".bpmn", "");
        try {
            return regulations
                    .find(regulations.inForce(process, today), term.term())
                    .isPresent();
        } catch (Refusal noneInForce) {
            return true;
        }
    }

    record Unknown(String file, String element, String term) {}
}
