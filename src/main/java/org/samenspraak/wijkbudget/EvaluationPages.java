package org.samenspraak.wijkbudget;

import java.util.List;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How a round went, for the office: what its tables say by themselves, and what those who took part answered. */
@Controller
class EvaluationPages {

    private final Cases cases;
    private final BudgetRounds rounds;
    private final RoundFigures figures;
    private final Surveys surveys;
    private final SurveyViews views;
    private final SurveyDesk desk;
    private final Clocks clocks;

    EvaluationPages(
            Cases cases,
            BudgetRounds rounds,
            RoundFigures figures,
            Surveys surveys,
            SurveyViews views,
            SurveyDesk desk,
            Clocks clocks) {
        this.cases = cases;
        this.rounds = rounds;
        this.figures = figures;
        this.surveys = surveys;
        this.views = views;
        this.desk = desk;
        this.clocks = clocks;
    }

    /** What was written is read by who prepares rounds only. */
    @GetMapping("/wijkbudget/{number}/evaluatie")
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        var view = find(number);
        model.addAttribute("case", view);
        model.addAttribute("figures", figures.of(view.id()));
        model.addAttribute("survey", surveys.find(view.id()).orElse(null));
        model.addAttribute(
                "until",
                clocks.find(view.id(), SurveyDesk.TERM, null)
                        .map(clock -> clock.lastDay())
                        .orElse(null));
        model.addAttribute(
                "mayEnter",
                me.may(Permission.STEER_CASE, null) && !desk.onPaper(view.id()).isEmpty());
        model.addAttribute("views", views.of(view.id()));
        model.addAttribute("written", me.may(Permission.START_CASE, null) ? views.words(view.id()) : List.<String>of());
        return "wijkbudget/evaluation";
    }

    private CaseView find(String number) {
        return cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }
}
