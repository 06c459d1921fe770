package org.samenspraak.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Judges models, tables and forms before anything is made of them: the same in the build, on upload and in the engine.
 * Safety is an allow-list; shape keeps models clear.
 */
@Component
public class ModelCheck {

    private static final String BPMN = ".bpmn";
    private static final int MOST_FILES = 200;

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
        if (files.size() > MOST_FILES) {
            var findings = new Findings("");
            findings.error("", "too-many-files", MOST_FILES);
            return findings.all();
        }
        var names = files.keySet().stream().map(ModelCheck::name).collect(Collectors.toSet());
        var folder = new Folder(names, new CalledModels(models(files)), true);
        var all = new ArrayList<Finding>();
        files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(file -> all.addAll(check(name(file.getKey()), file.getValue(), folder)));
        return all;
    }

    /** What would make these files dangerous; the rest is left out. */
    List<Finding> safety(Map<String, byte[]> files) {
        var folder = new Folder(Set.of(), new CalledModels(Map.of()), false);
        return files.entrySet().stream()
                .flatMap(file -> check(name(file.getKey()), file.getValue(), folder).stream())
                .filter(Finding::isError)
                .toList();
    }

    /** The roots of those that can be read, by id; what is wrong with the others is found when their turn comes. */
    private static Map<String, Element> models(Map<String, byte[]> files) {
        var models = new HashMap<String, Element>();
        files.forEach((path, content) -> {
            var name = name(path);
            if (name.endsWith(BPMN)) {
                Xml.read(name, content, new Findings(name))
                        .ifPresent(root -> models.put(name.substring(0, name.length() - BPMN.length()), root));
            }
        });
        return models;
    }

    private record Folder(Set<String> names, CalledModels models, boolean shape) {}

    private List<Finding> check(String file, byte[] content, Folder folder) {
        var findings = new Findings(file);
        var dot = file.lastIndexOf('.');
        var id = dot < 0 ? file : file.substring(0, dot);
        switch (dot < 0 ? "" : file.substring(dot)) {
            case BPMN ->
                Xml.read(file, content, findings).ifPresent(root -> {
                    new BpmnSafety(findings, steps).check(root);
                    if (folder.shape() && !findings.haveErrors()) {
                        new BpmnShape(findings, id, folder.names(), folder.models(), steps).check(root);
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
