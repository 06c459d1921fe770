package org.samenspraak.grant;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The level of a council, where the regulation knows levels. */
@Service
class Levels {

    private final Talks talks;
    private final Councils councils;
    private final Cases cases;
    private final Regulations regulations;
    private final Submissions submissions;

    Levels(Talks talks, Councils councils, Cases cases, Regulations regulations, Submissions submissions) {
        this.talks = talks;
        this.councils = councils;
        this.cases = cases;
        this.regulations = regulations;
        this.submissions = submissions;
    }

    /** None where the regulation knows none. */
    List<String> of(RegulationId regulation) {
        var levels = regulations.get(regulation, "recognition.levels").value();
        return levels.equals("none") ? List.of() : Arrays.asList(levels.split(","));
    }

    /** Whether somebody has to decide: another level was wished for, or came out of the talk. */
    boolean isToDecide(CaseId caseId) {
        var talk = talks.get(caseId);
        if (of(cases.get(caseId).regulation()).isEmpty()) {
            return false;
        }
        var now = councils.get(talk.council()).level();
        return (talk.wishedLevel() != null && !talk.wishedLevel().equals(now))
                || (talk.concludedLevel() != null && !talk.concludedLevel().equals(now));
    }

    /** Writes the level in the register, with its case. */
    @Transactional
    public void decide(CaseId caseId, Actor by) {
        var answers = submissions.latest(caseId, "talk-level").orElseThrow();
        var level = Objects.requireNonNull(answers.text("level"), "level");
        talks.decided(caseId, level, Typed.text(answers, "reason"));
        councils.changeLevel(talks.get(caseId).council(), level, caseId, by);
    }
}
