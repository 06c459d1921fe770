package org.samenspraak.identity;

import java.util.Map;

/** What handlers of the neighbourhood budget leave on the timeline of a round or an idea. */
final class BudgetRecords {

    static final Map<String, String> KINDS = Map.of(
            "BudgetRoundPages.move", "wijkbudget.phase-moved.call",
            "IdeaPages.edit", "wijkbudget.edited",
            "IdeaPages.askAgain", "wijkbudget.look-again",
            "CountPages.count", "wijkbudget.counted",
            "PaperVotePages.issue", "wijkbudget.cards-given",
            "JuryPages.add", "wijkbudget.juror-added",
            "JuryPages.keep", "wijkbudget.juror-scored",
            "LotPages.fix", "wijkbudget.lot-fixed",
            "LotPages.draw", "wijkbudget.lot-drawn",
            "LotPages.drop", "wijkbudget.lot-replaced");

    private BudgetRecords() {}
}
