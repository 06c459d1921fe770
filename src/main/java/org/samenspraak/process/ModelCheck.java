package org.samenspraak.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Judges models, tables and forms before anything is made of them: the same in the build, on upload and in the engine.
 * Safety is an allow-list; shape keeps models clear.
 */
@Component
public class ModelCheck {

    private final KnownSteps steps;
    private final Feel feel;
    private final FormFields fields;

    ModelCheck(KnownSteps steps, Feel feel, @Lazy FormFields fields) { // what forms offer may ask the engine
        this.steps = steps;
        this.feel = feel;
        this.fields = fields;
    }

    /** All findings for the files of one folder (a trajectory), by their name; what they refer to must be among them. */
    public List<Finding> check(Map<String, byte[]> files) {
        var names = files.keySet().stream().map(ModelCheck::name).collect(Collectors.toSet());
        var all = new ArrayList<Finding>();
        files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(file -> all.addAll(check(name(file.getKey()), file.getValue(), new Folder(names, true))));
        return all;
    }

    /** What would make these files dangerous; the rest is left out. */
    List<Finding> safety(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .flatMap(file -> check(name(file.getKey()), file.getValue(), new Folder(Set.of(), false)).stream())
                .filter(Finding::isError)
                .toList();
    }

    private record Folder(Set<String> names, boolean shape) {}

    private List<Finding> check(String file, byte[] content, Folder folder) {
        var findings = new Findings(file);
        var dot = file.lastIndexOf('.');
        var id = dot < 0 ? file : file.substring(0, dot);
        switch (dot < 0 ? "" : file.substring(dot)) {
            case ".bpmn" ->
                Xml.read(file, content, findings).ifPresent(root -> {
                    new BpmnSafety(findings, steps).check(root);
                    if (folder.shape() && !findings.haveErrors()) {
                        new BpmnShape(findings, id, folder.names(), steps).check(root);
                    }
                });
            case ".dmn" ->
                Xml.read(file, content, findings).ifPresent(root -> {
                    new TableRules(findings, feel).checkSafety(root);
                    if (folder.shape()) {
                        new TableRules(findings, feel).checkShape(root, id);
                    }
                });
            case ".form" -> {
                var rules = new FormRules(findings, steps);
                rules.checkSafety(file, id, content);
                if (folder.shape() && !findings.haveErrors()) {
                    rules.checkShape(file, content, fields);
                }
            }
            default -> findings.error(file, "file-kind");
        }
        return findings.all();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
