package org.samenspraak.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Payment.Place;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payments that wait: finance chooses which go to the bank together. */
@Controller
@RequestMapping("/geld/betalingen")
class PaymentPages {

    private static final int ROWS = 100;

    private final Batches batches;
    private final Problems problems;

    PaymentPages(Batches batches, Problems problems) {
        this.batches = batches;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_MONEY)
    String list(
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID after,
            SignedIn me,
            Model model) {
        return list(at == null || after == null ? null : new Place(at, after), Set.of(), me, model);
    }

    private String list(@Nullable Place after, Set<UUID> chosen, SignedIn me, Model model) {
        var page =
                Page.of(batches.waiting(after, ROWS + 1), ROWS, one -> "?at=" + one.askedAt() + "&after=" + one.id());
        model.addAttribute("payments", page.rows());
        model.addAttribute("more", page.next() == null ? null : "/geld/betalingen" + page.next());
        model.addAttribute("chosen", chosen);
        model.addAttribute("mayAct", me.may(Permission.HANDLE_MONEY));
        return "ledger/payments";
    }

    @PostMapping
    @Requires(Permission.HANDLE_MONEY)
    String gather(
            @RequestParam(required = false) @Nullable Set<UUID> payment,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        var chosen = Objects.requireNonNullElse(payment, Set.<UUID>of());
        try {
            return "redirect:/geld/opdrachten/" + batches.gather(chosen, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return list(null, chosen, me, model);
        }
    }
}
