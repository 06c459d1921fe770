package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilAgreements;
import org.samenspraak.council.CouncilAgreements.Agreed;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.identity.Problems;
import org.samenspraak.kernel.Refusal;
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

/** What a council and the city promised each other: all its members read it, who sends for it says what the council did. */
@Controller
@RequestMapping(CouncilAgreementPages.PATH)
class CouncilAgreementPages {

    static final String PATH = "/raad/afspraken";

    private static final int ROWS = 30;

    private final CouncilAgreements agreements;
    private final PromptViews words;
    private final Problems problems;

    CouncilAgreementPages(CouncilAgreements agreements, PromptViews words, Problems problems) {
        this.agreements = agreements;
        this.words = words;
        this.problems = problems;
    }

    @ForCouncils
    @GetMapping
    String show(
            @RequestParam(defaultValue = "false") boolean gedaan,
            @RequestParam(required = false) @Nullable String na,
            CouncilMember me,
            Model model) {
        var read = agreements.of(me.council().id(), gedaan, na, ROWS + 1);
        var page = Page.of(read, ROWS, Agreed::place);
        var next = PATH + "?gedaan=" + gedaan + "&na=";
        model.addAttribute("me", me);
        model.addAttribute("done", gedaan);
        model.addAttribute("rows", page.rows());
        model.addAttribute("more", page.next() == null ? null : next + page.next());
        return "portal/agreements";
    }

    @ForCouncils
    @GetMapping("/{id}")
    String one(@PathVariable long id, CouncilMember me, Model model) {
        return page(id, me, model);
    }

    @ForCouncils
    @PostMapping("/{id}")
    String done(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String note,
            CouncilMember me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!me.maySend()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (!find(id, me).isOwn()) {
            throw unknown();
        }
        try {
            agreements.done(me.council().id(), id, version, note, me.actor(words.function(me.function())));
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("note", note);
            return page(id, me, model);
        }
        next.addFlashAttribute("notice", "portal.council.agreements.kept");
        return "redirect:" + PATH;
    }

    private String page(long id, CouncilMember me, Model model) {
        var one = find(id, me);
        model.addAttribute("me", me);
        model.addAttribute("one", one);
        model.addAttribute("mayDo", one.isOwn() && one.doneOn() == null && me.maySend());
        return "portal/agreement";
    }

    private Agreed find(long id, CouncilMember me) {
        return agreements.find(me.council().id(), id).orElseThrow(CouncilAgreementPages::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
