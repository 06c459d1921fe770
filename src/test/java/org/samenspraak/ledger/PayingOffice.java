package org.samenspraak.ledger;

import static org.samenspraak.ledger.LedgerFixture.AN;
import static org.samenspraak.ledger.LedgerFixture.BART;

import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.Samenspraak;
import org.samenspraak.embedded.TinyOffice;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/** A whole office in a Java of its own that takes what waits to the bank, from where it was left; says when it begins and when it is through. */
class PayingOffice {

    private static final int MANY = 100;

    public static void main(String[] args) {
        try (var context = SpringApplication.run(Samenspraak.class, args)) {
            System.out.println(TinyOffice.RUNS + "begins");
            pay(context);
            System.out.println(TinyOffice.RUNS + "paid");
        }
    }

    private static void pay(ApplicationContext context) {
        var batches = context.getBean(Batches.class);
        var settlements = context.getBean(Settlements.class);
        var batch = batch(batches);
        batches.approve(batch, BART);
        batches.take(batch, "Opnieuw", BART);
        batches.lines(batch).forEach(line -> settlements.paid(batch, line.id(), BART));
    }

    private static UUID batch(Batches batches) {
        var waiting = batches.waiting(null, MANY).stream().map(Payment::id).collect(Collectors.toSet());
        return waiting.isEmpty() ? batches.all(null, 1).get(0).id() : batches.gather(waiting, AN);
    }
}
