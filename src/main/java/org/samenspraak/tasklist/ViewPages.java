package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.People;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeping lists by a name, sharing them, and choosing the one to start with. */
@Controller
@RequestMapping("/werk/weergaven")
class ViewPages {

    private final SavedViews views;
    private final RoleNames roleNames;
    private final People people;
    private final Refusals refusals;

    ViewPages(SavedViews views, RoleNames roleNames, People people, Refusals refusals) {
        this.views = views;
        this.roleNames = roleNames;
        this.people = people;
        this.refusals = refusals;
    }

    @GetMapping
    @Requires(Permission.WORK)
    String show(@ModelAttribute(name = "list", binding = false) InboxQuery list, SignedIn me, Model model) {
        return page(list, model);
    }

    /** @param share a group of one's own, or empty */
    @PostMapping
    @Requires(Permission.WORK)
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String share,
            @RequestParam(defaultValue = "") String start,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        try {
            views.save(name, list, share.isEmpty() ? null : GroupId.parse(share), !start.isEmpty());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
            model.addAttribute("name", name);
            model.addAttribute("share", share);
            return page(list, model);
        }
        next.addFlashAttribute("notice", "tasklist.views.saved");
        return "redirect:" + list.url();
    }

    @PostMapping("/{id}/begin")
    @Requires(Permission.WORK)
    String startWith(@PathVariable UUID id, SignedIn me, RedirectAttributes next) {
        views.startWith(id, me);
        return changed(next);
    }

    @PostMapping("/begin")
    @Requires(Permission.WORK)
    String startWithAll(SignedIn me, RedirectAttributes next) {
        views.startWithAll(me);
        return changed(next);
    }

    @PostMapping("/{id}/weg")
    @Requires(Permission.WORK)
    String remove(@PathVariable UUID id, SignedIn me, RedirectAttributes next) {
        views.remove(id, me);
        return changed(next);
    }

    private static String changed(RedirectAttributes next) {
        next.addFlashAttribute("notice", "tasklist.views.changed");
        return "redirect:/werk/weergaven";
    }

    private String page(InboxQuery query, Model model) {
        var me = query.me();
        var shareable = roleNames.each(me.groups()).entrySet().stream()
                .map(entry -> new InboxChoices.Choice(entry.getKey().toString(), entry.getValue()))
                .sorted(Comparator.comparing(InboxChoices.Choice::name))
                .toList();
        var seen = views.of(me);
        model.addAttribute("query", query);
        var owners = people.names(seen.stream().map(SavedViews.SavedView::owner).collect(Collectors.toSet()));
        model.addAttribute(
                "saved", seen.stream().map(view -> Line.of(view, owners, me)).toList());
        model.addAttribute("starts", seen.stream().anyMatch(SavedViews.SavedView::start));
        model.addAttribute("groups", shareable);
        model.addAttribute("longest", SavedViews.LONGEST_NAME);
        return "tasklist/views";
    }

    /**
     * @param owner none when it is the reader's own
     * @param shared whether others see it too
     */
    record Line(UUID id, String name, String url, @Nullable String owner, boolean shared, boolean start) {

        static Line of(SavedViews.SavedView view, Map<PersonId, String> owners, SignedIn me) {
            return new Line(
                    view.id(),
                    view.name(),
                    view.list(me).url(),
                    view.owner().equals(me.person()) ? null : owners.getOrDefault(view.owner(), ""),
                    view.sharedWith() != null,
                    view.start());
        }
    }
}
