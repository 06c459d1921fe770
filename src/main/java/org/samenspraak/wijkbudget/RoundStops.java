package org.samenspraak.wijkbudget;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stopping a whole round that was adopted: an official proposes it with a reason, another one enters the decision of the organ. */
@Service
class RoundStops {

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_NUMBER = 60;

    private final JdbcClient jdbc;
    private final BudgetRounds rounds;
    private final BudgetDecisions decisions;
    private final Cases cases;
    private final Timeline timeline;
    private final Dates dates;
    private final Clock clock;

    RoundStops(
            JdbcClient jdbc,
            BudgetRounds rounds,
            BudgetDecisions decisions,
            Cases cases,
            Timeline timeline,
            Dates dates,
            Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.decisions = decisions;
        this.cases = cases;
        this.timeline = timeline;
        this.dates = dates;
        this.clock = clock;
    }

    /** Whether somebody can propose it: it was adopted, runs, and nothing was decided on its projects. */
    boolean isOffered(CaseId round) {
        return rounds.get(round).adoptedAt() != null
                && cases.get(round).status() == CaseStatus.OPEN
                && decisions.find(round).isEmpty();
    }

    Optional<Proposal> proposed(CaseId round) {
        return jdbc.sql(
                        "select reason, proposed_by by, proposed_by_id by_id, proposed_at::date since, decision, decided_on"
                                + " from wijkbudget_round_stop where round = ?")
                .param(round.value())
                .query(Proposal.class)
                .optional();
    }

    /** @throws Refusal without a reason, and when somebody proposed it already */
    @Transactional
    public void propose(CaseId round, String reason, Actor by) {
        hold(round);
        if (reason.isBlank()) {
            throw Refusal.of("reason", "casefile.refusal.reason-missing");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Refusal.of("reason", "wijkbudget.refusal.stop-long", LONGEST_REASON);
        }
        if (proposed(round).isPresent()) {
            throw new Refusal("wijkbudget.refusal.stop-proposed");
        }
        jdbc.sql(
                        """
                        insert into wijkbudget_round_stop (round, reason, proposed_by, proposed_by_id, proposed_at)
                        values (:round, :reason, :by, :id, :at)
                        """)
                .param("round", round.value())
                .param("reason", reason.strip())
                .param("by", by.name())
                .param("id", by.id(), Types.OTHER)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        timeline.add(round, "wijkbudget.stop-proposed", Map.of(), reason.strip(), by);
    }

    /** The round goes on. Nothing where nobody proposed it. */
    @Transactional
    public void drop(CaseId round, Actor by) {
        hold(round);
        if (jdbc.sql("delete from wijkbudget_round_stop where round = ?")
                        .param(round.value())
                        .update()
                == 1) {
            timeline.add(round, "wijkbudget.stop-dropped", Map.of(), null, by);
        }
    }

    /**
     * Stops it and all that is under way in it, and tells everybody.
     *
     * @param number of the decision of the organ
     * @throws Refusal without a proposal, for who made it, without a number, and for a day to come or before the round was begun
     */
    @Transactional
    public void stop(CaseId round, String number, LocalDate day, Actor by) {
        hold(round);
        var proposal = proposed(round).orElseThrow(() -> new Refusal("wijkbudget.refusal.stop-not-proposed"));
        if (proposal.isOf(by)) {
            throw new Refusal("wijkbudget.refusal.own-stop");
        }
        if (number.isBlank() || number.strip().length() > LONGEST_NUMBER) {
            throw Refusal.of("decision", "wijkbudget.refusal.stop-number", LONGEST_NUMBER);
        }
        var begun = cases.get(round).received();
        if (day.isAfter(dates.today()) || day.isBefore(begun)) {
            throw Refusal.of("day", "wijkbudget.refusal.stop-day", dates.day(begun));
        }
        jdbc.sql("update wijkbudget_round_stop set decision = ?, decided_on = ? where round = ?")
                .params(number.strip(), day, round.value())
                .update();
        timeline.add(round, "wijkbudget.stop-decided", Map.of("decision", number.strip()), null, by);
        cases.stop(round, CaseStatus.STOPPED, proposal.reason(), by);
    }

    private void hold(CaseId round) {
        rounds.hold(round);
        if (!isOffered(round)) {
            throw new Refusal("wijkbudget.refusal.stop-not-offered");
        }
    }

    /**
     * @param since the day on which it was proposed
     * @param decision by which the round stopped, of which day; none while it did not
     */
    record Proposal(
            String reason,
            String by,
            @Nullable UUID byId,
            LocalDate since,
            @Nullable String decision,
            @Nullable LocalDate decidedOn) {

        boolean isOf(Actor one) {
            return byId != null && one.actsFor(new PersonId(byId));
        }
    }
}
