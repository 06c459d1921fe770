package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.DossierSection;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dossier of a case. */
@Controller
@RequestMapping("/zaken/{number}")
class CasePages {

    private static final int EVENTS = 30;

    private final Cases cases;
    private final CaseMaps maps;
    private final CaseTasks tasks;
    private final Documents documents;
    private final Submissions submissions;
    private final Outbox outbox;
    private final Clocks clocks;
    private final Timeline timeline;
    private final Names names;
    private final Forms forms;
    private final Refusals refusals;
    private final Audit audit;
    private final Regulations regulations;
    private final List<DossierSection> sections;

    CasePages(
            Cases cases,
            CaseMaps maps,
            CaseTasks tasks,
            Documents documents,
            Submissions submissions,
            Outbox outbox,
            Clocks clocks,
            Timeline timeline,
            Names names,
            Forms forms,
            Refusals refusals,
            Audit audit,
            Regulations regulations,
            List<DossierSection> sections) {
        this.cases = cases;
        this.maps = maps;
        this.tasks = tasks;
        this.documents = documents;
        this.submissions = submissions;
        this.outbox = outbox;
        this.clocks = clocks;
        this.timeline = timeline;
        this.names = names;
        this.forms = forms;
        this.refusals = refusals;
        this.audit = audit;
        this.regulations = regulations;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(DossierSection::order))
                .toList();
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String overview(@PathVariable String number, SignedIn me, Model model) {
        var view = head(number, me, model);
        var open = tasks.of(view.id());
        model.addAttribute("map", maps.map(view).orElse(null));
        model.addAttribute("tasks", open);
        model.addAttribute("openable", tasks.openFor(view, Reach.of(me)));
        model.addAttribute("names", names.ofCase(view, open));
        model.addAttribute(
                "clocks",
                clocks.of(view.id()).stream()
                        .sorted(Comparator.comparing(ClockView::due))
                        .toList());
        model.addAttribute("documents", me.may(Permission.OPEN_DOCUMENTS) ? documents.of(view.id()) : null);
        model.addAttribute("largest", documents.largest());
        model.addAttribute("canAdd", view.status() == CaseStatus.OPEN && me.may(Permission.WORK, view.area()));
        model.addAttribute(
                "kinds",
                Arrays.stream(Documents.Kind.values())
                        .filter(kind -> !kind.isOfficial() || me.may(Permission.STEER_CASE))
                        .toList());
        model.addAttribute("submissions", submissions.of(view.id()));
        model.addAttribute("messages", outbox.of(view.id()));
        model.addAttribute(
                "sections",
                sections.stream().filter(section -> section.shownFor(view)).toList());
        model.addAttribute("timeline", events(view, null));
        model.addAttribute("regulation", regulations.view(view.regulation()).title());
        return "tasklist/case";
    }

    @GetMapping("/tijdlijn")
    @Requires(Permission.SEE_OFFICE)
    String timeline(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long before,
            SignedIn me,
            Model model) {
        model.addAttribute("timeline", events(head(number, me, model), before));
        return "tasklist/timeline";
    }

    @GetMapping("/formulieren/{submission}")
    @Requires(Permission.SEE_OFFICE)
    String submission(@PathVariable String number, @PathVariable UUID submission, SignedIn me, Model model) {
        var view = head(number, me, model);
        var sent = submissions.get(view.id(), submission);
        var contacts = showsContacts(view, sent, me);
        model.addAttribute("sent", sent);
        model.addAttribute("form", forms.sent(sent.form(), sent.answers(), contacts));
        return "tasklist/submission";
    }

    @GetMapping("/formulieren/{submission}/veranderd")
    @Requires(Permission.SEE_OFFICE)
    String changes(@PathVariable String number, @PathVariable UUID submission, SignedIn me, Model model) {
        var view = head(number, me, model);
        var sent = submissions.get(view.id(), submission);
        if (sent.row().earlier() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var earlier = submissions.get(view.id(), sent.row().earlier());
        model.addAttribute("sent", sent);
        model.addAttribute("earlier", earlier);
        model.addAttribute("changes", forms.changes(earlier, sent, showsContacts(view, sent, me)));
        return "tasklist/submission-changes";
    }

    @GetMapping("/berichten/{message}")
    @Requires(Permission.SEE_OFFICE)
    String message(@PathVariable String number, @PathVariable UUID message, SignedIn me, Model model) {
        var view = head(number, me, model);
        model.addAttribute("sheet", outbox.sheet(view.id(), message));
        if (me.may(Permission.SEE_CONTACTS, view.area())) {
            tellRead(view, me);
        }
        return "tasklist/message";
    }

    @GetMapping("/stoppen")
    @Requires(Permission.STEER_CASE)
    String stopping(@PathVariable String number, SignedIn me, Model model) {
        head(number, me, model);
        return "tasklist/stop";
    }

    @PostMapping("/stoppen")
    @Requires(Permission.STEER_CASE)
    String stop(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var view = head(number, me, model);
        try {
            cases.stop(view.id(), stopped(as), reason, me.actor());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
            model.addAttribute("as", as);
            model.addAttribute("reason", reason);
            return "tasklist/stop";
        }
        next.addFlashAttribute("notice", "tasklist.stop.done");
        return "redirect:/zaken/" + number;
    }

    private boolean showsContacts(CaseView view, Submissions.Sent sent, SignedIn me) {
        var contacts = me.may(Permission.SEE_CONTACTS, view.area());
        if (contacts && !sent.form().personal().isEmpty()) {
            tellRead(view, me);
        }
        return contacts;
    }

    private void tellRead(CaseView view, SignedIn me) {
        audit.read(Act.CONTACTS_SEEN, me.actor(), view.id().value(), view.number());
    }

    private static CaseStatus stopped(String as) {
        return switch (as) {
            case "WITHDRAWN" -> CaseStatus.WITHDRAWN;
            case "STOPPED" -> CaseStatus.STOPPED;
            default -> throw Refusal.of("as", "tasklist.refusal.stop-as");
        };
    }

    private Page<Timeline.Entry> events(CaseView view, @Nullable Long before) {
        return Page.of(timeline.page(view.id(), before, EVENTS + 1), EVENTS, entry -> String.valueOf(entry.id()));
    }

    private CaseView head(String number, SignedIn me, Model model) {
        var view = cases.byNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("case", view);
        model.addAttribute("maySeeContacts", me.may(Permission.SEE_CONTACTS, view.area()));
        model.addAttribute("canSteer", me.may(Permission.STEER_CASE) && view.status() == CaseStatus.OPEN);
        return view;
    }
}
