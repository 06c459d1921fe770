package org.samenspraak.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.FailedSteps;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.process.FailedStep;
import org.samenspraak.process.Processes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Technical steps that failed, and trying them again. */
@Controller
class FailedStepPages {

    private static final int MOST = 200;

    private final Processes processes;
    private final FailedSteps failed;
    private final Cases cases;

    FailedStepPages(Processes processes, FailedSteps failed, Cases cases) {
        this.processes = processes;
        this.failed = failed;
        this.cases = cases;
    }

    @ModelAttribute("administers")
    boolean administers(SignedIn me) {
        return me.may(Permission.ADMINISTER);
    }

    @GetMapping("/beheer/stappen")
    @Requires(Permission.SEE_OPERATION)
    String list(Model model) {
        var steps = processes.failedSteps(MOST);
        model.addAttribute("steps", steps.stream().map(this::row).toList());
        return "admin/failed-steps";
    }

    @PostMapping("/beheer/stappen/{id}/opnieuw")
    @Requires(Permission.ADMINISTER)
    String retry(@PathVariable String id, SignedIn me, RedirectAttributes redirect) {
        failed.retry(id, me.actor());
        redirect.addFlashAttribute("notice", "admin.steps.retried");
        return "redirect:/beheer/stappen";
    }

    private StepRow row(FailedStep step) {
        return new StepRow(
                step.id(),
                cases.get(step.caseId()).number(),
                step.stepName(),
                step.message(),
                step.retriesLeft(),
                step.since());
    }

    /** @param retriesLeft how often the system still tries by itself */
    record StepRow(
            String id, String caseNumber, String stepName, @Nullable String message, int retriesLeft, Instant since) {}
}
