package org.samenspraak.wijkbudget;

import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The projects of a round that wait for the committee, with what each member has still to score, and those it advised on. */
@Controller
@RequestMapping("/wijkbudget/{number}/commissie")
class CommitteePages {

    private final Cases cases;
    private final BudgetRounds rounds;
    private final ProjectScores scores;
    private final AdvisedProjects advised;

    CommitteePages(Cases cases, BudgetRounds rounds, ProjectScores scores, AdvisedProjects advised) {
        this.cases = cases;
        this.rounds = rounds;
        this.scores = scores;
        this.advised = advised;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        var round = cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
        model.addAttribute("case", round);
        model.addAttribute("isMember", me.groups().contains(ProjectPages.COMMITTEE));
        model.addAttribute("rows", scores.waiting(round.id(), me.person().value()));
        model.addAttribute("advised", advised.of(round.id()));
        return "wijkbudget/committee";
    }
}
