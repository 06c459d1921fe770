package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.PaperSheets;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Lot;
import org.samenspraak.voting.Lot.Criterion;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters that ask people to take part in a lot. Their names are of the city's own list: here each has a number only. */
@Component
class LotLetters {

    private static final int MOST = 1_000;
    private static final int LONGEST = 600;

    private final PaperSheets sheets;
    private final LotDesk desk;
    private final LotRows rows;
    private final BudgetWords words;
    private final Dates dates;

    LotLetters(PaperSheets sheets, LotDesk desk, LotRows rows, BudgetWords words, Dates dates) {
        this.sheets = sheets;
        this.desk = desk;
        this.rows = rows;
        this.words = words;
        this.dates = dates;
    }

    /**
     * A page for each number, as a PDF. Numbers follow on those of letters that were printed before.
     *
     * @param criteria as {@link LotText#criteria} reads them: each is asked
     * @param until last day to answer, and {@code work} what a member does, and when
     * @throws Refusal for what can't be read or asks nothing, for none or too many letters, without what is asked of people, and for a
     *     round in which no panel has a say
     */
    @Transactional
    public byte[] print(CaseView round, String criteria, int letters, @Nullable LocalDate until, String work) {
        desk.refuseWithoutSay(round.id());
        var asked = LotText.criteria(criteria);
        check(asked, letters, work);
        if (until == null
                || !until.isAfter(dates.today())
                || until.isAfter(dates.today().plusYears(1))) {
            throw Refusal.of("until", "wijkbudget.lot.refusal.until");
        }
        var last = rows.print(round.id(), letters);
        return sheets.print(
                "wijkbudget-lot",
                words.dutch("wijkbudget.lot.letter.title", round.title()),
                Map.of(
                        "number",
                        round.number(),
                        "foot",
                        round.title(),
                        "apart",
                        true,
                        "criteria",
                        asked,
                        "until",
                        words.dutchDay(until),
                        "work",
                        work.strip(),
                        "numbers",
                        IntStream.rangeClosed(last - letters + 1, last)
                                .mapToObj(at -> "K" + at)
                                .toList()));
    }

    private static void check(List<Criterion> asked, int letters, String work) {
        if (asked.isEmpty()) {
            throw Refusal.of("criteria", "wijkbudget.lot.refusal.no-criteria");
        }
        if (asked.size() > Lot.MOST_CRITERIA) {
            throw Refusal.of("criteria", "voting.lot.criteria", Lot.MOST_CRITERIA);
        }
        if (letters < 1 || letters > MOST) {
            throw Refusal.of("letters", "wijkbudget.lot.refusal.letters", MOST);
        }
        if (work.isBlank() || work.length() > LONGEST) {
            throw Refusal.of("work", "wijkbudget.refusal.text", LONGEST);
        }
    }
}
