package org.samenspraak.correspondence;

import org.samenspraak.correspondence.Messages.Due;
import org.samenspraak.correspondence.PromptRows.MayBeSent;
import org.springframework.stereotype.Component;

/** Whether a mail may go out at this moment, and what it says by now: a question that was answered drops out of its reminder. */
@Component
class Readiness {

    private final PromptRows prompts;
    private final ReminderRows reminders;
    private final ReminderMails mails;
    private final Messages messages;

    Readiness(PromptRows prompts, ReminderRows reminders, ReminderMails mails, Messages messages) {
        this.prompts = prompts;
        this.reminders = reminders;
        this.mails = mails;
        this.messages = messages;
    }

    /** In the transaction that hands it over. */
    Ready of(Due due) {
        if (due.over()) {
            return new Ready(MayBeSent.NO, due);
        }
        return reminders.isIn(due.id())
                ? reminder(due)
                : new Ready(prompts.mayBeSent(due.prompt(), due.generation()), due);
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
