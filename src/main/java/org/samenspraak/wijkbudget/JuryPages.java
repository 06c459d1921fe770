package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.JuryScores.Given;
import org.samenspraak.wijkbudget.JuryScores.Juror;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Scores of a jury or panel: a sheet for each member, and what they give together. */
@Controller
@RequestMapping("/wijkbudget/{number}/jury")
class JuryPages {

    private static final String BACK = "redirect:/wijkbudget/{number}/jury";

    private final VotedRounds voted;
    private final VoteRows votes;
    private final ChoiceRules rules;
    private final JuryScores scores;
    private final JuryHistory past;
    private final JuryDesk desk;
    private final JuryTogether together;
    private final LotDesk lot;
    private final CriteriaNames names;
    private final Problems problems;

    JuryPages(
            VotedRounds voted,
            VoteRows votes,
            ChoiceRules rules,
            JuryScores scores,
            JuryHistory past,
            JuryDesk desk,
            JuryTogether together,
            LotDesk lot,
            CriteriaNames names,
            Problems problems) {
        this.voted = voted;
        this.votes = votes;
        this.rules = rules;
        this.scores = scores;
        this.past = past;
        this.desk = desk;
        this.together = together;
        this.lot = lot;
        this.names = names;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        return page(find(number), me, model);
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String add(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(required = false) @Nullable UUID person,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        var view = find(number);
        try {
            desk.add(view.id(), label.strip(), person, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("label", label);
            return page(view, me, model);
        }
        return BACK;
    }

    /** The members that the lot drew, in the place of whoever stands there. */
    @PostMapping("/panel")
    @Requires(Permission.STEER_CASE)
    String takeOver(@PathVariable String number, SignedIn me, Model model, HttpServletResponse response) {
        var view = find(number);
        try {
            desk.takeOver(view.id(), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(view, me, model);
        }
        return BACK;
    }

    @GetMapping("/{juror}")
    @Requires(Permission.SEE_OFFICE)
    String sheet(@PathVariable String number, @PathVariable UUID juror, SignedIn me, Model model) {
        var view = find(number);
        var member = desk.member(view.id(), juror);
        if (!mayKeep(view, member, me) && !readsPoints(view, me)) {
            throw new AccessDeniedException(number);
        }
        return sheet(view, member, scores.of(view.id(), juror), me, model);
    }

    /** @param typed as {@link JurySheet} reads it, and {@code why} for other points of paper */
    @PostMapping("/{juror}")
    @Requires(Permission.WORK)
    String keep(
            @PathVariable String number,
            @PathVariable UUID juror,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable Integer version,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = find(number);
        var member = desk.member(view.id(), juror);
        if (!mayKeep(view, member, me)) {
            throw new AccessDeniedException(number);
        }
        var sheet = JurySheet.read(desk.projects(view.id()), desk.criteria(view.id()), typed);
        var wrong = new ArrayList<>(sheet.wrong());
        if (wrong.isEmpty()) {
            try {
                var read = version == null ? member.version() : version;
                desk.keep(view.id(), juror, read, sheet.given(), typed.getOrDefault("why", ""), me.actor());
            } catch (Refusal refusal) {
                wrong.add(refusal);
            }
        }
        if (!wrong.isEmpty()) {
            problems.refuse(wrong, model, response);
            model.addAttribute("typed", typed);
            return sheet(view, desk.member(view.id(), juror), sheet.given(), me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.jury.kept");
        return BACK;
    }

    /** @param version of the points on the page */
    @PostMapping("/{juror}/bevestigen")
    @Requires(Permission.STEER_CASE)
    String confirm(
            @PathVariable String number,
            @PathVariable UUID juror,
            @RequestParam(defaultValue = "0") int version,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = find(number);
        try {
            desk.confirm(view.id(), juror, version, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return sheet(view, desk.member(view.id(), juror), scores.of(view.id(), juror), me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.jury.confirmed");
        return BACK;
    }

    @PostMapping("/{juror}/weg")
    @Requires(Permission.STEER_CASE)
    String remove(
            @PathVariable String number,
            @PathVariable UUID juror,
            @RequestParam(defaultValue = "") String gone,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = find(number);
        var member = desk.member(view.id(), juror);
        try {
            desk.remove(view.id(), member, gone, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("gone", gone);
            return sheet(view, member, scores.of(view.id(), juror), me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.jury.removed");
        return BACK;
    }

    private String page(CaseView view, SignedIn me, Model model) {
        model.addAttribute("case", view);
        model.addAttribute("jurors", scores.jurors(view.id()));
        model.addAttribute(
                "told",
                readsPoints(view, me)
                        ? together.told(view.id(), desk.projects(view.id()), desk.criteria(view.id()))
                        : List.of());
        model.addAttribute("past", readsPoints(view, me) ? past.of(view.id()) : List.of());
        model.addAttribute("byLot", lot.isFixed(view.id()));
        model.addAttribute("waitsForPanel", desk.waitsForPanel(view.id()));
        model.addAttribute("people", desk.candidates(view.id()));
        model.addAttribute("me", me.person().value());
        model.addAttribute("open", mayManage(view, me));
        return "wijkbudget/jury";
    }

    private String sheet(CaseView view, Juror member, Given given, SignedIn me, Model model) {
        model.addAttribute("case", view);
        model.addAttribute("member", member);
        model.addAttribute("projects", desk.projects(view.id()));
        model.addAttribute("criteria", desk.criteria(view.id()));
        model.addAttribute("names", names.ofJury(view.regulation()));
        model.addAttribute("given", given);
        model.addAttribute("missing", member.keptBy() == null ? "" : desk.missing(view.id(), member.id()));
        model.addAttribute("open", desk.isOpen(view.id()) && mayKeep(view, member, me));
        model.addAttribute("mayRemove", mayManage(view, me) && !lot.isFixed(view.id()));
        model.addAttribute(
                "mayConfirm",
                member.isUnconfirmed()
                        && votes.mayChange(view.id())
                        && me.may(Permission.STEER_CASE, view.area())
                        && !member.isKeptBy(me.actor()));
        return "wijkbudget/jury-sheet";
    }

    private boolean mayManage(CaseView view, SignedIn me) {
        return me.may(Permission.STEER_CASE, view.area()) && desk.isOpen(view.id());
    }

    /** Who has an account scores alone; for the others the office enters what they wrote on paper. */
    private static boolean mayKeep(CaseView view, Juror member, SignedIn me) {
        return member.person() == null
                ? me.may(Permission.STEER_CASE, view.area())
                : member.person().equals(me.person().value());
    }

    /** While the choice runs, as with ballots, only who counts and who looks after that. */
    private boolean readsPoints(CaseView view, SignedIn me) {
        return !votes.mayChange(view.id())
                || me.may(Permission.STEER_CASE, view.area())
                || me.may(Permission.SEE_AUDIT, null);
    }

    private CaseView find(String number) {
        var view = voted.of(number);
        if (!rules.of(view.id()).way().hasScores()) {
            throw new NotFound("casefile.refusal.no-case");
        }
        return view;
    }
}
