package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Dates and rules as a letter says them. */
@Component
public class LetterWords {

    private static final String REGISTRATION = "registration";

    private final Regulations regulations;
    private final MessageSource messages;
    private final Municipality municipality;
    private final Clock clock;

    LetterWords(Regulations regulations, MessageSource messages, Municipality municipality, Clock clock) {
        this.regulations = regulations;
        this.messages = messages;
        this.municipality = municipality;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), municipality.zone());
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, municipality.zone());
    }

    /** A day as a date or as a form keeps it ("2026-11-12"); empty for none, as it stands when it is no date. */
    static String day(@Nullable Object day, Locale language) {
        if (day == null || day.toString().isBlank()) {
            return "";
        }
        try {
            return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(LocalDate.parse(day.toString()));
        } catch (DateTimeParseException other) {
            return day.toString();
        }
    }

    /** A day, or that of a moment: "14 september 2026", in Dutch. */
    public String onDay(Object at) {
        return day(at instanceof Instant moment ? day(moment) : at, MailTexts.DUTCH);
    }

    /** "14 september 2026, 09.30 uur", in Dutch. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH.mm 'uur'", MailTexts.DUTCH)
                .format(at.atZone(municipality.zone()));
    }

    /** "30 dagen" */
    String term(RegulationId regulation, String key, Locale language) {
        return regulations
                .find(regulation, key)
                .filter(parameter -> parameter.type().isTerm())
                .map(parameter -> say("term." + parameter.type(), language, parameter.value()))
                .orElseGet(() -> say("term.none", language));
    }

    /** Whether a choice of the regulation is this one. */
    boolean says(RegulationId regulation, String key, String choice) {
        return regulations
                .find(regulation, key)
                .filter(parameter -> parameter.value().equals(choice))
                .isPresent();
    }

    /**
     * What a council gets or is by this regulation.
     *
     * @param form {@code inscription} ("erkenning") or {@code inscribed} ("ingeschreven")
     */
    String standing(RegulationId regulation, String form, Locale language) {
        var kind = says(regulation, "recognition.kind", REGISTRATION) ? REGISTRATION : "recognition";
        return say(form + "." + kind, language);
    }

    String say(String key, Locale language, Object... args) {
        return messages.getMessage("letters." + key, args, language);
    }
}
