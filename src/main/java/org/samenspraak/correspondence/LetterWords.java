package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Dates and rules as a letter says them, in Dutch. Public for the templates. */
@Component
public class LetterWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", MailTexts.DUTCH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH.mm 'uur'", MailTexts.DUTCH);

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

    /** A day as a date or as a form keeps it ("2026-11-12"); empty for none. */
    public String day(@Nullable Object day) {
        if (day == null) {
            return "";
        }
        if (day instanceof Instant moment) {
            return DAY.format(moment.atZone(municipality.zone()));
        }
        return DAY.format(day instanceof LocalDate date ? date : LocalDate.parse(day.toString()));
    }

    public String moment(Instant at) {
        return MOMENT.format(at.atZone(municipality.zone()));
    }

    Rules rules(RegulationId regulation) {
        return new Rules(regulation);
    }

    /** The rules that a case is bound to. */
    public final class Rules {

        private final RegulationId regulation;

        private Rules(RegulationId regulation) {
            this.regulation = regulation;
        }

        /** "30 dagen" */
        public String term(String key) {
            return regulations
                    .find(regulation, key)
                    .map(parameter -> messages.getMessage(
                            "letters.term." + parameter.type(), new Object[] {parameter.value()}, MailTexts.DUTCH))
                    .orElseGet(() -> messages.getMessage("letters.term.none", null, MailTexts.DUTCH));
        }

        /** Whether a choice of the regulation is this one. */
        public boolean says(String key, String choice) {
            return regulations
                    .find(regulation, key)
                    .filter(parameter -> parameter.value().equals(choice))
                    .isPresent();
        }

        /** What a council gets here: "erkenning" or "inschrijving". */
        public String getInscription() {
            return word("inscription");
        }

        /** What a council is then: "erkend" or "ingeschreven". */
        public String getInscribed() {
            return word("inscribed");
        }

        private String word(String form) {
            var kind = says("recognition.kind", "registration") ? "registration" : "recognition";
            return messages.getMessage("letters." + form + "." + kind, null, MailTexts.DUTCH);
        }

        /** How to object to a decision, as the regulation says it. */
        public String objection(String decision) {
            return regulations.objection(regulation, decision).value();
        }
    }
}
