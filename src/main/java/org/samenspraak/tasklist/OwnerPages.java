package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.PersonId;
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

/** Who keeps an eye on a case: named by whoever works in its area. */
@Controller
@RequestMapping("/zaken/{number}/dossierbeheerder")
class OwnerPages {

    private final CaseHead head;
    private final Cases cases;
    private final Colleagues colleagues;
    private final Refusals refusals;

    OwnerPages(CaseHead head, Cases cases, Colleagues colleagues, Refusals refusals) {
        this.head = head;
        this.cases = cases;
        this.colleagues = colleagues;
        this.refusals = refusals;
    }

    @GetMapping
    @Requires(Permission.WORK)
    String ask(@PathVariable String number, SignedIn me, Model model) {
        var view = head.fillToChange(number, me, model);
        if (view.status() != CaseStatus.OPEN) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page(view.owner(), view.version(), me, model);
    }

    /** @param owner empty for nobody */
    @PostMapping
    @Requires(Permission.WORK)
    String name(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "-1") int version,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var view = head.fillToChange(number, me, model);
        var chosen = colleagues.all().stream()
                .map(Person::id)
                .filter(id -> id.toString().equals(owner))
                .findFirst()
                .orElse(null);
        try {
            if (chosen == null && !owner.isEmpty()) {
                throw Refusal.of("owner", "dossier.refusal.owner");
            }
            cases.own(view.id(), version, chosen, me.actor());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
            return page(chosen, view.version(), me, model);
        }
        next.addFlashAttribute("notice", "dossier.owner.done");
        return "redirect:/zaken/" + number;
    }

    private String page(@Nullable PersonId chosen, int version, SignedIn me, Model model) {
        model.addAttribute("version", version);
        model.addAttribute("chosen", chosen);
        model.addAttribute("me", me);
        model.addAttribute("people", colleagues.all());
        return "tasklist/owner";
    }
}
