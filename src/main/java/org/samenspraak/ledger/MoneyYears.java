package org.samenspraak.ledger;

import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.CouncilYears;
import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Component;

/** On a council's timeline: what it was granted, got, and had to give back. */
@Component
class MoneyYears implements CouncilYears {

    private final MovementHistory history;
    private final Money money;

    MoneyYears(MovementHistory history, Money money) {
        this.history = history;
        this.money = money;
    }

    @Override
    public String code() {
        return "money";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public boolean isForCouncil() {
        return true;
    }

    @Override
    public List<Happening> before(CouncilId council, Place place, int limit) {
        return history.before(council, place, limit).stream()
                .map(this::happening)
                .toList();
    }

    private Happening happening(Movement movement) {
        var args = Map.of("amount", money.show(movement.amount()), "budget", movement.budgetName());
        var kind = "ledger." + movement.kind().code();
        var entry = new Timeline.Entry(0, movement.at(), kind, args, null, "", null);
        var number = movement.caseNumber();
        return new Happening(
                movement.at(),
                "%019d".formatted(movement.id()),
                entry,
                number == null ? null : "/zaken/" + number,
                number == null ? "" : number);
    }
}
