package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model, table and form in {@code processes/} and {@code forms/} passes the model check. */
class ShippedModelsTest {

    private static final Feel FEEL = new Feel(Clock.systemUTC());
    private static final ModelCheck CHECK = new ModelCheck(new ScannedSteps(), FEEL, json -> List.of());

    static Stream<String> trajectories() throws IOException {
        try (var folders = Files.list(Path.of("processes"))) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void haveNoErrors(String trajectory) throws IOException {
        assertThat(CHECK.check(files(trajectory))).filteredOn(Finding::isError).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void haveAnEnglishNameForWhatIsShown(String trajectory) throws IOException {
        files(trajectory).forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                assertThat(Xml.all(Xml.read(name, content, new Findings(name)).orElseThrow()).stream()
                                .filter(element -> Set.of("process", "sequenceFlow")
                                                .contains(element.getLocalName())
                                        || element.getLocalName().matches(".*(Event|Task|Gateway|Activity|subProcess)"))
                                .filter(element -> !element.getAttribute("name").isBlank())
                                .filter(element -> BpmnShape.properties(element)
                                        .getOrDefault(Drawn.NAME_EN, "")
                                        .isBlank())
                                .map(element -> element.getAttribute("id")))
                        .as(name)
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void sayInEnglishWhatTheySayInDutch(String trajectory) throws IOException {
        files(trajectory).forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                assertThat(Xml.all(Xml.read(name, content, new Findings(name)).orElseThrow()).stream()
                                .filter(element -> Xml.children(element, "documentation")
                                        .findAny()
                                        .isPresent())
                                .filter(element -> BpmnShape.properties(element)
                                        .getOrDefault(Drawn.ABOUT_EN, "")
                                        .isBlank())
                                .map(element -> element.getAttribute("id")))
                        .as(name)
                        .isEmpty();
            }
        });
    }

    private static Map<String, byte[]> files(String trajectory) throws IOException {
        var files = new HashMap<String, byte[]>();
        for (var folder : List.of(Path.of("processes", trajectory), Path.of("forms", trajectory))) {
            try (var found = Files.list(folder)) {
                for (var file :
                        found.filter(it -> !it.toString().endsWith(".md")).toList()) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    @AfterAll
    static void stop() {
        FEEL.destroy();
    }
}
