package org.samenspraak.ledger;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What finance and the bank do with the payment of a case, on one day of the demo year. */
@Component
@Profile("demo")
public class DemoBank {

    private static final int MANY = 500;

    private final Batches batches;
    private final Settlements settlements;
    private final Cases cases;

    DemoBank(Batches batches, Settlements settlements, Cases cases) {
        this.batches = batches;
        this.settlements = settlements;
        this.cases = cases;
    }

    /** @param returned why the bank could not pay; none when it did */
    @Transactional
    public void settle(CaseId caseId, @Nullable String returned, Actor gathers, Actor approves) {
        var batch = batches.gather(waiting(cases.get(caseId).number()), gathers);
        batches.approve(batch, approves);
        batches.take(batch, "", approves);
        for (var line : batches.lines(batch)) {
            if (returned == null) {
                settlements.paid(batch, line.id(), approves);
            } else {
                settlements.returned(batch, line.id(), returned, approves);
            }
        }
    }

    private Set<UUID> waiting(String number) {
        return batches.waiting(null, MANY).stream()
                .filter(payment -> payment.caseNumber().equals(number))
                .map(Payment::id)
                .collect(Collectors.toSet());
    }
}
