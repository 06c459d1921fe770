package org.samenspraak.grant;

import java.util.Objects;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.grant.Talk.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Talks outside the yearly round: a council asks, or an official says for which council. */
@Component
class ExtraTalks implements TrajectoryIntake {

    private final Talks talks;
    private final Councils councils;
    private final Cases cases;
    private final Dates dates;

    ExtraTalks(Talks talks, Councils councils, Cases cases, Dates dates) {
        this.talks = talks;
        this.councils = councils;
        this.cases = cases;
        this.dates = dates;
    }

    @Override
    public String trajectory() {
        return Talk.EXTRA;
    }

    @Override
    public Subject subject(Answers answers, Actor by) {
        if (answers.rows("points").isEmpty()) {
            throw Refusal.of("points", "grant.refusal.no-points");
        }
        var council = by.kind() == Actor.Kind.COUNCIL
                ? new CouncilId(Objects.requireNonNull(by.id()))
                : CouncilId.parse(Typed.text(answers, "council"));
        return new Subject(
                Typed.text(answers, "subject"), council, councils.get(council).area());
    }

    /** Twice is once. */
    @Transactional
    public void receive(CaseId caseId) {
        var council = Objects.requireNonNull(cases.get(caseId).council(), "council");
        talks.add(caseId, null, council, dates.today().getYear(), State.PREPARED);
    }
}
