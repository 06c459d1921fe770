package org.samenspraak.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.AnswerReceipts.Receipt;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.Priority;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Component;

/** Mails around a prompt: the question, the link once more, the receipt. */
@Component
class PromptMails {

    private final Outbox outbox;
    private final PromptSheets sheets;
    private final MailExtras extras;
    private final Tasks tasks;

    PromptMails(Outbox outbox, PromptSheets sheets, MailExtras extras, Tasks tasks) {
        this.outbox = outbox;
        this.sheets = sheets;
        this.extras = extras;
        this.tasks = tasks;
    }

    void first(PromptRow row) {
        queue(row, PromptText.QUESTION, "", null);
    }

    /** It says nothing true once the new term is over. */
    void renewed(PromptRow row, LocalDate lastDay) {
        queue(
                row,
                PromptText.RENEWED,
                ":" + lastDay,
                sheets.clock(row).map(ClockView::due).orElse(null));
    }

    void again(PromptRow row, long moment) {
        queue(row, PromptText.AGAIN, ":" + moment, null);
    }

    /** The office found out that the address is right. */
    void resent(PromptRow row) {
        queue(row, PromptText.RESENT, "", null);
    }

    /** @param receipt what was sent, with the document that goes along; none when nothing was filled in */
    void receipt(PromptRow row, String by, @Nullable Receipt receipt) {
        var fields = sheets.fields(row);
        fields.put("by", by);
        if (receipt != null) {
            fields.put("attached", receipt.document() != null);
            fields.put("again", isAskedAgain(row));
            Optional.ofNullable(receipt.form().sent()).ifPresent(sent -> fields.put("sent", sent));
            Optional.ofNullable(receipt.came())
                    .ifPresent(came -> fields.put(came.by().code(), true));
            Optional.ofNullable(receipt.next()).ifPresent(next -> {
                fields.put("next", next.name());
                fields.put("next.day", sheets.day(next.until(), row));
            });
        }
        var text = sheets.write("receipt", row, fields);
        var attached =
                Optional.ofNullable(receipt).map(Receipt::document).stream().toList();
        outbox.queue(
                mail(row, "receipt:" + row.id(), text, null, attached, null).withPriority(Priority.HIGH));
    }

    /** What it sent leaves it another question, such as more time: it is mailed that one too. */
    private boolean isAskedAgain(PromptRow row) {
        return tasks.ofCase(row.caseId()).stream()
                .filter(task -> !task.id().equals(row.taskId()))
                .anyMatch(task -> task.groups().stream().anyMatch(Asking::isForCouncil));
    }

    /** @param until from then on it says nothing true, or none */
    private void queue(PromptRow row, PromptText kind, String rest, @Nullable Instant until) {
        var text = sheets.write(kind.name(row), row);
        var id = outbox.queue(mail(row, kind.key(row) + rest, text, row.id(), List.of(), until)
                .withPriority(kind == PromptText.AGAIN ? Priority.HIGH : Priority.NORMAL));
        sheets.calendar(row).ifPresent(entry -> extras.add(id, entry));
    }

    private static Mail mail(
            PromptRow row,
            String key,
            MailTexts.Text text,
            @Nullable UUID link,
            List<UUID> attached,
            @Nullable Instant until) {
        return new Mail(
                key,
                row.caseId(),
                row.recipient(),
                row.recipientName(),
                text.subject(),
                text.text(),
                text.html(),
                link,
                attached,
                until);
    }
}
