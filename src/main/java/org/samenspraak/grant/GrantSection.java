package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.samenspraak.grant.JudgedConditions.Judged;
import org.samenspraak.grant.OpenForums.Registered;
import org.springframework.stereotype.Component;

/** Shows in its dossier where a grant stands, and what each condition rests on. */
@Component
class GrantSection implements DossierSection {

    private final Grants grants;
    private final JudgedConditions judged;
    private final OpenForums forums;
    private final GrantRules rules;
    private final GrantWords words;

    GrantSection(Grants grants, JudgedConditions judged, OpenForums forums, GrantRules rules, GrantWords words) {
        this.grants = grants;
        this.judged = judged;
        this.forums = forums;
        this.rules = rules;
        this.words = words;
    }

    @Override
    public String titleKey() {
        return "grant.money.section";
    }

    @Override
    public String template() {
        return "grant/grant";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return grants.find(view.id()).isPresent();
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    @Override
    public Object data(CaseView view) {
        return shown(view, true);
    }

    /**
     * @param linked whether who looks may open the cases that it rests on; who may not reads the conditions until the money is there: after
     *     that they say nothing of today
     */
    Shown shown(CaseView view, boolean linked) {
        var grant = grants.get(view.id());
        return new Shown(
                grant.state().code(),
                String.valueOf(grant.year()),
                grant.late(),
                words.moneyOrNone(grant.asked()),
                words.moneyOrNone(grant.proposed()),
                words.moneyOrNone(grant.granted()),
                grant.paidOn(),
                grant.paidOn() == null ? null : grant.reportDue(),
                grant.isBlocking() ? grant.blockedOn() : null,
                rules.asks(grant, "grant.forum")
                        ? forums.of(grant.council(), grant.year()).orElse(null)
                        : null,
                linked,
                (linked || grant.paidOn() == null ? judged.of(view.id()) : List.<Judged>of())
                        .stream()
                                .map(one -> new Line(
                                        words.sentence(rules.get(grant, one.parameter())),
                                        words.verdict(one.met(), one.fact()),
                                        words.fact(one.condition(), one.met(), one.fact()),
                                        linked ? one.restsOn() : null,
                                        one.deviation()))
                                .toList());
    }

    record Shown(
            String state,
            String year,
            boolean late,
            @Nullable String asked,
            @Nullable String proposed,
            @Nullable String granted,
            @Nullable LocalDate paidOn,
            @Nullable LocalDate reportDue,
            @Nullable LocalDate blockedOn,
            @Nullable Registered forum,
            boolean linked,
            List<Line> conditions) {}

    /**
     * @param restsOn the number of a case, or none
     * @param deviation why it was granted all the same, or none
     */
    record Line(String sentence, String verdict, String fact, @Nullable String restsOn, @Nullable String deviation) {}
}
