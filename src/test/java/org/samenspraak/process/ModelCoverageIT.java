package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Every node and flow of every shipped model is passed by some test. Runs after the process tests of the same build. */
class ModelCoverageIT {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "sequenceFlow");

    static Stream<Path> models() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void isPassedByTests(Path model) throws IOException {
        assertThat(missing(model))
                .as("nodes and flows of " + model + " that no test passes")
                .isEmpty();
    }

    private static Set<String> missing(Path model) throws IOException {
        var root = Xml.read(model.toString(), Files.readAllBytes(model), new Findings(model.toString()))
                .orElseThrow();
        var process = Xml.all(root).stream()
                .filter(it -> "process".equals(it.getLocalName()))
                .findFirst()
                .orElseThrow();
        var missing = new TreeSet<String>();
        var waits = Xml.all(process).stream()
                .filter(element -> "eventBasedGateway".equals(element.getLocalName()))
                .map(element -> element.getAttribute("id"))
                .collect(Collectors.toSet());
        Xml.all(process).stream()
                .filter(element -> NODES.contains(element.getLocalName()))
                // the engine never takes the flows behind an event-based gateway: their events count
                .filter(element -> !waits.contains(element.getAttribute("sourceRef")))
                .map((Element element) -> process.getAttribute("id") + "#" + element.getAttribute("id"))
                .forEach(missing::add);
        missing.removeAll(ModelCoverage.passed());
        return missing;
    }
}
