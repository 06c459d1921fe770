package org.samenspraak.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The money of a council: its account number, and what was booked for it over the years. */
@Controller
@RequestMapping("/geld/raden/{id}")
class CouncilMoneyPages {

    private static final int ROWS = 50;
    private static final String BACK = "redirect:/geld/raden/{id}";

    private final Councils councils;
    private final PayeeAccounts accounts;
    private final MovementHistory history;
    private final Problems problems;

    CouncilMoneyPages(Councils councils, PayeeAccounts accounts, MovementHistory history, Problems problems) {
        this.councils = councils;
        this.accounts = accounts;
        this.history = history;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_MONEY)
    String show(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Long before, SignedIn me, Model model) {
        return show(id, before, "", "", "", me, model);
    }

    private String show(
            UUID id, @Nullable Long before, String iban, String holder, String reason, SignedIn me, Model model) {
        var council = councils.get(new CouncilId(id));
        var read = history.before(MovementFilter.ofCouncil(id), before == null ? Long.MAX_VALUE : before, ROWS + 1);
        var page = Page.of(read, ROWS, movement -> String.valueOf(movement.id()));
        model.addAttribute("council", council);
        model.addAttribute("accounts", accounts.history(council.id()));
        model.addAttribute("movements", page.rows());
        model.addAttribute("older", page.next() == null ? null : "/geld/raden/" + id + "?before=" + page.next());
        model.addAttribute("iban", iban);
        model.addAttribute("holder", holder);
        model.addAttribute("reason", reason);
        model.addAttribute("mayAct", me.may(Permission.HANDLE_MONEY));
        return "ledger/council";
    }

    @PostMapping("/rekening")
    @Requires(Permission.HANDLE_MONEY)
    String enter(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String iban,
            @RequestParam(defaultValue = "") String holder,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            accounts.enter(new CouncilId(id), iban, holder, me.actor());
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return show(id, null, iban, holder, "", me, model);
        }
        next.addFlashAttribute("notice", "ledger.account.entered");
        return BACK;
    }

    @PostMapping("/rekening/{account}/bevestigen")
    @Requires(Permission.HANDLE_MONEY)
    String confirm(
            @PathVariable UUID id,
            @PathVariable UUID account,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            accounts.confirm(new CouncilId(id), account, me.actor());
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return show(id, null, "", "", "", me, model);
        }
        next.addFlashAttribute("notice", "ledger.account.confirmed");
        return BACK;
    }

    @PostMapping("/rekening/{account}/weigeren")
    @Requires(Permission.HANDLE_MONEY)
    String refuse(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            accounts.refuse(new CouncilId(id), account, reason, me.actor());
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return show(id, null, "", "", reason, me, model);
        }
        next.addFlashAttribute("notice", "ledger.account.refused");
        return BACK;
    }

    private void refused(Refusal refusal, Model model, HttpServletResponse response) {
        problems.refuse(refusal, model, response);
    }
}
