package org.samenspraak.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.samenspraak.process.Processes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demo year at the first start: after the models are deployed, before the server answers and before the job
 * executor, the schedules and the outbox run, so that nobody else sees the shifted clock. All of it is one transaction with
 * its mark: a start that is killed half-way leaves nothing and the next one begins anew.
 */
@Component
@Profile("demo")
class DemoYear implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoYear.class);

    private final DemoStarts starts;
    private final DemoPeople people;
    private final Stories stories;
    private final Replying replying;
    private final Consultations consultations;
    private final Decided decided;
    private final Initiatives initiatives;
    private final RoundStories rounds;
    private final BudgetStories budgets;
    private final CityCalendar calendar;
    private final Absences absences;
    private final Agenda agenda;
    private final Processes processes;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    DemoYear(
            DemoStarts starts,
            DemoPeople people,
            Stories stories,
            Replying replying,
            Consultations consultations,
            Decided decided,
            Initiatives initiatives,
            RoundStories rounds,
            BudgetStories budgets,
            CityCalendar calendar,
            Absences absences,
            Agenda agenda,
            Processes processes,
            Clock clock,
            TransactionTemplate transaction) {
        this.starts = starts;
        this.people = people;
        this.stories = stories;
        this.replying = replying;
        this.consultations = consultations;
        this.decided = decided;
        this.initiatives = initiatives;
        this.rounds = rounds;
        this.budgets = budgets;
        this.calendar = calendar;
        this.absences = absences;
        this.agenda = agenda;
        this.processes = processes;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        running = true;
        var begun = System.nanoTime();
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        try {
            if (Boolean.TRUE.equals(transaction.execute(status -> make()))) {
                LOG.info(
                        "Made the demo year in {} ms",
                        Duration.ofNanos(System.nanoTime() - begun).toMillis());
            }
        } finally {
            agenda.reset();
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private boolean make() {
        if (!starts.take(clock.instant())) {
            return false;
        }
        agenda.begin();
        var cast = people.add();
        stories.plan(agenda, cast);
        decided.plan(agenda, cast);
        replying.plan(agenda, cast);
        consultations.plan(agenda, cast);
        initiatives.plan(agenda, cast);
        rounds.plan(agenda, cast);
        budgets.plan(agenda, cast);
        calendar.plan(agenda, cast);
        absences.plan(agenda, cast);
        agenda.run();
        var failed = processes.failedSteps(10);
        if (!failed.isEmpty()) {
            throw new IllegalStateException("The demo year has failed steps: " + failed);
        }
        return true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
