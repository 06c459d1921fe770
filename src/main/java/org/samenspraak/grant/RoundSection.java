package org.samenspraak.grant;

import java.util.Map;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.springframework.stereotype.Component;

/** Leads from the dossier of a round to the page with its councils, with how many stand where. */
@Component
class RoundSection implements DossierSection {

    private final Rounds rounds;
    private final RoundRows rows;

    RoundSection(Rounds rounds, RoundRows rows) {
        this.rounds = rounds;
        this.rows = rows;
    }

    @Override
    public String titleKey() {
        return "grant.round.councils";
    }

    @Override
    public String template() {
        return "grant/round-section";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return view.trajectory().equals(Round.TRAJECTORY)
                && rounds.find(view.id()).isPresent();
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    @Override
    public Object data(CaseView view) {
        return new Shown(view.number(), rows.counts(view.id()));
    }

    record Shown(String number, Map<String, Integer> counts) {}
}
