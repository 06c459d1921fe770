package org.samenspraak.tasklist;

import java.util.List;
import java.util.stream.Collectors;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.Delegation;
import org.samenspraak.identity.Leads;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The people somebody leads: who is away, and who acts in their place. */
@Controller
class TeamPages {

    private final Leads leads;
    private final Delegations delegations;
    private final Dates dates;

    TeamPages(Leads leads, Delegations delegations, Dates dates) {
        this.leads = leads;
        this.delegations = delegations;
        this.dates = dates;
    }

    @GetMapping("/mijn/team")
    @Requires(Permission.OWN_ACCOUNT)
    String show(SignedIn me, Model model) {
        var team = leads.team(me.person());
        var given = delegations.of(team.stream().map(Person::id).collect(Collectors.toSet())).stream()
                .collect(Collectors.groupingBy(Delegation::holder));
        model.addAttribute("today", dates.today());
        model.addAttribute(
                "team",
                team.stream()
                        .map(person -> new Member(person, given.getOrDefault(person.id(), List.of())))
                        .toList());
        return "tasklist/team";
    }

    /** @param away now and later */
    record Member(Person person, List<Delegation> away) {}
}
