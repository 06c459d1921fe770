package org.samenspraak.grant;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.ReminderRound;
import org.samenspraak.grant.RoundRows.Reminded;
import org.samenspraak.identity.AreaLimit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the office does while a round runs. */
@Service
class RoundCare {

    private final Rounds rounds;
    private final RoundRows rows;
    private final ReminderRound reminders;
    private final Timeline timeline;
    private final Dates dates;

    RoundCare(Rounds rounds, RoundRows rows, ReminderRound reminders, Timeline timeline, Dates dates) {
        this.rounds = rounds;
        this.rows = rows;
        this.reminders = reminders;
        this.timeline = timeline;
        this.dates = dates;
    }

    /**
     * Reminds those of these councils that still prepare, each at most once a day.
     *
     * @param councils none for all of the round
     * @param where this person may act; others are passed over
     * @return what came of each
     */
    @Transactional
    public List<Reminded> remind(CaseId round, @Nullable List<UUID> councils, AreaLimit where, Actor by) {
        var came = rows.remind(round, councils, where, dates.today());
        var talks = came.stream()
                .filter(Reminded::isReminded)
                .map(one -> new CaseId(Objects.requireNonNull(one.talk(), "talk")))
                .toList();
        talks.forEach(reminders::remind);
        if (!talks.isEmpty()) {
            timeline.add(round, "grant.reminded", Map.of("many", String.valueOf(talks.size())), null, by);
        }
        return came;
    }

    /** Lets what failed begin again. */
    @Transactional
    public void tryAgain(CaseId round, Actor by) {
        var many = rounds.tryAgain(round);
        if (many > 0) {
            timeline.add(round, "grant.tried-again", Map.of("many", String.valueOf(many)), null, by);
        }
    }
}
