package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.PersonLinks;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.identity.Problems;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.samenspraak.wijkbudget.InitiatorActs.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A project behind the personal link of who leads it: the agreement to sign, and how it goes, with a photo. */
@Controller
@RequestMapping("/v/idee/{token}/project/{project}")
class ExecutionPages {

    private static final String LINK =
            "the link was mailed to one address, and shows the project that its reader leads";
    private static final String BACK = "redirect:/v/idee/{token}/project/{project}";

    private final PersonLinks links;
    private final IdeaSupporters supporters;
    private final InitiatorActs acts;
    private final HandingOver handingOver;
    private final Executions executions;
    private final AgreementText agreement;
    private final Pots pots;
    private final Dates dates;
    private final Problems problems;

    ExecutionPages(
            PersonLinks links,
            IdeaSupporters supporters,
            InitiatorActs acts,
            HandingOver handingOver,
            Executions executions,
            AgreementText agreement,
            Pots pots,
            Dates dates,
            Problems problems) {
        this.links = links;
        this.supporters = supporters;
        this.acts = acts;
        this.handingOver = handingOver;
        this.executions = executions;
        this.agreement = agreement;
        this.pots = pots;
        this.dates = dates;
        this.problems = problems;
    }

    @OpenToAll(because = LINK)
    @GetMapping
    String show(@PathVariable String token, @PathVariable UUID project, Model model) {
        var reader = reader(token);
        return page(token, reader, find(reader, project), model);
    }

    @OpenToAll(because = LINK)
    @PostMapping("/tekenen")
    String sign(
            @PathVariable String token,
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String agreed,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var reader = reader(token);
        var found = find(reader, project);
        try {
            if (agreed.equals("yes")) {
                acts.sign(found, reader);
            } else {
                acts.refuse(found, words, reader);
            }
        } catch (Refusal refusal) {
            return refused(refusal, token, reader, found, words, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.execution.answered");
        return BACK;
    }

    @OpenToAll(because = LINK)
    @PostMapping("/overnemen")
    String takeOver(
            @PathVariable String token,
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String agreed,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var reader = reader(token);
        var found = find(reader, project);
        try {
            if (agreed.equals("yes")) {
                handingOver.agree(found, reader);
            } else {
                handingOver.decline(found, words, reader);
            }
        } catch (Refusal refusal) {
            return refused(refusal, token, reader, found, words, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.execution.answered");
        return BACK;
    }

    @OpenToAll(because = LINK)
    @PostMapping("/voortgang")
    String tell(
            @PathVariable String token,
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean report,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var reader = reader(token);
        var found = find(reader, project);
        var sent = photo == null || photo.isEmpty() ? null : photo;
        try {
            acts.tell(
                    found,
                    new Told(
                            page,
                            words,
                            sent == null ? null : sent.getOriginalFilename(),
                            sent == null ? null : sent.getInputStream(),
                            report),
                    reader);
        } catch (Refusal refusal) {
            model.addAttribute("report", report);
            return refused(refusal, token, reader, found, words, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.execution.told");
        return BACK;
    }

    private String refused(
            Refusal refusal,
            String token,
            Supporter reader,
            BudgetProject project,
            String typed,
            Model model,
            HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        model.addAttribute("typed", typed);
        return page(token, reader, project, model);
    }

    /** Who leads it or is asked to reads the agreement; who led it before reads who does now. */
    private String page(String token, Supporter reader, BudgetProject project, Model model) {
        var execution = executions.get(project.id());
        var leads = acts.leads(project, reader);
        var asked = handingOver.isAsked(project, reader);
        model.addAttribute("token", token);
        model.addAttribute("page", UUID.randomUUID());
        model.addAttribute("project", project.id());
        model.addAttribute("title", project.title());
        model.addAttribute("ended", execution.endedOn());
        model.addAttribute("asked", asked);
        model.addAttribute("maySign", leads && acts.maySign(project.caseId()));
        model.addAttribute("mayTell", leads && acts.mayTell(execution));
        if (leads || asked) {
            model.addAttribute("agreement", agreement.lines(project));
            model.addAttribute("signatures", agreement.signatures(execution, reader.id()));
        } else {
            model.addAttribute("leads", agreement.leadsNow(execution));
            model.addAttribute("agreement", List.of(execution.what()));
        }
        if (leads && execution.begins() != null) {
            stands(project, execution, model);
        }
        return "wijkbudget/execution";
    }

    /** How it goes, as who leads it may know: also what they wrote that is on no site. */
    private void stands(BudgetProject project, Execution execution, Model model) {
        model.addAttribute("execution", execution);
        model.addAttribute("late", execution.isLate(dates.today()));
        model.addAttribute("milestones", executions.milestones(project.id()));
        model.addAttribute("held", pots.held(project.caseId()).orElse(null));
        model.addAttribute(
                "written",
                executions.progress(project.id()).stream()
                        .filter(one -> !one.words().isEmpty())
                        .toList());
    }

    private BudgetProject find(Supporter reader, UUID project) {
        return acts.seenBy(reader).stream()
                .filter(one -> one.id().equals(project))
                .findFirst()
                .orElseThrow(ExecutionPages::nothing);
    }

    private Supporter reader(String token) {
        return links.proved(token, id -> supporters.find(id).map(Supporter::mail))
                .flatMap(supporters::find)
                .orElseThrow(ExecutionPages::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
