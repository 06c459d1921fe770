package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What stopping a round stops, the proposal to do so, and the decision that another official enters. */
@Controller
@RequestMapping("/wijkbudget/{number}/stoppen")
class RoundStopPages {

    private static final String BACK = "redirect:/wijkbudget/{number}";

    private final Cases cases;
    private final BudgetRounds rounds;
    private final BudgetProjects projects;
    private final Ideas ideas;
    private final RoundStops stops;
    private final Problems problems;

    RoundStopPages(
            Cases cases,
            BudgetRounds rounds,
            BudgetProjects projects,
            Ideas ideas,
            RoundStops stops,
            Problems problems) {
        this.cases = cases;
        this.rounds = rounds;
        this.projects = projects;
        this.ideas = ideas;
        this.stops = stops;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.STEER_CASE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        return page(find(number, me), me, model);
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String propose(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = find(number, me);
        model.addAttribute("reason", reason);
        return done(view, me, model, response, next, "proposed", () -> stops.propose(view.id(), reason, me.actor()));
    }

    @PostMapping("/besluit")
    @Requires(Permission.STEER_CASE)
    String stop(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String day,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = find(number, me);
        model.addAttribute("decision", decision);
        model.addAttribute("day", day);
        return done(
                view,
                me,
                model,
                response,
                next,
                "done",
                () -> stops.stop(
                        view.id(), decision, TypedDay.read("day", day, "wijkbudget.refusal.stop-day"), me.actor()));
    }

    @PostMapping("/niet")
    @Requires(Permission.STEER_CASE)
    String drop(
            @PathVariable String number,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = find(number, me);
        return done(view, me, model, response, next, "dropped", () -> stops.drop(view.id(), me.actor()));
    }

    private String done(
            CaseView view,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            String notice,
            Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(view, me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.stop." + notice);
        return BACK;
    }

    private String page(CaseView view, SignedIn me, Model model) {
        var proposal = stops.proposed(view.id());
        model.addAttribute("case", view);
        model.addAttribute("isOffered", stops.isOffered(view.id()));
        model.addAttribute("proposal", proposal.orElse(null));
        model.addAttribute("own", proposal.filter(one -> one.isOf(me.actor())).isPresent());
        model.addAttribute("ideas", ideas.open(view.id()).size());
        model.addAttribute("projects", projects.open(view.id()).size());
        return "wijkbudget/stop";
    }

    private CaseView find(String number, SignedIn me) {
        var view = cases.byNumber(number)
                .filter(one -> rounds.find(one.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
        if (!me.may(Permission.STEER_CASE, view.area())) {
            throw new AccessDeniedException(number);
        }
        return view;
    }
}
