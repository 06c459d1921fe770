package org.samenspraak.correspondence;

import org.samenspraak.correspondence.Messages.Due;
import org.samenspraak.correspondence.PromptRows.MayBeSent;
import org.samenspraak.correspondence.ReminderMails.Written;
import org.springframework.stereotype.Component;

/** Whether a mail may go out at this moment, and what it says by now: a question that was answered drops out of its reminder. */
@Component
class Readiness {

    private final PromptRows prompts;
    private final ReminderRows reminders;
    private final ReminderMails mails;
    private final PromptSheets sheets;
    private final MailExtras extras;
    private final MailTexts texts;
    private final Messages messages;

    Readiness(
            PromptRows prompts,
            ReminderRows reminders,
            ReminderMails mails,
            PromptSheets sheets,
            MailExtras extras,
            MailTexts texts,
            Messages messages) {
        this.prompts = prompts;
        this.reminders = reminders;
        this.mails = mails;
        this.sheets = sheets;
        this.extras = extras;
        this.texts = texts;
        this.messages = messages;
    }

    /** In the transaction that hands it over. */
    Ready of(Due due) {
        if (due.over()) {
            return new Ready(MayBeSent.NO, due);
        }
        if (reminders.isIn(due.id())) {
            return reminder(due);
        }
        var may = prompts.mayBeSent(due.prompt(), due.generation());
        return new Ready(may, may == MayBeSent.YES ? asToday(due) : due);
    }

    /** A question that waited since an earlier day names no day that is past by now, and counts from today. */
    private Due asToday(Due due) {
        var kind = PromptText.of(due.key());
        if (due.prompt() == null || kind.isEmpty() || !texts.today().isAfter(texts.local(due.queuedAt()))) {
            return due;
        }
        var row = prompts.find(due.prompt()).orElseThrow();
        messages.rewrite(
                due.id(), new Written(row, sheets.write(kind.get().name(row), row), due.until(), row.recipientName()));
        extras.remove(due.id());
        sheets.calendar(row).ifPresent(entry -> extras.add(due.id(), entry));
        return messages.find(due.id()).orElseThrow();
    }

    private Ready reminder(Due due) {
        var held = reminders.hold(due.id());
        if (held != MayBeSent.YES) {
            return new Ready(held, due);
        }
        var parts = mails.standing(reminders.in(due.id())).stream()
                .filter(part -> part.prompt().recipient().equalsIgnoreCase(due.to()))
                .toList();
        if (parts.isEmpty()) {
            return new Ready(MayBeSent.NO, due);
        }
        messages.rewrite(due.id(), mails.write(parts));
        return new Ready(MayBeSent.YES, messages.find(due.id()).orElseThrow());
    }

    /** @param due as it goes out now */
    record Ready(MayBeSent may, Due due) {}
}
