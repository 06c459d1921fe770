package org.samenspraak.correspondence;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Documents.Audience;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Came;
import org.samenspraak.forms.FormView;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Submissions;
import org.samenspraak.forms.Submissions.Sent;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts of what a council, or who applied, sent: on screen, and as a PDF that is filed in the dossier as it was mailed. */
@Service
public class AnswerReceipts {

    private final ReceiptRows rows;
    private final Submissions submissions;
    private final Forms forms;
    private final Cases cases;
    private final Councils councils;
    private final Contacts contacts;
    private final NextStep next;
    private final Documents documents;
    private final PaperSheets sheets;
    private final MessageSource messages;

    AnswerReceipts(
            ReceiptRows rows,
            Submissions submissions,
            Forms forms,
            Cases cases,
            Councils councils,
            Contacts contacts,
            NextStep next,
            Documents documents,
            PaperSheets sheets,
            MessageSource messages) {
        this.rows = rows;
        this.submissions = submissions;
        this.forms = forms;
        this.cases = cases;
        this.councils = councils;
        this.contacts = contacts;
        this.next = next;
        this.documents = documents;
        this.sheets = sheets;
        this.messages = messages;
    }

    /**
     * What was sent.
     *
     * @param taskId the task that was answered; none for an application
     * @param contacts with the addresses of members; without them a form that holds some has no document
     */
    @Transactional(readOnly = true)
    public Optional<Receipt> find(CaseId caseId, @Nullable String taskId, boolean contacts) {
        return submissions.answering(caseId, taskId).map(sent -> receipt(cases.get(caseId), taskId, sent, contacts));
    }

    private Receipt receipt(CaseView dossier, @Nullable String taskId, Sent sent, boolean contacts) {
        var whole = contacts || !sent.form().asksContacts();
        return new Receipt(
                dossier.number(),
                council(dossier),
                sent.row().at(),
                sent.row().by(),
                sent.row().came(),
                forms.sent(sent.form(), sent.answers(), contacts),
                next.of(dossier.id(), LocaleContextHolder.getLocale()).orElse(null),
                whole ? rows.find(dossier.id(), taskId).orElse(null) : null);
    }

    /**
     * Files the receipt in the running transaction, when something was filled in and there is none yet.
     *
     * @param question as the receipt names it
     * @param by who sent it, as the council sees it
     */
    @Transactional
    Optional<Receipt> file(CaseId caseId, @Nullable String taskId, String question, String by) {
        if (rows.find(caseId, taskId).isEmpty()) {
            submissions
                    .answering(caseId, taskId)
                    // a document would be read by everybody who sees the case
                    .filter(sent -> sent.form().onlyFor().isEmpty())
                    .ifPresent(sent -> file(cases.get(caseId), taskId, question, by, sent));
        }
        return find(caseId, taskId, true);
    }

    private void file(CaseView dossier, @Nullable String taskId, String question, String by, Sent sent) {
        var title = messages.getMessage("correspondence.receipt.title", new Object[] {question}, MailTexts.DUTCH);
        var audience = sent.form().asksContacts() ? Audience.CONTACTS : Audience.OFFICE;
        var pdf = new ByteArrayInputStream(print(title, question, by, receipt(dossier, taskId, sent, true), dossier));
        var document =
                documents.addOwn(dossier.id(), title + ".pdf", Documents.Kind.RECEIPT, audience, pdf, Actor.SYSTEM);
        rows.add(document, dossier.id(), taskId);
    }

    private byte[] print(String title, String question, String by, Receipt receipt, CaseView dossier) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(MailTexts.DUTCH);
        try {
            return sheets.print("receipt", title, fields(question, by, receipt, dossier));
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private Map<String, Object> fields(String question, String by, Receipt receipt, CaseView dossier) {
        var fields = new HashMap<String, Object>();
        fields.put(
                "foot",
                messages.getMessage("correspondence.mail.case", new Object[] {receipt.number()}, MailTexts.DUTCH));
        fields.put("number", receipt.number());
        fields.put("question", question);
        fields.put("by", by);
        fields.put("receipt", receipt);
        fields.put("contact", contacts.forArea(dossier.area()));
        return fields;
    }

    /** "Wijkraad Runkst"; what the case is called when it has no council yet. */
    private String council(CaseView dossier) {
        return dossier.council() == null
                ? dossier.title()
                : councils.get(dossier.council()).name();
    }

    /**
     * @param by who sent it, as the dossier keeps it: an official when they entered it for the council
     * @param came how it came to that official, or none
     * @param next what the city does now, or none when it isn't known
     * @param document the PDF in the dossier, or none
     */
    public record Receipt(
            String number,
            String council,
            Instant at,
            String by,
            @Nullable Came came,
            FormView form,
            NextStep.@Nullable Next next,
            @Nullable UUID document) {}
}
