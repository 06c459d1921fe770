package org.samenspraak.council;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes, another kind, and the successors after a split or a merge. */
@Controller
@RequestMapping("/raden/{id}/wijzigen")
class CouncilChangePages {

    private static final String BACK = "redirect:/raden/{id}";
    /** More successors to choose from than a municipality has councils in one area. */
    private static final int CHOICES = 200;

    private final CouncilDossiers dossiers;
    private final Councils councils;
    private final Problems problems;

    CouncilChangePages(CouncilDossiers dossiers, Councils councils, Problems problems) {
        this.dossiers = dossiers;
        this.councils = councils;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.EDIT_COUNCIL)
    String show(@PathVariable UUID id, SignedIn me, Model model) {
        return page(dossiers.toEdit(id, me), model);
    }

    @PostMapping("/notitie")
    @Requires(Permission.EDIT_COUNCIL)
    String note(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var council = dossiers.toEdit(id, me);
        return done(council, () -> councils.note(council.id(), note, me.actor()), model, response, next);
    }

    @PostMapping("/soort")
    @Requires(Permission.EDIT_COUNCIL)
    String kind(
            @PathVariable UUID id,
            @RequestParam CouncilKind kind,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var council = dossiers.toEdit(id, me);
        return done(council, () -> councils.changeKind(council.id(), kind, me.actor()), model, response, next);
    }

    @PostMapping("/opvolger")
    @Requires(Permission.EDIT_COUNCIL)
    String successor(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<UUID> successor,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var council = dossiers.toEdit(id, me);
        var successors = successor.stream().map(CouncilId::new).collect(Collectors.toSet());
        return done(
                council, () -> councils.succeed(council.id(), successors, reason, me.actor()), model, response, next);
    }

    private String done(
            CouncilView council, Runnable change, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            change.run();
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(council, model);
        }
        next.addFlashAttribute("notice", "council.change.saved");
        return BACK;
    }

    private String page(CouncilView council, Model model) {
        model.addAttribute("council", council);
        model.addAttribute("kinds", CouncilKind.values());
        model.addAttribute("others", others(council));
        model.addAttribute("successors", councils.successors(council.id()));
        return "council/change";
    }

    private List<CouncilView> others(CouncilView council) {
        var all = new CouncilSearch(null, null, Set.of(), Set.of());
        return councils.search(all, null, CHOICES).stream()
                .filter(other -> !other.id().equals(council.id()))
                .toList();
    }
}
