package org.samenspraak.designer;

import java.util.Optional;
import org.samenspraak.process.ModelSketch;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What people call a trajectory: those of the product by our texts, those of the office as their first model is called. */
@Component("folderNames")
class FolderNames {

    private final Workbench workbench;
    private final MessageSource messages;

    FolderNames(Workbench workbench, MessageSource messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    public String of(String folder) {
        var ours = messages.getMessage("designer.folder." + folder, null, "", LocaleContextHolder.getLocale());
        return ours == null || ours.isEmpty() ? own(folder) : ours;
    }

    private String own(String folder) {
        var file = folder + ".bpmn";
        return Optional.ofNullable(workbench.draft(folder).get(file))
                .map(content -> ModelSketch.of(file, content).name())
                .filter(name -> !name.isBlank())
                .orElse(folder);
    }
}
