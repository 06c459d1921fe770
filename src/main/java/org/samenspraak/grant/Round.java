package org.samenspraak.grant;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes a round; {@link TalkStarter} begins its talks. */
@Service
class Round {

    static final String TRAJECTORY = "yearly-round";

    private final Rounds rounds;
    private final RoundDates days;
    private final Cases cases;
    private final Clocks clocks;
    private final Submissions submissions;
    private final Clock clock;

    Round(Rounds rounds, RoundDates days, Cases cases, Clocks clocks, Submissions submissions, Clock clock) {
        this.rounds = rounds;
        this.days = days;
        this.cases = cases;
        this.clocks = clocks;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Lists its councils; the time to close it counts from the closing day. Twice is once. */
    @Transactional
    public void open(CaseId caseId) {
        var answers = submissions.latest(caseId, TRAJECTORY).orElseThrow();
        var year = RoundIntake.year(answers);
        var closing = days.closing(cases.get(caseId).regulation(), year);
        if (rounds.add(new Rounds.Opened(caseId, year, closing, answers.text("lateReason"), false))) {
            if (RoundIntake.takesAll(answers)) {
                rounds.addCouncils(caseId, rounds.toInvite(year));
            }
            answers.rows("leftOut")
                    .forEach(row -> rounds.leaveOut(
                            caseId,
                            CouncilId.parse(text(row.get("council"))),
                            text(row.get("reason")).strip()));
            clocks.start(caseId, "round-close", null, closing);
        }
    }

    /** What still runs goes on; what did not begin never will. */
    @Transactional
    public void close(CaseId caseId) {
        var answers = submissions.latest(caseId, "yearly-round-close").orElseThrow();
        rounds.close(caseId, answers.text("leftReason"), clock.instant());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
