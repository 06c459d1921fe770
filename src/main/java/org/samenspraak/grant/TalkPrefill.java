package org.samenspraak.grant;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;

/** What the forms of a round and of its talks know already. */
@Component
class TalkPrefill implements Prefill {

    private static final Set<String> TRAJECTORIES = Set.of(Round.TRAJECTORY, Talk.YEARLY, Talk.EXTRA);
    private static final int SHOWN = 100;

    private final Talks talks;
    private final TalkView view;
    private final Rounds rounds;
    private final RoundRows rows;
    private final GrantWords words;

    TalkPrefill(Talks talks, TalkView view, Rounds rounds, RoundRows rows, GrantWords words) {
        this.talks = talks;
        this.view = view;
        this.rounds = rounds;
        this.rows = rows;
        this.words = words;
    }

    @Override
    public String source() {
        return "talk";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return TRAJECTORIES.contains(trajectory);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        if (caseId == null) {
            return Map.of();
        }
        return talks.find(caseId)
                .map(view::of)
                .or(() -> rounds.find(caseId).map(this::ofRound))
                .orElse(Map.of());
    }

    private Map<String, Object> ofRound(Rounds.Opened round) {
        var known = new HashMap<String, Object>();
        var counts = rows.counts(round.caseId());
        known.put("standing", words.counts(counts));
        var left = rows.left(round.caseId(), SHOWN);
        if (!left.isEmpty()) {
            known.put("left", String.join("\n", left));
        }
        return known;
    }
}
