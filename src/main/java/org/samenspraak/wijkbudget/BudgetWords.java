package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.samenspraak.voting.Step;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What amounts, phases and days are called. */
@Component
class BudgetWords {

    static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final MessageSource texts;
    private final Dates dates;

    BudgetWords(MessageSource texts, Dates dates) {
        this.texts = texts;
        this.dates = dates;
    }

    public String say(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    public String say(String key, List<Object> args) {
        return say(key, args.toArray());
    }

    /** Whether its reader reads English. */
    boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    /** A step of a count. */
    String in(Locale language, Step step) {
        return texts.getMessage(step.key(), step.args().toArray(), language);
    }

    /** For what is kept as it is written. */
    String dutch(String key, Object... args) {
        return texts.getMessage(key, args, DUTCH);
    }

    /** For what is kept or mailed as it is written. */
    String dutchDay(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH));
    }

    /** "250.000,00 euro". */
    public String euros(long cents) {
        return say("wijkbudget.euros", BigDecimal.valueOf(cents, 2));
    }

    /** A line for each phase. */
    String phases(List<PhaseDays> phases) {
        return phases.stream()
                .map(days -> phase(days.phase()) + ": " + days(days))
                .collect(Collectors.joining("\n"));
    }

    String phase(Phase phase) {
        return say("wijkbudget.phase." + phase.code());
    }

    /** From its first day to its last one. */
    String days(PhaseDays days) {
        return say("wijkbudget.days", dates.day(days.begins()), dates.day(days.ends()));
    }

    String until(LocalDate day) {
        return say("wijkbudget.until", dates.day(day));
    }
}
