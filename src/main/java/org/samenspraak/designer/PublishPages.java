package org.samenspraak.designer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.ModelRefused;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From draft to version: proposed by one, published by another; and back to an earlier one. */
@Controller
@RequestMapping("/ontwerp/trajecten/{folder}")
class PublishPages {

    private static final String THERE = "redirect:/ontwerp/trajecten/{folder}";

    private final ModelPublishing publishing;
    private final TrajectoryModel page;
    private final VersionModel versions;
    private final Problems problems;

    PublishPages(ModelPublishing publishing, TrajectoryModel page, VersionModel versions, Problems problems) {
        this.publishing = publishing;
        this.page = page;
        this.versions = versions;
        this.problems = problems;
    }

    @PostMapping("/voorleggen")
    @Requires(Permission.DESIGN)
    String propose(
            @PathVariable String folder,
            @RequestParam long draft,
            @RequestParam(defaultValue = "") String note,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("note", note);
        return done(folder, me, response, model, () -> {
            publishing.propose(folder, draft, note, me.actor());
            redirect.addFlashAttribute("notice", "designer.publish.proposed");
            return THERE;
        });
    }

    @PostMapping("/intrekken")
    @Requires(Permission.DESIGN)
    String withdraw(
            @PathVariable String folder,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return done(folder, me, response, model, () -> {
            publishing.withdraw(folder);
            redirect.addFlashAttribute("notice", "designer.publish.withdrawn");
            return THERE;
        });
    }

    @PostMapping("/publiceren")
    @Requires(Permission.DESIGN)
    String publish(
            @PathVariable String folder,
            @RequestParam long draft,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return done(folder, me, response, model, () -> {
            var version = publishing.publish(folder, draft, me.actor());
            redirect.addFlashAttribute("notice", "designer.publish.done");
            redirect.addFlashAttribute("noticeArgs", List.of(version.number()));
            return THERE;
        });
    }

    /** A version beside the one of new cases. */
    @GetMapping("/versies/{number}")
    @Requires(Permission.SEE_DESIGN)
    String version(@PathVariable String folder, @PathVariable int number, Model model) {
        return versions.fill(folder, number, model);
    }

    @PostMapping("/versies/{number}/terug")
    @Requires(Permission.DESIGN)
    String restore(
            @PathVariable String folder,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String note,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            publishing.restore(folder, number, note, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("note", note);
            return versions.fill(folder, number, model);
        }
        redirect.addFlashAttribute("notice", "designer.publish.restored");
        redirect.addFlashAttribute("noticeArgs", List.of(number));
        return THERE;
    }

    /** Shows why it was not done on the page where it was asked. */
    private String done(String folder, SignedIn me, HttpServletResponse response, Model model, Supplier<String> act) {
        try {
            return act.get();
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
        } catch (ModelRefused refused) {
            problems.refuse(new Refusal("designer.refusal.faults"), model, response);
            model.addAttribute("refusedBy", page.said(refused.findings()));
        } catch (OptimisticLockingFailureException meanwhile) {
            response.setStatus(409);
            problems.show(List.of(new Refusal("designer.refusal.meanwhile")), model);
        }
        return page.fill(folder, me, model);
    }
}
