package org.samenspraak.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * What models read that nobody says before: a case stops at such a condition, for whoever does the task before it. Facts come from
 * forms, steps, tables, called models, and from modules that start a model or tell it something, see {@link BringsFacts}.
 */
@Component
public class FactCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_A_LOOP =
            Set.of(Facts.ITEM, "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");
    private static final String CALL = "callActivity";

    private final StepBeans steps;
    private final Feel feel;
    private final ObjectProvider<BringsFacts> modules;

    FactCheck(StepBeans steps, Feel feel, ObjectProvider<BringsFacts> modules) {
        this.steps = steps;
        this.feel = feel;
        this.modules = modules;
    }

    /** @param files those of a trajectory, by name; what can't be read has its finding elsewhere */
    public List<Finding> check(Map<String, String> files) {
        var forms = new HashMap<String, Said>();
        var models = new TreeMap<String, Model>();
        var tables = new HashMap<String, Set<String>>();
        for (var file : files.entrySet()) {
            var id = file.getKey().substring(0, Math.max(0, file.getKey().lastIndexOf('.')));
            if (file.getKey().endsWith(".form")) {
                var said = form(file.getValue());
                if (said == null) {
                    return List.of();
                }
                forms.put(id, said);
            } else {
                read(file.getKey(), file.getValue()).forEach(root -> {
                    if (file.getKey().endsWith(".bpmn")) {
                        models.put(id, Model.of(file.getKey(), root));
                    } else {
                        tables.putAll(inputs(root));
                    }
                });
            }
        }
        var folder = new Folder(forms, models, tables, brought());
        return models.keySet().stream()
                .flatMap(model -> unknown(model, folder).stream())
                .toList();
    }

    private Map<String, Set<String>> brought() {
        var brought = new HashMap<String, Set<String>>();
        modules.stream().forEach(module -> module.brings()
                .forEach((by, facts) ->
                        brought.computeIfAbsent(by, key -> new HashSet<>()).addAll(facts)));
        return brought;
    }

    private static Stream<Element> read(String file, String content) {
        return Xml.read(file, content.getBytes(StandardCharsets.UTF_8), new Findings(file)).stream();
    }

    /** What a form says; none when it can't be read: then nothing can be judged. */
    private static @Nullable Said form(String content) {
        try {
            var said = new Said(new HashSet<>(), new HashSet<>());
            fields(JSON.readTree(content), said);
            return said;
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }

    private static void fields(JsonNode parent, Said said) {
        for (var field : parent.path("components")) {
            var fact = "yes".equals(field.path("properties").path("fact").asText());
            (fact ? said.facts() : said.answers()).add(field.path("key").asText());
            fields(field, said);
        }
    }

    /** Names that a table reads, by its id; not of one that builds on another table. */
    private Map<String, Set<String>> inputs(Element root) {
        return Xml.children(root, "decision")
                .filter(decision -> Xml.children(decision, "informationRequirement")
                        .findAny()
                        .isEmpty())
                .collect(Collectors.toMap(
                        decision -> decision.getAttribute("id"),
                        decision -> Xml.all(decision).stream()
                                .filter(it -> "inputExpression".equals(it.getLocalName()))
                                .flatMap(it -> Xml.children(it, "text"))
                                .flatMap(it -> feel.names(Xml.text(it)).stream())
                                .collect(Collectors.toSet()),
                        (one, other) -> one));
    }

    private List<Finding> unknown(String id, Folder folder) {
        var model = folder.model(id);
        var flow = new FactFlow(model.elements(), element -> brings(element, id, folder));
        var given = new HashSet<>(OF_A_LOOP);
        model.elements()
                .forEach(element -> parameters(element, "inputParameter").forEach(given::add));
        var findings = new Findings(model.file());
        for (var element : model.elements()) {
            var reads = reads(element, folder).collect(Collectors.toSet());
            reads.removeAll(given);
            if (!reads.isEmpty()) {
                var known = flow.before(element);
                reads.stream()
                        .filter(name -> !known.contains(name))
                        .sorted()
                        .forEach(name -> findings.error(element, why(name, flow, folder), name));
            }
        }
        return findings.all();
    }

    private static String why(String name, FactFlow flow, Folder folder) {
        if (flow.all().contains(name)) {
            return "fact-later";
        }
        return folder.forms().values().stream().anyMatch(form -> form.answers().contains(name))
                ? "fact-answer"
                : "fact-unknown";
    }

    private static Stream<String> reads(Element element, Folder folder) {
        var name = String.valueOf(element.getLocalName());
        return switch (name) {
            case "in" -> Stream.of(element.getAttribute("source")).filter(source -> !source.isEmpty());
            case "businessRuleTask" ->
                Stream.concat(
                        expressions(element).flatMap(expression -> expression.variables().stream()),
                        folder
                                .tables()
                                .getOrDefault(element.getAttributeNS(Allowed.CAMUNDA, "decisionRef"), Set.of())
                                .stream());
            default -> expressions(element).flatMap(expression -> expression.variables().stream());
        };
    }

    /** What is known once this element is done. */
    private Set<String> brings(Element element, String id, Folder folder) {
        var facts = new HashSet<String>();
        facts.addAll(folder.said(element.getAttributeNS(Allowed.CAMUNDA, "formRef")));
        Stream.concat(Stream.of(element), Xml.children(element).filter(part -> part.getLocalName()
                        .endsWith("EventDefinition")))
                .forEach(part -> {
                    facts.add(part.getAttributeNS(Allowed.CAMUNDA, "resultVariable"));
                    facts.addAll(folder.told(id, part.getAttribute("messageRef")));
                    expressions(part)
                            .flatMap(expression -> expression.calls().stream())
                            .forEach(call -> facts.addAll(says(call)));
                });
        parameters(element, "outputParameter").forEach(facts::add);
        if (CALL.equals(element.getLocalName())) {
            mapped(element, "out").forEach(out -> facts.add(out.getAttribute("target")));
        }
        if ("startEvent".equals(element.getLocalName())
                && "process".equals(element.getParentNode().getLocalName())) {
            facts.addAll(atTheStart((Element) element.getParentNode(), id, folder));
        }
        facts.remove("");
        return facts;
    }

    private static Stream<String> parameters(Element element, String way) {
        return mapped(element, "inputOutput")
                .flatMap(group -> Xml.children(group, way))
                .map(parameter -> parameter.getAttribute("name"));
    }

    private static Set<String> atTheStart(Element process, String id, Folder folder) {
        var facts = new HashSet<>(folder.said(BpmnShape.properties(process).getOrDefault("start_form", "")));
        facts.addAll(folder.brought().getOrDefault(id, Set.of()));
        folder.models().values().stream()
                .flatMap(model -> model.elements().stream())
                .filter(call -> CALL.equals(call.getLocalName()) && id.equals(call.getAttribute("calledElement")))
                .flatMap(call -> mapped(call, "in"))
                .forEach(in -> facts.add(in.getAttribute("target")));
        return facts;
    }

    private static Stream<Element> mapped(Element node, String way) {
        return Xml.children(node, "extensionElements").flatMap(extensions -> Xml.children(extensions, way));
    }

    private Set<String> says(AllowedExpression.Call call) {
        var step = steps.all().get(call.bean() + "." + call.step());
        return step == null ? Set.of() : Set.of(step.getAnnotation(Step.class).says());
    }

    private static Stream<AllowedExpression> expressions(Element element) {
        return Stream.concat(
                        Xml.attributes(element).stream().map(attribute -> attribute.getValue()),
                        Stream.of(Xml.text(element)))
                .filter(AllowedExpression::looksLikeOne)
                .flatMap(text -> Stream.ofNullable(AllowedExpression.read(text.strip())));
    }

    private record Model(String file, List<Element> elements) {

        static Model of(String file, Element root) {
            return new Model(
                    file,
                    Xml.all(root).stream()
                            .filter(element -> !Allowed.isDrawing(element))
                            .toList());
        }
    }

    /**
     * @param facts what gateways can read
     * @param answers fields that are none
     */
    private record Said(Set<String> facts, Set<String> answers) {}

    /**
     * @param tables what they read
     * @param brought by modules: by model and by message
     */
    private record Folder(
            Map<String, Said> forms,
            Map<String, Model> models,
            Map<String, Set<String>> tables,
            Map<String, Set<String>> brought) {

        Model model(String id) {
            return Objects.requireNonNull(models.get(id));
        }

        Set<String> said(String form) {
            var said = forms.get(form);
            return said == null ? Set.of() : said.facts();
        }

        /** What comes with a message, that a model names by an id of its own. */
        Set<String> told(String model, String message) {
            return model(model).elements().stream()
                    .filter(it -> "message".equals(it.getLocalName()) && message.equals(it.getAttribute("id")))
                    .flatMap(it -> brought.getOrDefault(it.getAttribute("name"), Set.of()).stream())
                    .collect(Collectors.toSet());
        }
    }
}
