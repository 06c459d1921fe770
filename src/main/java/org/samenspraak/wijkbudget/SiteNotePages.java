package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the site says of how a project goes. */
@Controller
@RequestMapping("/wijkbudget/project/{number}/berichten")
class SiteNotePages {

    private final BudgetProjects projects;
    private final SiteNotes notes;
    private final Problems problems;

    SiteNotePages(BudgetProjects projects, SiteNotes notes, Problems problems) {
        this.projects = projects;
        this.notes = notes;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        return page(number, projects.numbered(number), me, model);
    }

    @PostMapping
    @Requires(Permission.WORK)
    String hide(
            @PathVariable String number,
            @RequestParam UUID note,
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var project = projects.numbered(number);
        if (!ProjectPages.mayWord(me, project)) {
            throw new AccessDeniedException(number);
        }
        try {
            notes.hide(project, note, why, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("why", why);
            problems.refuse(refusal, model, response);
            return page(number, project, me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.notes.hidden");
        return "redirect:/wijkbudget/project/{number}/berichten";
    }

    private String page(String number, BudgetProject project, SignedIn me, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("project", project);
        model.addAttribute("notes", notes.of(project));
        model.addAttribute("mayHide", ProjectPages.mayWord(me, project));
        return "wijkbudget/notes";
    }
}
