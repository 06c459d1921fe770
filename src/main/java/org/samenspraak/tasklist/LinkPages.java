package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.CaseLinks.Kind;
import org.samenspraak.casefile.CaseView;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cases that belong together: linked and taken apart by who works in the area of one of them. */
@Controller
@RequestMapping("/zaken/{number}/verbanden")
class LinkPages {

    private static final int ROWS = 30;
    private static final List<Kind> BY_HAND =
            Arrays.stream(Kind.values()).filter(Kind::isByHand).toList();

    private final CaseHead head;
    private final CaseLists lists;
    private final CaseLinks links;
    private final Refusals refusals;

    LinkPages(CaseHead head, CaseLists lists, CaseLinks links, Refusals refusals) {
        this.head = head;
        this.lists = lists;
        this.links = links;
        this.refusals = refusals;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String all(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long before,
            SignedIn me,
            Model model) {
        return page(head.fill(number, me, model), before, model);
    }

    @PostMapping
    @Requires(Permission.WORK)
    String link(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var view = head.fillToChange(number, me, model);
        try {
            links.link(view.id(), other, kind(kind), reason, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("other", other);
            model.addAttribute("kind", kind);
            model.addAttribute("reason", reason);
            return refused(refusal, view, model, response, locale);
        }
        next.addFlashAttribute("notice", "dossier.link.done");
        return "redirect:/zaken/" + number + "/verbanden";
    }

    @PostMapping("/{link}/weg")
    @Requires(Permission.WORK)
    String unlink(
            @PathVariable String number,
            @PathVariable long link,
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var view = head.fillToChange(number, me, model);
        try {
            links.unlink(view.id(), link, why, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("removing", link);
            model.addAttribute("why", why);
            return refused(refusal, view, model, response, locale);
        }
        next.addFlashAttribute("notice", "dossier.link.gone");
        return "redirect:/zaken/" + number + "/verbanden";
    }

    private static Kind kind(String code) {
        return BY_HAND.stream()
                .filter(kind -> kind.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("kind", "dossier.refusal.link-kind"));
    }

    private String refused(Refusal refusal, CaseView view, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
        return page(view, null, model);
    }

    private String page(CaseView view, @Nullable Long before, Model model) {
        model.addAttribute("links", lists.links(view, before, ROWS));
        model.addAttribute("linkKinds", BY_HAND);
        return "tasklist/links";
    }
}
