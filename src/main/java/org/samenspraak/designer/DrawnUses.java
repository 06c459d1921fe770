package org.samenspraak.designer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.samenspraak.correspondence.TextFolders;
import org.samenspraak.designer.Workbench.FolderRow;
import org.samenspraak.regulation.ParameterUse;
import org.springframework.stereotype.Component;

/** What the files of trajectories use, published or in a draft, and which trajectories there are. */
@Component
class DrawnUses implements ParameterUse, TextFolders {

    private final Workbench workbench;

    DrawnUses(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public List<String> of(String key) {
        return folders().stream()
                .flatMap(folder -> Stream.of(workbench.published(folder), workbench.draft(folder)))
                .flatMap(files -> files.entrySet().stream())
                .filter(file -> names(file.getValue(), key))
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    /** As the value of a property, or as what a step is given. */
    private static boolean names(String content, String key) {
        return content.contains("\"" + key + "\"") || content.contains("'" + key + "'");
    }

    @Override
    public Collection<String> folders() {
        return workbench.folders().stream().map(FolderRow::folder).toList();
    }

    @Override
    public Collection<String> forms(String folder) {
        return workbench.draft(folder).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".form"))
                .map(Map.Entry::getValue)
                .toList();
    }
}
