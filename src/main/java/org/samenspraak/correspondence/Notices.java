package org.samenspraak.correspondence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Invitation.Guest;
import org.samenspraak.correspondence.LetterTexts.Text;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.council.MailChoices;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Component;

/** Mails that models send to the chair and the secretary of a case's council, for what needs no letter. */
@Component
class Notices {

    private final Cases cases;
    private final CouncilContacts councilContacts;
    private final Contacts contacts;
    private final MailSheets sheets;
    private final LetterFields fields;
    private final MailChoices choices;
    private final Outbox outbox;
    private final Timeline timeline;
    private final MailExtras extras;

    Notices(
            Cases cases,
            CouncilContacts councilContacts,
            Contacts contacts,
            MailSheets sheets,
            LetterFields fields,
            MailChoices choices,
            Outbox outbox,
            Timeline timeline,
            MailExtras extras) {
        this.cases = cases;
        this.councilContacts = councilContacts;
        this.contacts = contacts;
        this.sheets = sheets;
        this.fields = fields;
        this.choices = choices;
        this.outbox = outbox;
        this.timeline = timeline;
        this.extras = extras;
    }

    /**
     * In the running transaction; a council without a mail address leaves a note.
     *
     * @param name of a text that models may send
     * @param facts of the process
     * @throws IllegalArgumentException when nobody wrote such a mail
     */
    void send(CaseId caseId, String name, Map<String, ?> facts, Actor by) {
        var dossier = cases.get(caseId);
        var readers = councilContacts.officers(dossier.council()).stream()
                .map(officer -> new Guest(officer.name(), officer.address()))
                .toList();
        send(dossier, name, Map.of("facts", facts), readers, null, by);
    }

    /**
     * The same to these readers.
     *
     * @param given what the text shows besides what the case knows
     * @param calendar iCalendar text that goes with it, or none
     */
    void send(
            CaseView dossier,
            String name,
            Map<String, Object> given,
            List<Guest> readers,
            @Nullable String calendar,
            Actor by) {
        deliver(dossier, name, given, readers, entry(calendar), by);
    }

    private static MailExtras.@Nullable Extra entry(@Nullable String calendar) {
        return calendar == null ? null : new MailExtras.Extra(calendar, null);
    }

    /**
     * To one person, with a link of their own.
     *
     * @return the mail that was queued
     */
    UUID sendPersonal(CaseView dossier, String name, Map<String, Object> given, Guest reader, UUID opens, Actor by) {
        return deliver(dossier, name, given, List.of(reader), MailExtras.Extra.ofPerson(opens), by)
                .get(0);
    }

    /** The subject and the words of a mail before anything is sent, for who decides on that. */
    String foreseen(CaseView dossier, String name, Map<String, Object> given) {
        var text = sheets.text(name, choices.languageOf(dossier.council()));
        var values = fields.of(dossier, text.head(), given, MailSheets.language(text));
        return LetterSheets.in(text, () -> sheets.subject(text, values) + "\n\n" + sheets.plain(text, values));
    }

    private List<UUID> deliver(
            CaseView dossier,
            String name,
            Map<String, Object> given,
            List<Guest> readers,
            MailExtras.@Nullable Extra extra,
            Actor by) {
        var language = choices.languageOf(dossier.council());
        var text = sheets.text(name, language);
        if (text.head().kind() != TextHead.Kind.MAIL || text.shipped().isOfOffice()) {
            throw new IllegalArgumentException("no mail of a model: " + name);
        }
        var values = fields.of(dossier, text.head(), given, MailSheets.language(text));
        var queued = new ArrayList<UUID>();
        var subject = LetterSheets.in(text, () -> {
            readers.forEach(reader -> queued.add(queue(dossier, text, values, reader, language, extra)));
            return sheets.subject(text, values);
        });
        timeline.add(
                dossier.id(),
                readers.isEmpty() ? "correspondence.notice-unsent" : "correspondence.notice",
                Map.of("subject", subject),
                null,
                by);
        return queued;
    }

    /**
     * To the officers of councils that the case is not of, each in the language of their council, and to guests of the city. Who is
     * written to twice gets it once.
     *
     * @param calendar what goes with it to a reader, or none
     */
    void sendApart(
            CaseView dossier,
            String name,
            Map<String, Object> given,
            List<CouncilId> councils,
            List<Guest> guests,
            Calendars calendar,
            Actor by) {
        var readers = new LinkedHashMap<String, Reader>();
        for (var council : councils) {
            var language = choices.languageOf(council);
            councilContacts
                    .officers(council)
                    .forEach(officer -> readers.putIfAbsent(
                            officer.address().toLowerCase(Locale.ROOT),
                            new Reader(new Guest(officer.name(), officer.address()), language)));
        }
        guests.stream()
                .filter(guest -> Addresses.isGood(guest.address()))
                .forEach(guest -> readers.putIfAbsent(
                        guest.address().toLowerCase(Locale.ROOT), new Reader(guest, choices.languageOf(null))));
        var values = new HashMap<Locale, TextTemplate.Fields>();
        for (var reader : readers.values()) {
            var text = sheets.text(name, reader.language());
            var known = values.computeIfAbsent(
                    reader.language(), any -> fields.of(dossier, text.head(), given, MailSheets.language(text)));
            LetterSheets.in(text, () -> {
                queue(dossier, text, known, reader.guest(), reader.language(), entry(calendar.of(reader.guest())));
                return null;
            });
        }
        timeline.add(
                dossier.id(), "correspondence.notice-all", Map.of("many", String.valueOf(readers.size())), null, by);
    }

    /** What goes with a mail to a reader. */
    interface Calendars {

        @Nullable
        String of(Guest reader);
    }

    private record Reader(Guest guest, Locale language) {}

    private UUID queue(
            CaseView dossier,
            Text text,
            TextTemplate.Fields values,
            Guest reader,
            Locale language,
            MailExtras.@Nullable Extra extra) {
        var contact = contacts.forArea(dossier.area(), language);
        var mail = sheets.write(text, values, new Around(reader.name(), dossier.number(), List.of(contact)));
        var id = outbox.queue(new Mail(
                null,
                dossier.id(),
                reader.address(),
                reader.name(),
                mail.subject(),
                mail.text(),
                mail.html(),
                null,
                List.of()));
        if (extra != null) {
            extras.add(id, extra);
        }
        return id;
    }
}
