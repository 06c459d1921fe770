package org.samenspraak.correspondence;

import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.AnswerReceipts.Receipt;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.Priority;
import org.samenspraak.council.MailChoices;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Tells who applied that it arrived, with a link to the application. */
@Component
public class Receipts {

    private final Outbox outbox;
    private final MailSheets sheets;
    private final MailChoices choices;
    private final Contacts contacts;
    private final AnswerReceipts receipts;

    Receipts(Outbox outbox, MailSheets sheets, MailChoices choices, Contacts contacts, AnswerReceipts receipts) {
        this.outbox = outbox;
        this.sheets = sheets;
        this.choices = choices;
        this.contacts = contacts;
        this.receipts = receipts;
    }

    static String key(CaseId caseId) {
        return "application:" + caseId;
    }

    /**
     * Queues the receipt of an application, once for a case.
     *
     * @param toConfirm whether they still have to confirm it by the link of another mail
     */
    public void application(CaseView dossier, String trajectory, String to, String name, boolean toConfirm) {
        var receipt = receipts.file(dossier.id(), null, trajectory, name);
        var language = choices.languageOf(dossier.council());
        var text = sheets.write(
                "application",
                language,
                Map.of("trajectory", trajectory, "number", dossier.number(), "confirm", toConfirm),
                new Around(name, dossier.number(), List.of(contacts.forArea(dossier.area(), language))));
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
