package org.samenspraak.docs;

import static org.samenspraak.docs.ModelXml.all;
import static org.samenspraak.docs.ModelXml.camunda;
import static org.samenspraak.docs.ModelXml.children;
import static org.samenspraak.docs.ModelXml.property;
import static org.samenspraak.docs.ModelXml.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes {@code docs/processes.md} from what lies in {@code processes/}. */
final class ProcessDocs {

    private static final Path MODELS = Path.of("processes");

    private final List<String> lines = new ArrayList<>();

    static String write() throws IOException {
        var docs = new ProcessDocs();
        docs.lines.add("# Trajectories");
        docs.lines.add("");
        docs.lines.add(
                "Generated from `processes/` by `ProcessDocsTest`; don't edit. Names are Dutch, as people see them.");
        for (var file : files()) {
            docs.add(file);
        }
        return String.join("\n", docs.lines) + "\n";
    }

    private static List<Path> files() throws IOException {
        try (var walk = Files.walk(MODELS)) {
            return walk.filter(file -> file.toString().matches(".*[.](bpmn|dmn)"))
                    .sorted()
                    .toList();
        }
    }

    private void add(Path file) throws IOException {
        var document = ModelXml.read(file);
        if (file.toString().endsWith(".dmn")) {
            all(document, "decision").forEach(this::table);
        } else {
            var process = all(document, "process").findFirst().orElseThrow();
            heading(process.getAttribute("id"), process.getAttribute("name"), text(process, "documentation"));
            start(process);
            tasks(document);
            list("Clocks that change the way", clocks(document));
            list("Steps", steps(document));
            list("Ends", names(document, "endEvent"));
        }
    }

    private void heading(String id, String name, String about) {
        lines.add("");
        lines.add("## " + name + " (`" + id + "`)");
        lines.add(about);
    }

    private void start(Element process) {
        if (!property(process, "start_form").isEmpty()) {
            lines.add("");
            lines.add("Starts with the form `" + property(process, "start_form") + "`, case number code `"
                    + property(process, "code") + "`, by: "
                    + property(process, "started_by").replace(",", ", ") + ".");
        }
    }

    private void tasks(Document document) {
        var tasks = all(document, "userTask").toList();
        if (tasks.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("| task | who | form | term |");
        lines.add("|---|---|---|---|");
        tasks.forEach(task -> lines.add("| " + task.getAttribute("name") + " | `" + camunda(task, "candidateGroups")
                + "` | `" + camunda(task, "formRef") + "` | `" + property(task, "term") + "` |"));
    }

    private static List<String> clocks(Document document) {
        return all(document, "boundaryEvent", "intermediateCatchEvent")
                .filter(event -> !children(event, "timerEventDefinition").isEmpty())
                .map(event -> event.getAttribute("name") + ": `"
                        + text(children(event, "timerEventDefinition").get(0), "timeDate") + "`")
                .toList();
    }

    private static List<String> steps(Document document) {
        return all(document, "serviceTask", "callActivity")
                .map(step -> step.getAttribute("name") + ": `"
                        + (camunda(step, "expression").isEmpty()
                                ? step.getAttribute("calledElement")
                                : camunda(step, "expression"))
                        + "`")
                .toList();
    }

    private static List<String> names(Document document, String kind) {
        return all(document, kind).map(element -> element.getAttribute("name")).toList();
    }

    private void list(String title, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add("");
            lines.add("**" + title + "**");
            entries.forEach(entry -> lines.add("- " + entry));
        }
    }

    private void table(Element decision) {
        heading(decision.getAttribute("id"), decision.getAttribute("name"), text(decision, "description"));
        var table = children(decision, "decisionTable").get(0);
        lines.add("");
        lines.add("| rule | " + labels(table, "input") + " | " + labels(table, "output") + " |");
        lines.add("|---"
                        .repeat(1
                                + children(table, "input").size()
                                + children(table, "output").size()) + "|");
        children(table, "rule")
                .forEach(rule -> lines.add("| " + text(rule, "description") + " | " + entries(rule, "inputEntry")
                        + " | " + entries(rule, "outputEntry") + " |"));
    }

    private static String labels(Element table, String kind) {
        return children(table, kind).stream()
                .map(column -> column.getAttribute("label"))
                .collect(Collectors.joining(" | "));
    }

    private static String entries(Element rule, String kind) {
        return children(rule, kind).stream()
                .map(entry -> "`" + text(entry, "text") + "`")
                .collect(Collectors.joining(" | "));
    }
}
