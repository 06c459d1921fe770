package org.samenspraak.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.council.Councils;
import org.samenspraak.council.MailChoices;
import org.samenspraak.deadlines.TermMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Tells who was asked something that the last day to answer changed, or that the term is suspended, and why. */
@Component
class TermMails {

    private final PromptRows rows;
    private final Outbox outbox;
    private final MailSheets sheets;
    private final MailTexts texts;
    private final MailChoices choices;
    private final Contacts contacts;
    private final Cases cases;
    private final Councils councils;
    private final PromptWords words;

    TermMails(
            PromptRows rows,
            Outbox outbox,
            MailSheets sheets,
            MailTexts texts,
            MailChoices choices,
            Contacts contacts,
            Cases cases,
            Councils councils,
            PromptWords words) {
        this.rows = rows;
        this.outbox = outbox;
        this.sheets = sheets;
        this.texts = texts;
        this.choices = choices;
        this.contacts = contacts;
        this.cases = cases;
        this.councils = councils;
        this.words = words;
    }

    @EventListener
    void on(TermMoved moved) {
        rows.openOf(moved.caseId(), moved.term(), moved.scope()).stream()
                .filter(row -> !row.disowned())
                .forEach(row -> queue(row, moved));
    }

    private void queue(PromptRow row, TermMoved moved) {
        var language = choices.language(row.council());
        var dossier = cases.get(row.caseId());
        var text = sheets.write(
                moved.lastDay() == null ? "term-suspended" : "term-moved",
                language,
                fields(row, moved, dossier, language),
                new Around(row.recipientName(), dossier.number(), List.of(contacts.forArea(dossier.area(), language))));
        outbox.queue(new Mail(
                "term:" + row.id() + ":" + row.generation() + ":" + moved.change(),
                row.caseId(),
                row.recipient(),
                row.recipientName(),
                text.subject(),
                text.text(),
                text.html(),
                row.id(),
                List.of(),
                moved.lastDay() == null ? null : texts.endOf(moved.lastDay())));
    }

    private Map<String, Object> fields(PromptRow row, TermMoved moved, CaseView dossier, Locale language) {
        var fields = new HashMap<String, Object>();
        fields.put("council", councils.get(row.council()).name());
        fields.put("task", words.task(row, language));
        fields.put("number", dossier.number());
        fields.put(
                "reason", moved.why(language).stream().map(TermMails::sentence).collect(Collectors.joining("\n")));
        if (moved.lastDay() != null) {
            fields.put("day", texts.day(moved.lastDay(), language));
            fields.put("left", texts.until(moved.lastDay(), language));
        }
        return fields;
    }

    /** A line of the clock begins small, as it stands in a list there. */
    private static String sentence(String line) {
        var end = ".!?".indexOf(line.charAt(line.length() - 1)) < 0 ? "." : "";
        return StringUtils.capitalize(line) + end;
    }
}
