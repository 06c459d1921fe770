package org.samenspraak.grant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The grades that councils gave in a round, beside those of the year before. Said in confidence: only the participation office reads them. */
@Controller
class GradePages {

    private static final int ROWS = 50;

    private final Cases cases;
    private final Rounds rounds;
    private final Grades grades;

    GradePages(Cases cases, Rounds rounds, Grades grades) {
        this.cases = cases;
        this.rounds = rounds;
        this.grades = grades;
    }

    @GetMapping("/rondes/{number}/cijfers")
    @Requires(Permission.SEE_GRADES)
    String show(@PathVariable String number, @RequestParam(required = false) @Nullable UUID na, Model model) {
        var round = cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
        var page = Page.of(grades.page(round.id(), na, ROWS + 1), ROWS, row -> row.council()
                .toString());
        model.addAttribute("case", round);
        model.addAttribute("mean", grades.mean(round.id()).orElse(null));
        model.addAttribute("rows", page.rows());
        model.addAttribute("more", page.next() == null ? null : "/rondes/" + number + "/cijfers?na=" + page.next());
        return "grant/grades";
    }
}
