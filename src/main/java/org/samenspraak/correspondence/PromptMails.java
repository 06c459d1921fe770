package org.samenspraak.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.AnswerReceipts.Receipt;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.council.Councils;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.TaskData;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Component;

/** Mails around a prompt: the question, the reminders, the link once more, the receipt. */
@Component
class PromptMails {

    private final Outbox outbox;
    private final MailTexts texts;
    private final Contacts contacts;
    private final Cases cases;
    private final Councils councils;
    private final Clocks clocks;
    private final Tasks tasks;
    private final Forms forms;
    private final TaskData taskData;

    PromptMails(
            Outbox outbox,
            MailTexts texts,
            Contacts contacts,
            Cases cases,
            Councils councils,
            Clocks clocks,
            Tasks tasks,
            Forms forms,
            TaskData taskData) {
        this.outbox = outbox;
        this.texts = texts;
        this.contacts = contacts;
        this.cases = cases;
        this.councils = councils;
        this.clocks = clocks;
        this.tasks = tasks;
        this.forms = forms;
        this.taskData = taskData;
    }

    void first(PromptRow row) {
        queue(row, "question:" + row.id() + ":" + row.generation(), row.generation() == 1 ? "first" : "moved", null);
    }

    /** The first reminder is kind, later ones say that it gets urgent. */
    void reminder(PromptRow row, LocalDate lastDay, int number) {
        queue(row, "reminder:" + row.id() + ":" + lastDay + ":" + number, number == 1 ? "reminder" : "urgent", lastDay);
    }

    void renewed(PromptRow row, LocalDate lastDay) {
        queue(row, "renewed:" + row.id() + ":" + lastDay, "renewed", lastDay);
    }

    void again(PromptRow row, long moment) {
        queue(row, "again:" + row.id() + ":" + row.generation() + ":" + moment, "again", null);
    }

    /** The office found out that the address is right. */
    void resent(PromptRow row) {
        queue(row, "resent:" + row.id() + ":" + row.generation(), "resent", null);
    }

    /** @param receipt what was sent, with the document that goes along; none when nothing was filled in */
    void receipt(PromptRow row, String by, @Nullable Receipt receipt) {
        var fields = fields(row, null);
        fields.put("by", by);
        fields.put("receipt", receipt);
        if (receipt != null && receipt.next() != null) {
            fields.put("until", texts.day(receipt.next().until()));
        }
        var text = texts.write("receipt", List.of(row.taskName()), fields);
        var attached =
                Optional.ofNullable(receipt).map(Receipt::document).stream().toList();
        outbox.queue(mail(row, "receipt:" + row.id(), text, false, attached, null));
    }

    /**
     * @param tone which opening the mail has; see {@code correspondence.prompt.<tone>}
     * @param lastDay the day that the mail is about: it says nothing true once the term is over
     */
    private void queue(PromptRow row, String key, String tone, @Nullable LocalDate lastDay) {
        var fields = fields(row, lastDay);
        fields.put("tone", tone);
        var day = fields.get("day");
        var text = day == null
                ? texts.write("prompt", "correspondence.prompt.subject.open", List.of(row.taskName()), fields)
                : texts.write("prompt", "correspondence.prompt.subject." + tone, List.of(row.taskName(), day), fields);
        outbox.queue(mail(
                row,
                key,
                text,
                true,
                List.of(),
                lastDay == null ? null : clock(row).map(ClockView::due).orElse(null)));
    }

    private static Mail mail(
            PromptRow row,
            String key,
            MailTexts.Text text,
            boolean withLink,
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
                withLink ? row.id() : null,
                attached,
                until);
    }

    private Map<String, Object> fields(PromptRow row, @Nullable LocalDate lastDay) {
        var dossier = cases.get(row.caseId());
        var fields = new HashMap<String, Object>();
        fields.put("name", row.recipientName());
        fields.put("council", councils.get(row.council()).name());
        fields.put("function", row.function());
        fields.put("task", row.taskName());
        fields.put("number", dossier.number());
        fields.put("contact", contacts.forArea(dossier.area()));
        fields.put("link", Mail.LINK);
        Optional.ofNullable(lastDay).or(() -> lastDay(row)).ifPresent(day -> {
            fields.put("day", texts.day(day));
            fields.put("left", texts.until(day));
        });
        tasks.find(row.taskId()).ifPresent(task -> {
            Optional.ofNullable(task.about()).ifPresent(about -> fields.put("about", about.strip()));
            Optional.ofNullable(task.properties().get("minutes")).ifPresent(m -> fields.put("minutes", m));
            fields.put("told", told(task));
        });
        return fields;
    }

    private String told(OpenTask task) {
        if (task.formJson() == null) {
            return "";
        }
        var form = forms.parse(task.formJson());
        return String.join("\n\n", forms.told(form, taskData.of(task, form, Actor.SYSTEM)));
    }

    private Optional<LocalDate> lastDay(PromptRow row) {
        return clock(row).map(ClockView::lastDay);
    }

    private Optional<ClockView> clock(PromptRow row) {
        return row.term() == null ? Optional.empty() : clocks.find(row.caseId(), row.term(), row.scope());
    }
}
