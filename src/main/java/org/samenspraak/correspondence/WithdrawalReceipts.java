package org.samenspraak.correspondence;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Messages.Addressee;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.Priority;
import org.samenspraak.council.MailChoices;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Trajectory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts of who withdraws what they asked for: a PDF that is filed in the dossier as it is mailed. */
@Service
public class WithdrawalReceipts {

    private final PromptRows prompts;
    private final Messages mails;
    private final Processes processes;
    private final Documents documents;
    private final PaperSheets sheets;
    private final Contacts contacts;
    private final Outbox outbox;
    private final MailSheets mailSheets;
    private final MailChoices choices;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    WithdrawalReceipts(
            PromptRows prompts,
            Messages mails,
            Processes processes,
            Documents documents,
            PaperSheets sheets,
            Contacts contacts,
            Outbox outbox,
            MailSheets mailSheets,
            MailChoices choices,
            MessageSource messages,
            JdbcClient jdbc) {
        this.prompts = prompts;
        this.mails = mails;
        this.processes = processes;
        this.documents = documents;
        this.sheets = sheets;
        this.contacts = contacts;
        this.outbox = outbox;
        this.mailSheets = mailSheets;
        this.choices = choices;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** The document in the dossier of a case that was withdrawn by who asked. */
    @Transactional(readOnly = true)
    public Optional<UUID> find(CaseId caseId) {
        return jdbc.sql("select document from correspondence_withdrawal where case_id = :case")
                .param("case", caseId.value())
                .query(UUID.class)
                .optional();
    }

    /**
     * Files the receipt and mails it to the reader of the link that was used.
     *
     * @param dossier as it was withdrawn
     * @param by who withdrew, as the dossier keeps it
     * @param link what it opened
     */
    @Transactional
    public void file(CaseView dossier, String by, String reason, Opening link) {
        var what =
                processes.trajectory(dossier.trajectory()).map(Trajectory::name).orElse(dossier.trajectory());
        var title = messages.getMessage("correspondence.withdrawal.title", new Object[] {what}, MailTexts.DUTCH);
        var fields = fields(dossier, by, reason, what);
        var pdf = new ByteArrayInputStream(sheets.print("withdrawal", title, fields));
        var document = documents.addOwn(dossier.id(), title + ".pdf", Documents.Kind.RECEIPT, pdf, Actor.SYSTEM);
        jdbc.sql("insert into correspondence_withdrawal (case_id, document) values (:case, :document)")
                .param("case", dossier.id().value())
                .param("document", document)
                .update();
        reader(dossier, link).ifPresent(to -> mail(dossier, to, fields, document));
    }

    private Map<String, Object> fields(CaseView dossier, String by, String reason, String what) {
        var fields = new HashMap<String, Object>();
        fields.put(
                "foot",
                messages.getMessage("correspondence.mail.case", new Object[] {dossier.number()}, MailTexts.DUTCH));
        fields.put("number", dossier.number());
        fields.put("council", dossier.title());
        fields.put("trajectory", what);
        fields.put("by", by);
        fields.put("at", dossier.closedAt());
        fields.put("reason", reason);
        fields.put("contact", contacts.forArea(dossier.area()));
        return fields;
    }

    private Optional<Addressee> reader(CaseView dossier, Opening link) {
        return link instanceof Opening.Open open
                ? prompts.find(open.prompt()).map(row -> new Addressee(row.recipient(), row.recipientName()))
                : mails.addressee(Receipts.key(dossier.id()));
    }

    private void mail(CaseView dossier, Addressee to, Map<String, Object> fields, UUID document) {
        var language = choices.languageOf(dossier.council());
        var text = mailSheets.write(
                "withdrawal",
                language,
                fields,
                new Around(to.name(), dossier.number(), List.of(contacts.forArea(dossier.area(), language))));
        outbox.queue(new Mail(
                        "withdrawal:" + dossier.id(),
                        dossier.id(),
                        to.address(),
                        to.name(),
                        text.subject(),
                        text.text(),
                        text.html(),
                        null,
                        List.of(document))
                .withPriority(Priority.HIGH));
    }
}
