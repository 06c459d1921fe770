package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.VoterRows.Voter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which area somebody votes: who has the link says so, until they confirm; not who first asked a link for their address. */
@Service
@EnableConfigurationProperties(BallotLimits.class)
class BallotAreas {

    private final BudgetAreas areas;
    private final VoterRows rows;

    BallotAreas(BudgetAreas areas, VoterRows rows) {
        this.areas = areas;
        this.rows = rows;
    }

    /** Where residents vote. */
    List<Share> of(CaseId round) {
        return areas.of(round).stream().filter(Share::takesPart).toList();
    }

    boolean has(CaseId round, @Nullable UUID area) {
        return of(round).stream().anyMatch(share -> share.area().value().equals(area));
    }

    /** What was chosen in another area goes; an area that takes no part, and the own one, change nothing. */
    @Transactional
    public void move(Voter voter, @Nullable UUID area) {
        if (area != null && has(voter.round(), area) && !voter.area().value().equals(area)) {
            rows.move(voter.id(), new AreaId(area));
        }
    }
}
