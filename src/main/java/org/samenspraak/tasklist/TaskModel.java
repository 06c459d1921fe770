package org.samenspraak.tasklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.DocumentVersions;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.DossierSection;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.PaperForms;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.forms.Filled;
import org.samenspraak.forms.FormView;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a task and what surrounds it on a page. */
@Component
class TaskModel {

    private static final int EVENTS = 6;
    private static final int SHOWN = 10;

    private final CaseMaps maps;
    private final Clocks clocks;
    private final DocumentVersions documents;
    private final Timeline timeline;
    private final Names names;
    private final Submissions submissions;
    private final Regulations regulations;
    private final Audit audit;
    private final TermActs acts;
    private final List<DossierSection> sections;

    TaskModel(
            CaseMaps maps,
            Clocks clocks,
            DocumentVersions documents,
            Timeline timeline,
            Names names,
            Submissions submissions,
            Regulations regulations,
            Audit audit,
            TermActs acts,
            List<DossierSection> sections) {
        this.maps = maps;
        this.clocks = clocks;
        this.documents = documents;
        this.timeline = timeline;
        this.names = names;
        this.submissions = submissions;
        this.regulations = regulations;
        this.audit = audit;
        this.acts = acts;
        this.sections = sections.stream().filter(DossierSection::isBesideTask).toList();
    }

    /** @return the template */
    String fill(Desk desk, @Nullable Filled filled, Model model) {
        return fill(desk, filled, false, model);
    }

    private String fill(Desk desk, @Nullable Filled filled, boolean readOnly, Model model) {
        var file = desk.file();
        fillHead(desk, model);
        model.addAttribute("readOnly", readOnly);
        model.addAttribute("form", filled == null ? null : filled.form());
        model.addAttribute("draft", filled == null ? null : filled.draft());
        model.addAttribute("others", filled == null ? null : filled.others());
        model.addAttribute("names", names.ofDesk(desk));
        model.addAttribute("steps", maps.steps(file));
        model.addAttribute("changeable", !readOnly && isChangeable(desk, (ClockView) model.getAttribute("clock")));
        model.addAttribute("submissions", submissions.page(file.id(), null, SHOWN));
        model.addAttribute("documents", desk.me().may(Permission.OPEN_DOCUMENTS) ? documents(desk) : null);
        model.addAttribute("timeline", timeline.page(file.id(), null, EVENTS));
        model.addAttribute(
                "sections",
                sections.stream().filter(section -> section.shownFor(file)).toList());
        model.addAttribute("regulation", regulations.view(file.regulation()).title());
        return "tasklist/task";
    }

    /** Whether they may give the term of this task another end. */
    private boolean isChangeable(Desk desk, @Nullable ClockView clock) {
        return clock != null
                && clock.running()
                && !clock.follows()
                && (desk.me().may(Permission.STEER_CASE) || (clock.suspendedOn() == null && acts.isExtendable(desk)));
    }

    private List<Documents.Row> documents(Desk desk) {
        var contacts = desk.me().may(Permission.SEE_CONTACTS, desk.file().area());
        return documents.page(desk.file().id(), contacts, null, SHOWN);
    }

    /** For who reads everything and writes nothing: what is asked, without what somebody is typing. */
    String read(Desk desk, @Nullable FormView questions, Model model) {
        var file = desk.file();
        if (desk.form() != null && !desk.form().personal().isEmpty()) {
            audit.read(Act.CONTACTS_SEEN, desk.me().actor(), file.id().value(), file.number());
        }
        model.addAttribute("questions", questions);
        return fill(desk, null, true, model);
    }

    /** The task, its case and its clock. */
    void fillHead(Desk desk, Model model) {
        var task = desk.task();
        model.addAttribute("desk", desk);
        model.addAttribute("task", task);
        model.addAttribute("paperCode", PaperForms.code(task));
        model.addAttribute("case", desk.file());
        model.addAttribute(
                "maySeeContacts",
                desk.me().may(Permission.SEE_CONTACTS, desk.file().area()));
        model.addAttribute(
                "clock",
                task.term() == null
                        ? null
                        : clocks.find(desk.file().id(), task.term(), task.scope())
                                .orElse(null));
    }
}
