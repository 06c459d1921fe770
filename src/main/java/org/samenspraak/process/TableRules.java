package org.samenspraak.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** What a decision table may hold: known elements, and FEEL of the subset that ends. */
final class TableRules {

    private static final Set<String> FEEL = Set.of(
            "feel",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "http://www.omg.org/spec/FEEL/20140401");

    private static final Set<String> HITS =
            Set.of("UNIQUE", "FIRST", "PRIORITY", "ANY", "COLLECT", "RULE ORDER", "OUTPUT ORDER");
    private static final Set<String> TYPES =
            Set.of("string", "boolean", "number", "integer", "long", "double", "date", "time", "dateTime");

    private static final int MOST_RULES = 500;

    private final Findings findings;
    private final Feel feel;

    TableRules(Findings findings, Feel feel) {
        this.findings = findings;
        this.feel = feel;
    }

    void checkSafety(Element root) {
        if (!"definitions".equals(root.getLocalName())
                || !Allowed.DMN.contains(String.valueOf(root.getNamespaceURI()))) {
            findings.error(root, "not-a-table");
            return;
        }
        for (var element : Xml.all(root)) {
            if (Allowed.isDrawing(element)) {
                continue;
            }
            if (!Allowed.inDmn(element)) {
                findings.error(element, "element", element.getNodeName());
                continue;
            }
            checkAttributes(element);
            if ("text".equals(element.getLocalName())) {
                checkText(element);
            }
        }
    }

    private void checkAttributes(Element element) {
        for (var attribute : Xml.attributes(element)) {
            var language = "expressionLanguage".equals(attribute.getLocalName());
            if (!Allowed.inDmn(element, attribute)) {
                findings.error(element, "attribute", attribute.getNodeName());
            } else if (language && !FEEL.contains(attribute.getValue())) {
                findings.error(element, "language", attribute.getValue());
            } else if (AllowedExpression.looksLikeOne(attribute.getValue())) {
                findings.error(element, "expression-place", attribute.getNodeName());
            }
        }
    }

    /** A decision that needs itself, straight or by others. */
    private void checkNeeds(List<Element> decisions) {
        var needs = new HashMap<String, List<String>>();
        for (var decision : decisions) {
            var hrefs = Xml.children(decision, "informationRequirement")
                    .flatMap(requirement -> Xml.children(requirement, "requiredDecision"))
                    .map(needed -> needed.getAttribute("href").replace("#", ""))
                    .toList();
            needs.put(decision.getAttribute("id"), hrefs);
        }
        var rings = Rings.of(needs);
        decisions.stream()
                .filter(decision -> rings.contains(decision.getAttribute("id")))
                .forEach(decision -> findings.error(decision, "endless"));
    }

    private void checkText(Element text) {
        var feelText = Xml.text(text);
        if (feelText.isEmpty() || feelText.equals("-")) {
            return;
        }
        var parent = text.getParentNode().getLocalName();
        var tests = Set.of("inputEntry", "inputValues", "outputValues").contains(parent);
        (tests ? feel.problemOfTests(feelText) : feel.problem(feelText))
                .ifPresent(problem -> findings.error(text, "feel", feelText, problem));
    }

    /** What the engine would refuse when it reads the table, or at the first case. */
    private void checkTable(Element table) {
        var hits = table.getAttribute("hitPolicy");
        if (!hits.isEmpty() && !HITS.contains(hits)) {
            findings.error(table, "table-hits", hits);
        }
        var inputs = Xml.children(table, "input").count();
        var outputs = Xml.children(table, "output").count();
        var rules = Xml.children(table, "rule").toList();
        if (rules.isEmpty()) {
            findings.error(table, "table-empty");
        }
        if (rules.size() > MOST_RULES) {
            findings.error(table, "table-long", MOST_RULES);
        }
        rules.stream()
                .filter(rule -> Xml.children(rule, "inputEntry").count() != inputs
                        || Xml.children(rule, "outputEntry").count() != outputs)
                .forEach(rule -> findings.error(rule, "table-cells"));
        Xml.all(table).stream()
                .filter(it -> it.hasAttribute("typeRef") && !TYPES.contains(it.getAttribute("typeRef")))
                .forEach(it -> findings.error(it, "table-type", it.getAttribute("typeRef")));
    }

    void checkShape(Element root, String id) {
        var decisions = Xml.children(root, "decision").toList();
        if (decisions.stream().noneMatch(decision -> decision.getAttribute("id").equals(id))) {
            findings.error(root, "file-name", id);
        }
        // all tables of the office are known by their id: another file's is not to be taken
        decisions.stream()
                .map(decision -> decision.getAttribute("id"))
                .filter(other -> !other.equals(id) && !other.startsWith(id + "-"))
                .forEach(other -> findings.error(root, "table-id", other, id));
        checkNeeds(decisions);
        var ids = new HashSet<String>();
        Xml.all(root).stream()
                .filter(element -> !Allowed.isDrawing(element) && element.hasAttribute("id"))
                .filter(element -> !ids.add(element.getAttribute("id")))
                .forEach(element -> findings.error(element, "id-twice"));
        for (var decision : decisions) {
            Xml.children(decision, "decisionTable").forEach(this::checkTable);
            if (!Xml.isName(decision.getAttribute("name"))) {
                findings.error(decision, "name-text");
            }
            if (decision.getAttribute("name").isBlank()) {
                findings.error(decision, "name");
            }
            if (!decision.getAttributeNS(Allowed.CAMUNDA_DMN, "historyTimeToLive")
                    .matches("P[0-9]{1,5}D")) {
                findings.error(decision, "history");
            }
        }
    }
}
