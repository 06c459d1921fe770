package org.samenspraak.advice;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.samenspraak.advice.Requests.Request;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking a question back: for who asked it, and for who steers cases. */
@Controller
@RequestMapping("/adviesvragen/{id}/intrekken")
class RequestWithdrawalPages {

    private final Requests requests;
    private final RequestWithdrawals withdrawals;
    private final Cases cases;
    private final Problems problems;

    RequestWithdrawalPages(Requests requests, RequestWithdrawals withdrawals, Cases cases, Problems problems) {
        this.requests = requests;
        this.withdrawals = withdrawals;
        this.cases = cases;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.WORK)
    String show(@PathVariable UUID id, SignedIn me, Model model) {
        return page(find(id, me), "", model);
    }

    @PostMapping
    @Requires(Permission.WORK)
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var request = find(id, me);
        try {
            withdrawals.withdraw(request.caseId(), reason, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(request, reason, model);
        }
        next.addFlashAttribute("notice", "advice.withdraw.done");
        return "redirect:/zaken/" + cases.get(request.caseId()).number();
    }

    private String page(Request request, String reason, Model model) {
        model.addAttribute("case", cases.get(request.caseId()));
        model.addAttribute("possible", withdrawals.isPossible(request.caseId()));
        model.addAttribute("reason", reason);
        return "advice/withdraw";
    }

    private Request find(UUID id, SignedIn me) {
        var request =
                requests.find(new CaseId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!me.groups().contains(request.asker()) && !me.may(Permission.STEER_CASE)) {
            throw new AccessDeniedException(id.toString());
        }
        return request;
    }
}
