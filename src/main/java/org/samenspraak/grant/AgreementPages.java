package org.samenspraak.grant;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.grant.AgreementQuery.Show;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.web.Page;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Agreements of all talks: who keeps them says how they ended, or by when they will. */
@Controller
@RequestMapping("/afspraken")
class AgreementPages {

    private static final int ROWS = 50;
    private static final String BACK = "redirect:/afspraken/{id}";

    private final Agreements agreements;
    private final AgreementCare care;
    private final GrantWords words;
    private final Problems problems;
    private final Dates dates;

    AgreementPages(Agreements agreements, AgreementCare care, GrantWords words, Problems problems, Dates dates) {
        this.agreements = agreements;
        this.care = care;
        this.words = words;
        this.problems = problems;
        this.dates = dates;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String list(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable UUID council,
            @RequestParam(required = false) @Nullable String na,
            SignedIn me,
            Model model) {
        var query = new AgreementQuery(mine, Show.of(show), council, AgreementQuery.place(na), me, dates.today());
        var page = Page.of(agreements.page(query, ROWS + 1), ROWS, one -> one.due() + "_" + one.id());
        model.addAttribute("query", query);
        model.addAttribute("shows", Show.values());
        model.addAttribute("rows", page.rows());
        model.addAttribute("say", words);
        model.addAttribute("more", page.next() == null ? null : query.address(query.show()) + "&na=" + page.next());
        return "grant/agreements";
    }

    @GetMapping("/{id}")
    @Requires(Permission.SEE_OFFICE)
    String one(@PathVariable long id, SignedIn me, Model model) {
        return page(care.get(id), me, model);
    }

    @PostMapping("/{id}/gedaan")
    @Requires(Permission.WORK)
    String done(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String note,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var agreement = care.get(id);
        refuseOthers(AgreementCare.mayFinish(agreement, me), id);
        try {
            care.done(agreement, version, note, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("note", note);
            return refused(refusal, agreement, me, model, response);
        }
        next.addFlashAttribute("notice", "grant.agreement.done");
        return BACK;
    }

    @PostMapping("/{id}/dag")
    @Requires(Permission.WORK)
    String move(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var agreement = care.get(id);
        refuseOthers(AgreementCare.mayChange(agreement, me), id);
        try {
            var day = TypedDay.of(due).orElseThrow(() -> Refusal.of("due", "grant.refusal.due"));
            care.move(agreement, version, day, reason, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("due", due);
            model.addAttribute("reason", reason);
            return refused(refusal, agreement, me, model, response);
        }
        next.addFlashAttribute("notice", "grant.agreement.moved");
        return BACK;
    }

    private static void refuseOthers(boolean may, long id) {
        if (!may) {
            throw new AccessDeniedException("agreement " + id);
        }
    }

    private String refused(
            Refusal refusal, Agreement agreement, SignedIn me, Model model, HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        return page(agreement, me, model);
    }

    private String page(Agreement agreement, SignedIn me, Model model) {
        model.addAttribute("one", agreement);
        model.addAttribute("owner", words.owner(agreement));
        model.addAttribute("late", agreement.isLate(dates.today()));
        model.addAttribute("mayFinish", agreement.doneOn() == null && AgreementCare.mayFinish(agreement, me));
        model.addAttribute("mayChange", agreement.doneOn() == null && AgreementCare.mayChange(agreement, me));
        return "grant/agreement";
    }
}
