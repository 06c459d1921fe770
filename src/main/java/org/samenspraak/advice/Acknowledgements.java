package org.samenspraak.advice;

import java.time.Clock;
import java.util.Map;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Acknowledging;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A council says with one press that it got the question, so that whoever asked need not call. */
@Service
class Acknowledgements implements Acknowledging {

    private static final String TASK = "Task_WriteAdvice";

    private final GivenAnswers given;
    private final Timeline timeline;
    private final Clock clock;

    Acknowledgements(GivenAnswers given, Timeline timeline, Clock clock) {
        this.given = given;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isAwaited(OpenTask task) {
        return task.element().equals(TASK)
                && given.find(task.caseId())
                        .filter(advice -> advice.acknowledgedAt() == null)
                        .isPresent();
    }

    @Override
    @Transactional
    public void acknowledge(OpenTask task, Actor by) {
        if (task.element().equals(TASK) && given.acknowledge(task.caseId(), clock.instant())) {
            timeline.add(task.caseId(), "case.question-acknowledged", Map.of(), null, by);
        }
    }
}
