package org.samenspraak.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.council.Councils;
import org.samenspraak.deadlines.TermMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who was asked something that the last day to answer changed, or that the term is suspended, and why. */
@Component
class TermMails {

    private final PromptRows rows;
    private final Outbox outbox;
    private final MailTexts texts;
    private final Contacts contacts;
    private final Cases cases;
    private final Councils councils;

    TermMails(PromptRows rows, Outbox outbox, MailTexts texts, Contacts contacts, Cases cases, Councils councils) {
        this.rows = rows;
        this.outbox = outbox;
        this.texts = texts;
        this.contacts = contacts;
        this.cases = cases;
        this.councils = councils;
    }

    @EventListener
    void on(TermMoved moved) {
        rows.openOf(moved.caseId(), moved.term(), moved.scope()).stream()
                .filter(row -> !row.disowned())
                .forEach(row -> queue(row, moved));
    }

    private void queue(PromptRow row, TermMoved moved) {
        var fields = fields(row, moved);
        var day = fields.get("day");
        var text = day == null
                ? texts.write("term", "correspondence.term.subject.suspended", List.of(row.taskName()), fields)
                : texts.write("term", List.of(row.taskName(), day), fields);
        outbox.queue(new Mail(
                "term:" + row.id() + ":" + row.generation() + ":" + moved.change(),
                row.caseId(),
                row.recipient(),
                row.recipientName(),
                text.subject(),
                text.text(),
                text.html(),
                row.id(),
                List.of()));
    }

    private Map<String, Object> fields(PromptRow row, TermMoved moved) {
        var dossier = cases.get(row.caseId());
        var fields = new HashMap<String, Object>();
        fields.put("name", row.recipientName());
        fields.put("council", councils.get(row.council()).name());
        fields.put("task", row.taskName());
        fields.put("number", dossier.number());
        fields.put("contact", contacts.forArea(dossier.area()));
        fields.put("link", Mail.LINK);
        fields.put("why", moved.why());
        if (moved.lastDay() != null) {
            fields.put("day", texts.day(moved.lastDay(), MailTexts.DUTCH));
            fields.put("left", texts.until(moved.lastDay(), MailTexts.DUTCH));
        }
        return fields;
    }
}
