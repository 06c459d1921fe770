package org.samenspraak.ledger;

import java.util.List;
import java.util.stream.Collectors;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.springframework.context.ApplicationContext;

/** The finance department and the bank, for trajectories that wait for money. */
public final class Bank {

    private static final Actor AN = Actor.person(PersonId.create(), "An, financiën");
    private static final Actor BART = Actor.person(PersonId.create(), "Bart, financiën");

    private final Batches batches;
    private final Settlements settlements;

    public Bank(ApplicationContext context) {
        this.batches = context.getBean(Batches.class);
        this.settlements = context.getBean(Settlements.class);
    }

    /** Everything that waits goes to the bank in one batch, and is paid. */
    public void pays() {
        takeAll().forEach(line -> settlements.paid(line.batch(), line.id(), BART));
    }

    /** The same, and comes back. */
    public void returns(String reason) {
        takeAll().forEach(line -> settlements.returned(line.batch(), line.id(), reason, BART));
    }

    /** What it paid last comes back. */
    public void takesBack(String reason) {
        var batch = batches.all(null, 1).get(0);
        batches.lines(batch.id()).forEach(line -> settlements.returned(batch.id(), line.id(), reason, BART));
    }

    private List<Batch.Line> takeAll() {
        var waiting = batches.waiting(null, 1000).stream().map(Payment::id).collect(Collectors.toSet());
        var batch = batches.gather(waiting, AN);
        batches.approve(batch, BART);
        batches.take(batch, "", BART);
        return batches.lines(batch);
    }
}
