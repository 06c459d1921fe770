package org.samenspraak.wijkbudget;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.voting.Seed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The choice of a round from its first to its last moment. */
@Service
class Choosing {

    private static final int SEED_BYTES = 32;

    /** Counts from the last day of the choice, also when its close was noticed later. */
    private static final String COUNT = "wijkbudget-count";

    private final VoteRows votes;
    private final Candidates candidates;
    private final UnreadyProjects unready;
    private final Voters voters;
    private final ShuffledBallots shuffle;
    private final Clocks clocks;
    private final Timeline timeline;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Choosing(
            VoteRows votes,
            Candidates candidates,
            UnreadyProjects unready,
            Voters voters,
            ShuffledBallots shuffle,
            Clocks clocks,
            Timeline timeline,
            Clock clock) {
        this.votes = votes;
        this.candidates = candidates;
        this.unready = unready;
        this.voters = voters;
        this.shuffle = shuffle;
        this.clocks = clocks;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Stops what can't be chosen, draws the seed of the lot and makes its hash known, before anybody votes. */
    @Transactional
    public void open(CaseId round) {
        unready.stop(round);
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        var closes = clocks.find(round, Phase.CHOICE.term(), null).orElseThrow().due();
        votes.open(round, clock.instant(), closes, new Seed(HexFormat.of().formatHex(seed)));
        var commitment = votes.find(round).orElseThrow().commitment();
        timeline.add(round, "wijkbudget.vote-opened", Map.of("commitment", commitment), null, Actor.SYSTEM);
    }

    /**
     * Waits for ballots that are being confirmed; none comes in after it. Drafts and addresses go.
     *
     * @return whether there is anything to count
     */
    @Transactional
    public boolean close(CaseId round) {
        votes.hold(round);
        if (votes.close(round, clock.instant())) {
            shuffle.shuffle(round);
            voters.forget(round);
            timeline.add(round, "wijkbudget.vote-closed", Map.of(), null, Actor.SYSTEM);
        }
        var toCount = candidates.any(round);
        if (toCount) {
            var ended =
                    clocks.find(round, Phase.CHOICE.term(), null).orElseThrow().lastDay();
            clocks.start(round, COUNT, null, ended);
        }
        return toCount;
    }
}
