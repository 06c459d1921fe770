package org.samenspraak.portal;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.kernel.CouncilId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
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
    private final ChosenSenders senders;
    private final PromptViews views;
    private final Audit audit;
    private final TransactionTemplate transaction;

    CouncilSettingsPages(
            Memberships memberships,
            ChosenSenders senders,
            PromptViews views,
            Audit audit,
            TransactionTemplate transaction) {
        this.memberships = memberships;
        this.senders = senders;
        this.views = views;
        this.audit = audit;
        this.transaction = transaction;
    }

    @ForCouncils
    @GetMapping("/raad/instellingen")
    String show(CouncilMember me, Model model) {
        var chosen = senders.of(me.council().id());
        var members = memberships.today(me.council().id());
        model.addAttribute("me", me);
        model.addAttribute(
                "members", members.stream().map(member -> row(member, chosen)).toList());
        return "portal/settings";
    }

    @ForCouncils
    @PostMapping("/raad/instellingen")
    String choose(
            @RequestParam(required = false) @Nullable Set<String> sender, CouncilMember me, RedirectAttributes next) {
        if (!me.decides()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var wanted = sender == null ? Set.<String>of() : sender;
        var council = me.council().id();
        transaction.executeWithoutResult(status -> choose(council, wanted, me));
        next.addFlashAttribute("notice", "portal.council.senders.kept");
        return "redirect:/raad/instellingen";
    }

    private void choose(CouncilId council, Set<String> wanted, CouncilMember me) {
        var by = me.actor(views.function(me.function()));
        var chosen = others(council)
                .filter(member -> wanted.contains(member.id().toString()))
                .map(CouncilSettingsPages::address)
                .collect(Collectors.toSet());
        if (!chosen.equals(senders.of(council))) {
            senders.replace(council, chosen, by.name());
            audit.add(Act.COUNCIL_SENDERS_SET, by, council.value(), me.council().name());
        }
    }

    /** Who can sign in, and may not send already. */
    private Stream<Member> others(CouncilId council) {
        return memberships.today(council).stream()
                .filter(member -> !member.isContact() && member.details().email() != null);
    }

    private static String address(Member member) {
        return CouncilMember.key(Objects.requireNonNull(member.details().email()));
    }

    private static Row row(Member member, Set<String> chosen) {
        var mail = member.details().email();
        return new Row(
                member.id().toString(),
                member.details().name(),
                member.isContact(),
                mail != null,
                mail != null && chosen.contains(CouncilMember.key(mail)));
    }

    /**
     * @param always chair or secretary
     * @param reachable whether they have a mail address, and so can sign in
     */
    record Row(String id, String name, boolean always, boolean reachable, boolean chosen) {}
}
