package org.samenspraak.portal;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Mandates;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.identity.ForCouncils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a council decides for itself: chair and secretary say which members may send. */
@Controller
class CouncilSettingsPages {

    private final Memberships memberships;
    private final Mandates mandates;
    private final PromptViews views;

    CouncilSettingsPages(Memberships memberships, Mandates mandates, PromptViews views) {
        this.memberships = memberships;
        this.mandates = mandates;
        this.views = views;
    }

    @ForCouncils
    @GetMapping("/raad/instellingen")
    String show(CouncilMember me, Model model) {
        var chosen = mandates.chosen(me.council().id());
        var members = memberships.today(me.council().id());
        model.addAttribute("me", me);
        model.addAttribute(
                "members", members.stream().map(member -> row(member, chosen)).toList());
        return "portal/settings";
    }

    @ForCouncils
    @PostMapping("/raad/instellingen")
    String choose(
            @RequestParam(required = false) @Nullable Set<UUID> sender, CouncilMember me, RedirectAttributes next) {
        if (!me.decides()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        mandates.choose(me.council().id(), sender == null ? Set.of() : sender, me.actor(views.function(me.function())));
        next.addFlashAttribute("notice", "portal.council.senders.kept");
        return "redirect:/raad/instellingen";
    }

    private static Row row(Member member, Set<UUID> chosen) {
        return new Row(
                member.id().toString(),
                member.details().name(),
                member.isContact(),
                member.details().email() != null,
                chosen.contains(member.id()));
    }

    /**
     * @param always chair or secretary
     * @param reachable whether they have a mail address, and so can sign in
     */
    record Row(String id, String name, boolean always, boolean reachable, boolean chosen) {}
}
