package org.samenspraak.identity;

import java.util.Map;

/** What handlers of the neighbourhood budget leave on the timeline of a round or an idea. */
final class BudgetRecords {

    static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("BudgetRoundPages.move", "wijkbudget.phase-moved.call"),
            Map.entry("RoundStopPages.propose", "wijkbudget.stop-proposed"),
            Map.entry("RoundStopPages.drop", "wijkbudget.stop-dropped"),
            Map.entry("RoundStopPages.stop", "wijkbudget.stop-decided"),
            Map.entry("IdeaPages.edit", "wijkbudget.edited"),
            Map.entry("IdeaPages.askAgain", "wijkbudget.look-again"),
            Map.entry("CountPages.count", "wijkbudget.counted"),
            Map.entry("PaperVotePages.issue", "wijkbudget.cards-given"),
            Map.entry("PilePages.remove", "wijkbudget.pile-removed"),
            Map.entry("JuryPages.add", "wijkbudget.juror-added"),
            Map.entry("JuryPages.remove", "wijkbudget.juror-removed"),
            Map.entry("JuryPages.keep", "wijkbudget.juror-scored"),
            Map.entry("JuryPages.confirm", "wijkbudget.juror-confirmed"),
            Map.entry("JuryPages.takeOver", "wijkbudget.panel-seated"),
            Map.entry("LotPages.fix", "wijkbudget.lot-fixed"),
            Map.entry("LotPages.restart", "wijkbudget.lot-restarted"),
            Map.entry("LotPages.draw", "wijkbudget.lot-drawn"),
            Map.entry("LotPages.drop", "wijkbudget.lot-replaced"),
            Map.entry("ExecutionPages.sign", "wijkbudget.agreement-signed"),
            Map.entry("ExecutionPages.tell", "wijkbudget.progress-told"),
            Map.entry("ExecutionPages.takeOver", "wijkbudget.handed-over"),
            Map.entry("IdeaLetterPages.delivered", "wijkbudget.letter-delivered"),
            Map.entry("IdeaLetterPages.putAside", "wijkbudget.letter-aside"),
            Map.entry("SurveyPaperPages.enter", "wijkbudget.survey-on-paper"),
            Map.entry("SignedLetterPages.keep", "wijkbudget.letter-came"));

    private BudgetRecords() {}
}
