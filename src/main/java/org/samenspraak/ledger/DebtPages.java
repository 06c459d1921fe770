package org.samenspraak.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What councils have to give back, and what came in. */
@Controller
@RequestMapping("/geld/terug")
class DebtPages {

    private static final int ROWS = 50;

    private final MovementHistory history;
    private final Ledger ledger;
    private final Cases cases;
    private final Problems problems;

    DebtPages(MovementHistory history, Ledger ledger, Cases cases, Problems problems) {
        this.history = history;
        this.ledger = ledger;
        this.cases = cases;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_MONEY)
    String list(@RequestParam(required = false) @Nullable String after, SignedIn me, Model model) {
        return list(after, new Receipt("", "", "", ""), me, model);
    }

    private String list(@Nullable String after, Receipt typed, SignedIn me, Model model) {
        var page = Page.of(history.owed(after, ROWS + 1), ROWS, MovementHistory.Debt::cursor);
        model.addAttribute("debts", page.rows());
        model.addAttribute("next", page.next());
        model.addAttribute("form", typed);
        model.addAttribute("mayAct", me.may(Permission.HANDLE_MONEY));
        return "ledger/debts";
    }

    @PostMapping
    @Requires(Permission.HANDLE_MONEY)
    String receive(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reference,
            SignedIn me,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            var file = cases.byNumber(number).orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
            var grounds = Grounds.of(new Claim(file.id(), scope), file, reference, me.actor());
            ledger.receive(Amount.typed(amount, locale), grounds);
        } catch (NotFound none) {
            throw none;
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return list(null, new Receipt(number, scope, amount, reference), me, model);
        }
        next.addFlashAttribute("notice", "ledger.debts.received");
        return "redirect:/geld/terug";
    }

    /** What came in, as it was typed. */
    record Receipt(String number, String scope, String amount, String reference) {}
}
