package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.StopWays;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ends a case before its time. */
@Controller
@RequestMapping("/zaken/{number}/stoppen")
class StopPages {

    private final CaseHead head;
    private final Cases cases;
    private final List<StopWays> ways;
    private final Refusals refusals;

    StopPages(CaseHead head, Cases cases, List<StopWays> ways, Refusals refusals) {
        this.head = head;
        this.cases = cases;
        this.ways = ways;
        this.refusals = refusals;
    }

    @GetMapping
    @Requires(Permission.STEER_CASE)
    String stopping(@PathVariable String number, SignedIn me, Model model) {
        var view = head.fill(number, me, model);
        if (view.status() != CaseStatus.OPEN) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        offer(view, model);
        return "tasklist/stop";
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String stop(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var view = head.fill(number, me, model);
        try {
            cases.stop(view.id(), stopped(view, as), reason, me.actor());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            offer(view, model);
            model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
            model.addAttribute("as", as);
            model.addAttribute("reason", reason);
            return "tasklist/stop";
        }
        next.addFlashAttribute("notice", "tasklist.stop.done");
        return "redirect:/zaken/" + number;
    }

    private void offer(CaseView view, Model model) {
        model.addAttribute("ways", offered(view));
    }

    private List<CaseStatus> offered(CaseView view) {
        return Stream.of(CaseStatus.WITHDRAWN, CaseStatus.STOPPED)
                .filter(way -> ways.stream().allMatch(one -> one.offers(view, way)))
                .toList();
    }

    /** Nothing that the page did not offer. */
    private CaseStatus stopped(CaseView view, String as) {
        var offered = offered(view);
        return offered.stream()
                .filter(way -> way.name().equals(as))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.of("as", "tasklist.refusal." + (offered.isEmpty() ? "stop-not-so" : "stop-as")));
    }
}
