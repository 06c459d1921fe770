package org.samenspraak.demo;

import java.time.Instant;

/** The order in which one story is told. */
class Told {

    private final Agenda agenda;
    private Instant last = Instant.EPOCH;

    Told(Agenda agenda) {
        this.agenda = agenda;
    }

    /** @throws IllegalStateException when it would happen before what was told before it, such as over a weekend */
    void then(int ago, int hour, Runnable step) {
        var moment = agenda.plan(ago, hour, last, step);
        if (moment.isBefore(last)) {
            throw new IllegalStateException("%d days ago comes before the step told before it".formatted(ago));
        }
        last = moment;
    }
}
