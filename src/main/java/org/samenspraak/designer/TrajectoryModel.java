package org.samenspraak.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.process.Finding;
import org.samenspraak.process.ModelChange;
import org.samenspraak.process.ModelSketch;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a trajectory shows. */
@Component
class TrajectoryModel {

    private final Workbench workbench;
    private final ModelPublishing publishing;
    private final OfficeFindings office;
    private final ChangeWords words;
    private final FolderNames names;
    private final MessageSource messages;

    TrajectoryModel(
            Workbench workbench,
            ModelPublishing publishing,
            OfficeFindings office,
            ChangeWords words,
            FolderNames names,
            MessageSource messages) {
        this.workbench = workbench;
        this.publishing = publishing;
        this.office = office;
        this.words = words;
        this.names = names;
        this.messages = messages;
    }

    String fill(String folder, SignedIn me, Model model) {
        model.addAttribute("files", workbench.files(folder));
        model.addAttribute("folder", folder);
        model.addAttribute("called", names.of(folder));
        model.addAttribute("draft", publishing.draft(folder));
        model.addAttribute("findings", findings(folder));
        model.addAttribute("changes", changes(workbench.changes(folder), workbench.draft(folder)));
        model.addAttribute("proposal", publishing.proposal(folder).orElse(null));
        model.addAttribute("bar", publishing.bar(folder, me.actor()));
        model.addAttribute("versions", publishing.versions(folder));
        model.addAttribute("news", publishing.hasShippedNews(folder));
        return "designer/trajectory";
    }

    /** What the check says of the draft, and what only this office knows. */
    List<Said> findings(String folder) {
        var files = workbench.draft(folder);
        var all = new ArrayList<>(said(workbench.check(files)));
        files.forEach((file, content) -> {
            var isModel = file.endsWith(".bpmn")
                    && !ModelSketch.of(file, content).parts().isEmpty();
            if (isModel && !content.contains("BPMNShape")) {
                all.add(new Said(file, file, "warning", say("designer.finding.no-drawing")));
            }
        });
        office.of(folder, files)
                .forEach(it -> all.add(new Said(
                        it.file(),
                        it.element(),
                        "error",
                        say(it.messageKey(), it.args().toArray()))));
        return all;
    }

    List<Said> said(List<Finding> findings) {
        return findings.stream().map(this::said).toList();
    }

    private Said said(Finding finding) {
        return new Said(
                finding.file(),
                finding.element(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                say(finding.messageKey(), finding.args().toArray()));
    }

    /** What differs, a sentence each, with the file it is about. */
    List<Said> changes(List<ModelChange> changes, Map<String, String> files) {
        return changes.stream()
                .map(change -> new Said(change.file(), change.part().id(), "change", words.of(change, files)))
                .toList();
    }

    private String say(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, LocaleContextHolder.getLocale()));
    }

    /**
     * A sentence about an element.
     *
     * @param element its id, or the file itself
     * @param severity {@code error}, {@code warning} or {@code change}
     */
    record Said(String file, String element, String severity, String text) {}
}
