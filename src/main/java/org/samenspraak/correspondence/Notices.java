package org.samenspraak.correspondence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.CouncilContacts.Officer;
import org.samenspraak.correspondence.LetterTexts.Text;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.council.MailChoices;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
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

    Notices(
            Cases cases,
            CouncilContacts councilContacts,
            Contacts contacts,
            MailSheets sheets,
            LetterFields fields,
            MailChoices choices,
            Outbox outbox,
            Timeline timeline) {
        this.cases = cases;
        this.councilContacts = councilContacts;
        this.contacts = contacts;
        this.sheets = sheets;
        this.fields = fields;
        this.choices = choices;
        this.outbox = outbox;
        this.timeline = timeline;
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
        var language = choices.languageOf(dossier.council());
        var text = sheets.text(name, language);
        if (text.head().kind() != TextHead.Kind.MAIL || text.shipped().isOfOffice()) {
            throw new IllegalArgumentException("no mail of a model: " + name);
        }
        var values = fields.of(dossier, text.head(), Map.of("facts", facts), MailSheets.language(text));
        var readers = councilContacts.officers(dossier.council());
        var subject = LetterSheets.in(text, () -> {
            readers.forEach(reader -> queue(dossier, text, values, reader, language));
            return sheets.subject(text, values);
        });
        timeline.add(
                caseId,
                readers.isEmpty() ? "correspondence.notice-unsent" : "correspondence.notice",
                Map.of("subject", subject),
                null,
                by);
    }

    private void queue(CaseView dossier, Text text, TextTemplate.Fields values, Officer reader, Locale language) {
        var contact = contacts.forArea(dossier.area(), language);
        var mail = sheets.write(text, values, new Around(reader.name(), dossier.number(), List.of(contact)));
        outbox.queue(new Mail(
                null,
                dossier.id(),
                reader.address(),
                reader.name(),
                mail.subject(),
                mail.text(),
                mail.html(),
                null,
                List.of()));
    }
}
