package org.samenspraak.identity;

import java.util.Map;

/** What handlers of the choice of a neighbourhood budget leave on the timeline of its round. */
final class BudgetRecords {

    static final Map<String, String> KINDS = Map.of(
            "CountPages.count", "wijkbudget.counted",
            "PaperVotePages.issue", "wijkbudget.cards-given",
            "JuryPages.add", "wijkbudget.juror-added",
            "JuryPages.keep", "wijkbudget.juror-scored",
            "LotPages.fix", "wijkbudget.lot-fixed",
            "LotPages.draw", "wijkbudget.lot-drawn",
            "LotPages.drop", "wijkbudget.lot-replaced");

    private BudgetRecords() {}
}
