package org.samenspraak.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * What models read that nobody says: a case stops at such a condition, for whoever does the task before it. A trajectory with a step
 * or a message that brings facts of its own is not judged, since what these say is known when they run.
 */
@Component
public class FactCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_A_LOOP =
            Set.of(Facts.ITEM, "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");
    private static final Set<String> BRINGS = Set.of("messageEventDefinition", "receiveTask");

    private final StepBeans steps;

    FactCheck(StepBeans steps) {
        this.steps = steps;
    }

    /** @param files those of a trajectory, by name; what can't be read has its finding elsewhere */
    public List<Finding> check(Map<String, String> files) {
        var said = new Said(new HashSet<>(OF_A_LOOP), new HashSet<>());
        var models = files.keySet().stream()
                .filter(file -> file.endsWith(".bpmn"))
                .flatMap(file -> read(file, files.getOrDefault(file, "")))
                .toList();
        files.forEach((file, content) -> {
            if (file.endsWith(".form")) {
                fields(content, said);
            }
        });
        models.forEach(model -> model.elements().forEach(element -> names(element, said.facts())));
        var brings = models.stream().flatMap(model -> model.elements().stream()).anyMatch(this::bringsFacts);
        return brings
                ? List.of()
                : models.stream()
                        .flatMap(model -> unknown(model, said).stream())
                        .toList();
    }

    private static Stream<Model> read(String file, String content) {
        return Xml.read(file, content.getBytes(StandardCharsets.UTF_8), new Findings(file)).stream()
                .map(root -> new Model(
                        file,
                        Xml.all(root).stream()
                                .filter(element -> !Allowed.isDrawing(element))
                                .toList()));
    }

    private static void fields(String form, Said said) {
        try {
            fields(JSON.readTree(form), said);
        } catch (JsonProcessingException unreadable) {
            said.answers().clear();
        }
    }

    private static void fields(JsonNode parent, Said said) {
        for (var field : parent.path("components")) {
            var fact = "yes".equals(field.path("properties").path("fact").asText());
            (fact ? said.facts() : said.answers()).add(field.path("key").asText());
            fields(field, said);
        }
    }

    /** Where an outcome goes: of a step, a table, a called model. */
    private static void names(Element element, Set<String> facts) {
        facts.add(element.getAttributeNS(Allowed.CAMUNDA, "resultVariable"));
        if (Set.of("in", "out").contains(element.getLocalName())) {
            facts.add(element.getAttribute("target"));
        }
    }

    private boolean bringsFacts(Element element) {
        return BRINGS.contains(element.getLocalName())
                || expressions(element)
                        .flatMap(expression -> expression.calls().stream())
                        .anyMatch(call -> {
                            var step = steps.all().get(call.bean() + "." + call.step());
                            return step == null || Map.class.isAssignableFrom(step.getReturnType());
                        });
    }

    private static Stream<AllowedExpression> expressions(Element element) {
        return Stream.concat(
                        Xml.attributes(element).stream().map(attribute -> attribute.getValue()),
                        Stream.of(Xml.text(element)))
                .filter(AllowedExpression::looksLikeOne)
                .flatMap(text -> Stream.ofNullable(AllowedExpression.read(text.strip())));
    }

    private static List<Finding> unknown(Model model, Said said) {
        var findings = new Findings(model.file());
        for (var element : model.elements()) {
            expressions(element)
                    .flatMap(expression -> expression.variables().stream())
                    .distinct()
                    .filter(name -> !said.facts().contains(name))
                    .forEach(name -> findings.error(
                            element, said.answers().contains(name) ? "fact-answer" : "fact-unknown", name));
        }
        return findings.all();
    }

    private record Model(String file, List<Element> elements) {}

    /**
     * @param facts what gateways can read
     * @param answers fields that are none
     */
    private record Said(Set<String> facts, Set<String> answers) {}
}
