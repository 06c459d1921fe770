package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.News;
import org.samenspraak.kernel.Release;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets everybody read what was decided on a round, once the last proposer was told. */
@Component
class ResultRelease implements Release {

    private final BudgetDecisions decisions;
    private final RoundDeciding deciding;
    private final Cases cases;
    private final Outbox outbox;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ResultRelease(
            BudgetDecisions decisions,
            RoundDeciding deciding,
            Cases cases,
            Outbox outbox,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.decisions = decisions;
        this.deciding = deciding;
        this.cases = cases;
        this.outbox = outbox;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Scheduled(fixedDelayString = "PT1M")
    @Transactional
    public void release() {
        decisions.waiting().stream()
                .filter(round -> !outbox.waits(deciding.told(round)))
                .forEach(this::release);
    }

    private void release(CaseId round) {
        if (!decisions.release(round, clock.instant())) {
            return;
        }
        timeline.add(round, "wijkbudget.results-public", Map.of(), null, Actor.SYSTEM);
        var file = cases.get(round);
        events.publishEvent(new News(
                "wijkbudget-results:" + file.number(),
                "wijkbudget-results",
                file.title(),
                null,
                null,
                null,
                Set.of(),
                "/publiek/wijkbudget/" + file.number() + "/uitslag"));
    }
}
