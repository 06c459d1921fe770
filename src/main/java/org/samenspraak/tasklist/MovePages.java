package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** A case that belongs to another council. */
@Controller
@RequestMapping("/zaken/{number}/verplaatsen")
class MovePages {

    /** More than a municipality has. */
    private static final int COUNCILS = 1000;

    private final Cases cases;
    private final Councils councils;
    private final Processes processes;
    private final Refusals refusals;
    private final MessageSource messages;

    MovePages(Cases cases, Councils councils, Processes processes, Refusals refusals, MessageSource messages) {
        this.cases = cases;
        this.councils = councils;
        this.processes = processes;
        this.refusals = refusals;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.STEER_CASE)
    String ask(@PathVariable String number, Model model) {
        var view = movable(number);
        if (view.status() != CaseStatus.OPEN) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page(view, view.version(), model);
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String move(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String council,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "-1") int version,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var view = movable(number);
        try {
            var to = chosen(view, council);
            var title = view.title().replace(name(view), to.name());
            cases.move(view.id(), version, to.id(), to.area(), title, reason, me.actor());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
            model.addAttribute("chosen", council);
            model.addAttribute("reason", reason);
            return page(view, version, model);
        }
        next.addFlashAttribute("notice", "tasklist.move.done");
        return "redirect:/zaken/" + number;
    }

    private String page(CaseView view, int version, Model model) {
        model.addAttribute("case", view);
        model.addAttribute("version", version);
        model.addAttribute("councils", others(view));
        model.addAttribute("council", name(view));
        model.addAttribute("follows", follows(view));
        return "tasklist/move";
    }

    private CaseView movable(String number) {
        return cases.byNumber(number)
                .filter(view -> view.council() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private CouncilView chosen(CaseView view, String council) {
        return others(view).stream()
                .filter(other -> other.id().toString().equals(council))
                .findFirst()
                .orElseThrow(() -> Refusal.of("council", "tasklist.refusal.move-council"));
    }

    private String name(CaseView view) {
        return councils.get(Objects.requireNonNull(view.council())).name();
    }

    /** What else comes of it in this kind of case; none when nothing does. */
    private @Nullable String follows(CaseView view) {
        return messages.getMessage(
                "tasklist.move.follows." + view.trajectory(),
                new Object[] {name(view)},
                null,
                LocaleContextHolder.getLocale());
    }

    /** By name. What a council applied for stays with councils of its kind; what the city began may go to any. */
    private List<CouncilView> others(CaseView view) {
        var now = councils.get(Objects.requireNonNull(view.council()));
        var applied = processes
                .trajectory(view.trajectory())
                .filter(model -> model.startedBy().contains("public")
                        || model.startedBy().contains("council"))
                .isPresent();
        var kind = applied ? now.kind() : null;
        return councils.search(new CouncilSearch(null, kind, Set.of(), Set.of()), null, COUNCILS).stream()
                .filter(other -> !other.id().equals(now.id()))
                .toList();
    }
}
