package org.samenspraak.demo;

import java.util.Set;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.NewDelegation;
import org.samenspraak.identity.SignedInPeople;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One area manager is away at the first start, and a colleague does their work. */
@Component
@Profile("demo")
class Absences {

    /** Before the first start, in days. */
    private static final int SET = 6;

    /** After the first start, in days. */
    private static final int LAST = 10;

    private final Delegations delegations;
    private final SignedInPeople people;

    Absences(Delegations delegations, SignedInPeople people) {
        this.delegations = delegations;
        this.people = people;
    }

    void plan(Agenda agenda, Cast cast) {
        var away = cast.person("area-manager-ter-hilst");
        var deputy = cast.person("area-manager-dorpen");
        agenda.plan(
                SET,
                8,
                () -> delegations.add(
                        people.of(away).orElseThrow(),
                        away,
                        new NewDelegation(
                                null, deputy, agenda.now(), agenda.start().plusDays(LAST), "", Set.of(), Set.of())));
    }
}
