package org.samenspraak.ledger;

import java.util.List;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.springframework.stereotype.Component;

/** Shows in the dossier what was booked for the case, and beside its tasks. */
@Component
class MoneySection implements DossierSection {

    private static final int SHOWN = 100;

    private final MovementHistory history;

    MoneySection(MovementHistory history) {
        this.history = history;
    }

    @Override
    public String titleKey() {
        return "ledger.section.title";
    }

    @Override
    public String template() {
        return "ledger/section";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return history.knows(view.id());
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    @Override
    public List<Movement> data(CaseView view) {
        return history.of(view.id(), SHOWN);
    }
}
