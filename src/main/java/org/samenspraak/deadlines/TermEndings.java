package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.samenspraak.deadlines.TermCalculator.Counted;
import org.samenspraak.regulation.RegulationId;
import org.springframework.stereotype.Service;

/** When a term would end that does not run yet. */
@Service
public class TermEndings {

    private final TermRules rules;
    private final ClosingDays closingDays;
    private final LineTexts texts;

    TermEndings(TermRules rules, ClosingDays closingDays, LineTexts texts) {
        this.rules = rules;
        this.closingDays = closingDays;
        this.texts = texts;
    }

    /** The end of a term of the regulation that starts on a day. */
    public Ending count(RegulationId regulation, String term, LocalDate from) {
        return ending(rules.count(regulation, term, from, term, rules.calculator(closingDays.days())));
    }

    /** The end of a term that somebody gives its last day. */
    public Ending given(RegulationId regulation, String term, LocalDate lastDay) {
        return ending(rules.until(regulation, term, lastDay, rules.calculator(closingDays.days())));
    }

    /** The days of these, both included, on which such a term can't end because nobody works, with the day that it ends on then. */
    public SortedMap<LocalDate, LocalDate> moved(RegulationId regulation, String term, LocalDate from, LocalDate to) {
        var calculator = rules.calculator(closingDays.days());
        var movesOn = rules.nextWorkingDay(regulation, term);
        var moved = new TreeMap<LocalDate, LocalDate>();
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            var last = calculator
                    .given(rules.today(), day, movesOn, Rest.NONE, Line.of(Line.Kind.UNTIL, day))
                    .lastDay();
            if (!last.equals(day)) {
                moved.put(day, last);
            }
        });
        return moved;
    }

    /** The same for one that is shorter than the regulation gives: its lines say what it may not come before, and the reason. */
    public Ending sooner(RegulationId regulation, String term, String least, LocalDate lastDay, String reason) {
        return ending(rules.sooner(regulation, term, least, lastDay, reason, rules.calculator(closingDays.days())));
    }

    /** The day that lies a term of the regulation before another one; days that do not count for the term are passed over. */
    public Ending before(RegulationId regulation, String term, LocalDate end) {
        return ending(rules.countBack(regulation, term, end, rules.calculator(closingDays.days())));
    }

    private Ending ending(Counted counted) {
        return new Ending(counted.lastDay(), texts.of(counted.lines(), Clocks.locale()));
    }

    /** @param lines how that day comes about, in order, in the reader's language */
    public record Ending(LocalDate lastDay, List<String> lines) {}
}
