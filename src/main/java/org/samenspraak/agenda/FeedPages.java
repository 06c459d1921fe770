package org.samenspraak.agenda;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own addresses for calendar programs: making, renewing and revoking them. */
@Controller
@RequestMapping("/agenda/koppelen")
class FeedPages {

    private final Feeds feeds;
    private final FeedChoices choices;
    private final AgendaEntries agenda;
    private final Problems problems;
    private final Environment environment;

    FeedPages(Feeds feeds, FeedChoices choices, AgendaEntries agenda, Problems problems, Environment environment) {
        this.feeds = feeds;
        this.choices = choices;
        this.agenda = agenda;
        this.problems = problems;
        this.environment = environment;
    }

    @GetMapping
    @Requires(Permission.WORK)
    String show(SignedIn me, Model model) {
        return page(me, Whose.MINE.code(), agenda.kinds(), model);
    }

    /** Shows the new address at once: it is kept nowhere, so no other page could show it. */
    @PostMapping
    @Requires(Permission.WORK)
    String make(
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") List<String> kind,
            SignedIn me,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var kinds = agenda.kinds().stream().filter(kind::contains).toList();
        try {
            refuse(choice, kinds, me);
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(me, choice, kinds, model);
        }
        var address = environment.getRequiredProperty("samenspraak.municipality.base-url") + "/agenda/feed/"
                + feeds.make(me, choice, kinds, locale) + ".ics";
        model.addAttribute("address", address);
        model.addAttribute("subscribe", address.replaceFirst("^https?:", "webcal:"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        return page(me, choice, kinds, model);
    }

    private void refuse(String choice, List<String> kinds, SignedIn me) {
        if (!choices.offered(me).containsKey(choice)) {
            throw Refusal.of("choice", "agenda.refusal.choice");
        }
        if (kinds.isEmpty()) {
            throw Refusal.of("kind", "agenda.refusal.kind");
        }
    }

    @PostMapping("/{id}/intrekken")
    @Requires(Permission.WORK)
    String revoke(@PathVariable UUID id, SignedIn me, RedirectAttributes redirect) {
        feeds.revoke(me, id);
        redirect.addFlashAttribute("notice", "agenda.feed.revoked");
        return "redirect:/agenda/koppelen";
    }

    private String page(SignedIn me, String choice, List<String> kinds, Model model) {
        model.addAttribute("offered", choices.offered(me));
        model.addAttribute("choice", choice);
        model.addAttribute("kinds", agenda.kinds());
        model.addAttribute("chosen", Set.copyOf(kinds));
        model.addAttribute(
                "feeds",
                feeds.of(me.person()).stream()
                        .map(feed -> new Row(
                                feed,
                                choices.name(feed.choice()),
                                choices.query(feed, me).isPresent()))
                        .toList());
        return "agenda/feeds";
    }

    /** @param alive whether its owner may still see what it shows */
    record Row(Feed feed, String name, boolean alive) {}
}
