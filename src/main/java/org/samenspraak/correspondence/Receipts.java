package org.samenspraak.correspondence;

import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.AnswerReceipts.Receipt;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.Priority;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Tells who applied that it arrived, with a link to the application. */
@Component
public class Receipts {

    private final Outbox outbox;
    private final MailTexts texts;
    private final Contacts contacts;
    private final AnswerReceipts receipts;

    Receipts(Outbox outbox, MailTexts texts, Contacts contacts, AnswerReceipts receipts) {
        this.outbox = outbox;
        this.texts = texts;
        this.contacts = contacts;
        this.receipts = receipts;
    }

    static String key(CaseId caseId) {
        return "application:" + caseId;
    }

    /** Queues the receipt of an application, once for a case. */
    public void application(CaseView dossier, String trajectory, String to, String name) {
        var receipt = receipts.file(dossier.id(), null, trajectory, name);
        var fields = Map.<String, Object>of(
                "name",
                name,
                "trajectory",
                trajectory,
                "number",
                dossier.number(),
                "contact",
                contacts.forArea(dossier.area()),
                "link",
                Mail.LINK);
        var text = texts.write("application", List.of(dossier.number()), fields);
        outbox.queue(new Mail(
                        key(dossier.id()),
                        dossier.id(),
                        to,
                        name,
                        text.subject(),
                        text.text(),
                        text.html(),
                        null,
                        receipt.map(Receipt::document).stream().toList())
                .withPriority(Priority.HIGH));
    }
}
