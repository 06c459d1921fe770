package org.samenspraak.wijkbudget;

import java.util.Map;
import java.util.stream.IntStream;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.PaperSheets;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Letters that ask people to take part in a lot. Their names are of the city's own list: here each has a number only. */
@Component
class LotLetters {

    private static final int MOST = 1_000;

    private final PaperSheets sheets;
    private final BudgetWords words;

    LotLetters(PaperSheets sheets, BudgetWords words) {
        this.sheets = sheets;
        this.words = words;
    }

    /**
     * A page for each number, as a PDF.
     *
     * @param criteria as {@link LotText#criteria} reads them: each is asked
     * @throws Refusal for what can't be read or asks nothing, and for none or too many letters
     */
    byte[] print(CaseView round, String criteria, int letters) {
        var asked = LotText.criteria(criteria);
        if (asked.isEmpty()) {
            throw Refusal.of("criteria", "wijkbudget.lot.refusal.no-criteria");
        }
        if (letters < 1 || letters > MOST) {
            throw Refusal.of("letters", "wijkbudget.lot.refusal.letters", MOST);
        }
        return sheets.print(
                "wijkbudget-lot",
                words.dutch("wijkbudget.lot.letter.title", round.title()),
                Map.of(
                        "number",
                        round.number(),
                        "foot",
                        round.title(),
                        "criteria",
                        asked,
                        "numbers",
                        IntStream.rangeClosed(1, letters)
                                .mapToObj(at -> "K" + at)
                                .toList()));
    }
}
