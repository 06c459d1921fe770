package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseSearch;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.CouncilSection;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Download;
import org.samenspraak.casefile.SharedDocuments;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.council.CouncilTimeline;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a council may see of its own dossier: its place in the register, its cases, what it sent, the letters it got. */
@Controller
@RequestMapping("/raad/dossier")
class CouncilDossierPages {

    private static final int ROWS = 30;

    private final Councils councils;
    private final Cases cases;
    private final Submissions submissions;
    private final Forms forms;
    private final Letters letters;
    private final Documents documents;
    private final SharedDocuments shared;
    private final Download download;
    private final CouncilTimeline timeline;
    private final List<CouncilSection> sections;

    CouncilDossierPages(
            Councils councils,
            Cases cases,
            Submissions submissions,
            Forms forms,
            Letters letters,
            Documents documents,
            SharedDocuments shared,
            Download download,
            CouncilTimeline timeline,
            List<CouncilSection> sections) {
        this.councils = councils;
        this.cases = cases;
        this.submissions = submissions;
        this.forms = forms;
        this.letters = letters;
        this.documents = documents;
        this.shared = shared;
        this.download = download;
        this.timeline = timeline;
        this.sections = sections;
    }

    @ForCouncils
    @GetMapping
    String dossier(@RequestParam(required = false) @Nullable CaseId na, CouncilMember me, Model model) {
        var council = me.council().id();
        var page = Page.of(cases.search(CaseSearch.of(council), na, ROWS + 1), ROWS, one -> one.id()
                .toString());
        model.addAttribute("me", me);
        model.addAttribute("cases", page.rows());
        model.addAttribute("older", page.next() == null ? null : "/raad/dossier?na=" + page.next());
        model.addAttribute("passedOn", letters.passedOn(council, ROWS));
        councils.inscriptions(council).stream()
                .findFirst()
                .map(last -> last.inscription().conditions())
                .ifPresent(conditions -> model.addAttribute("conditions", conditions));
        return "portal/dossier";
    }

    /** Over the years, without what officials write for each other. */
    @ForCouncils
    @GetMapping("/jaren")
    String years(@RequestParam(required = false) @Nullable String voor, CouncilMember me, Model model) {
        try {
            var part = timeline.forCouncil(me.council().id(), voor);
            model.addAttribute("me", me);
            model.addAttribute("years", part.years());
            model.addAttribute("older", part.next() == null ? null : "/raad/dossier/jaren?voor=" + part.next());
            return "portal/dossier-years";
        } catch (IllegalArgumentException noPlace) {
            throw unknown();
        }
    }

    @ForCouncils
    @GetMapping("/{number}")
    String one(@PathVariable String number, CouncilMember me, Model model) {
        var view = find(number, me);
        var council = me.council().id();
        var own = council.equals(view.council());
        var wrote = letters.of(view.id(), council);
        model.addAttribute("me", me);
        model.addAttribute("case", view);
        model.addAttribute("own", own);
        model.addAttribute(
                "sections",
                sections.stream().filter(one -> own && one.shownFor(view)).toList());
        model.addAttribute("sent", submissions.sentBy(view.id(), council));
        model.addAttribute(
                "letters",
                documents.of(view.id()).stream()
                        .filter(row -> wrote.contains(row.id()))
                        .toList());
        model.addAttribute(
                "shared",
                shared.of(council, view.id()).stream()
                        .filter(one -> !wrote.contains(one.document().id()))
                        .toList());
        return "portal/dossier-case";
    }

    @ForCouncils
    @GetMapping("/{number}/antwoorden/{submission}")
    String sent(@PathVariable String number, @PathVariable UUID submission, CouncilMember me, Model model) {
        var view = find(number, me);
        requireOwn(view, submission, me.council().id());
        var sent = submissions.get(view.id(), submission);
        model.addAttribute("me", me);
        model.addAttribute("case", view);
        model.addAttribute("sent", sent);
        model.addAttribute("form", forms.sent(sent.form(), sent.answers(), me.maySend()));
        return "portal/dossier-sent";
    }

    @ForCouncils
    @GetMapping("/{number}/documenten/{document}")
    void document(
            @PathVariable String number, @PathVariable UUID document, CouncilMember me, HttpServletResponse response)
            throws IOException {
        var view = find(number, me);
        if (!letters.of(view.id(), me.council().id()).contains(document)) {
            throw unknown();
        }
        download.send(documents.get(view.id(), document), response);
    }

    private void requireOwn(CaseView view, UUID submission, CouncilId council) {
        if (submissions.sentBy(view.id(), council).stream()
                .noneMatch(row -> row.id().equals(submission))) {
            throw unknown();
        }
    }

    /** Its own, or one that went to another council after it got letters there. */
    private CaseView find(String number, CouncilMember me) {
        var council = me.council().id();
        return cases.byNumber(number)
                .filter(view -> council.equals(view.council())
                        || !letters.of(view.id(), council).isEmpty())
                .orElseThrow(CouncilDossierPages::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
