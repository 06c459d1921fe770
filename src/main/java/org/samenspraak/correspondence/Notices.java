package org.samenspraak.correspondence;

import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Mails from templates to the chair and the secretary of a case's council, for what needs no letter. */
@Component
class Notices {

    private final Cases cases;
    private final CouncilContacts councilContacts;
    private final Contacts contacts;
    private final MailTexts texts;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Submissions submissions;
    private final Forms forms;

    Notices(
            Cases cases,
            CouncilContacts councilContacts,
            Contacts contacts,
            MailTexts texts,
            Outbox outbox,
            Timeline timeline,
            Submissions submissions,
            Forms forms) {
        this.cases = cases;
        this.councilContacts = councilContacts;
        this.contacts = contacts;
        this.texts = texts;
        this.outbox = outbox;
        this.timeline = timeline;
        this.submissions = submissions;
        this.forms = forms;
    }

    /**
     * In the running transaction; a council without a mail address leaves a note.
     *
     * @param template name of {@code templates/mail/<template>.html} and {@code .txt}
     */
    void send(CaseId caseId, String template, Actor by) {
        var dossier = cases.get(caseId);
        var subject = List.of(dossier.title());
        var readers = councilContacts.officers(dossier.council());
        for (var reader : readers) {
            var fields = Map.of(
                    "name", reader.name(),
                    "title", dossier.title(),
                    "number", dossier.number(),
                    "contact", contacts.forArea(dossier.area()),
                    "sent", new SentAnswers(submissions, forms, caseId));
            var text = texts.write(template, subject, fields);
            outbox.queue(new Mail(
                    null,
                    caseId,
                    reader.address(),
                    reader.name(),
                    text.subject(),
                    text.text(),
                    text.html(),
                    null,
                    List.of()));
        }
        timeline.add(
                caseId,
                readers.isEmpty() ? "correspondence.notice-unsent" : "correspondence.notice",
                Map.of("template", template),
                null,
                by);
    }
}
