package org.samenspraak.wijkbudget;

import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All rounds for the office, with the ways to their work. */
@Controller
class RoundListPages {

    private static final String PATH = "/wijkbudget";
    private static final int ROWS = 25;

    private final BudgetRounds rounds;

    RoundListPages(BudgetRounds rounds) {
        this.rounds = rounds;
    }

    @GetMapping(PATH)
    @Requires(Permission.SEE_OFFICE)
    String list(@RequestParam(required = false) @Nullable String na, Model model) {
        var page = Page.of(rounds.page(na, ROWS + 1), ROWS, BudgetRounds.Line::number);
        model.addAttribute("rows", page.rows());
        model.addAttribute("more", page.next() == null ? null : PATH + "?na=" + page.next());
        return "wijkbudget/rounds";
    }
}
