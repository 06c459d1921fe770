package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.BallotRows.Turnout;
import org.springframework.stereotype.Component;

/** Areas where so few voted that who knows them would know what they chose. */
@Component
class FewBallots {

    private final BallotRows ballots;

    FewBallots(BallotRows ballots) {
        this.ballots = ballots;
    }

    List<Turnout> of(CaseId round) {
        return ballots.turnout(round).stream().filter(Turnout::isSmall).toList();
    }

    Set<UUID> areas(CaseId round) {
        return of(round).stream().map(Turnout::area).collect(Collectors.toSet());
    }

    /** Of which this reader sees no ballots: who counts, and who looks after that, sees those of all areas. */
    Set<UUID> hidden(CaseView round, SignedIn me) {
        var seesAll = me.may(Permission.STEER_CASE, round.area()) || me.may(Permission.SEE_AUDIT, null);
        return seesAll ? Set.of() : areas(round.id());
    }
}
