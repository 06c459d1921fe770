package org.samenspraak.grant;

import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The round that an address names. */
@Component
class RoundPlaces {

    private final Cases cases;
    private final Rounds rounds;

    RoundPlaces(Cases cases, Rounds rounds) {
        this.cases = cases;
        this.rounds = rounds;
    }

    /** @throws NotFound when there is none of that number */
    CaseView find(String number) {
        return cases.byNumber(number)
                .filter(view -> view.trajectory().equals(Round.TRAJECTORY))
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    /** @throws AccessDeniedException for who may not steer it */
    CaseView toSteer(String number, SignedIn me) {
        var view = find(number);
        if (!me.may(Permission.STEER_CASE, view.area())) {
            throw new AccessDeniedException(number);
        }
        return view;
    }
}
