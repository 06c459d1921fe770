package org.samenspraak.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.AnswerReceipts.Receipt;
import org.samenspraak.correspondence.MailExtras.Extra;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.Priority;
import org.samenspraak.council.Councils;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.MeetingLines;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Component;

/** Mails around a prompt: the question, the reminders, the link once more, the receipt. */
@Component
class PromptMails {

    private static final String AGAIN = "prompt-again";

    private final Outbox outbox;
    private final MailSheets sheets;
    private final MailTexts texts;
    private final Contacts contacts;
    private final Cases cases;
    private final Councils councils;
    private final Clocks clocks;
    private final Tasks tasks;
    private final MailChoices choices;
    private final MeetingLines meetings;
    private final PromptWords words;
    private final TermCalendar calendar;
    private final MailExtras extras;

    PromptMails(
            Outbox outbox,
            MailSheets sheets,
            MailTexts texts,
            Contacts contacts,
            Cases cases,
            Councils councils,
            Clocks clocks,
            Tasks tasks,
            MailChoices choices,
            MeetingLines meetings,
            PromptWords words,
            TermCalendar calendar,
            MailExtras extras) {
        this.outbox = outbox;
        this.sheets = sheets;
        this.texts = texts;
        this.contacts = contacts;
        this.cases = cases;
        this.councils = councils;
        this.clocks = clocks;
        this.tasks = tasks;
        this.choices = choices;
        this.meetings = meetings;
        this.words = words;
        this.calendar = calendar;
        this.extras = extras;
    }

    void first(PromptRow row) {
        queue(row, "question:" + row.id() + ":" + row.generation(), text(row), null);
    }

    private static String text(PromptRow row) {
        return row.generation() == 1 ? "prompt" : row.isChosen() ? "prompt-chosen" : "prompt-moved";
    }

    void renewed(PromptRow row, LocalDate lastDay) {
        queue(row, "renewed:" + row.id() + ":" + lastDay, "prompt-renewed", lastDay);
    }

    void again(PromptRow row, long moment) {
        queue(row, "again:" + row.id() + ":" + row.generation() + ":" + moment, AGAIN, null);
    }

    /** The office found out that the address is right. */
    void resent(PromptRow row) {
        queue(row, "resent:" + row.id() + ":" + row.generation(), "prompt-resent", null);
    }

    /** @param receipt what was sent, with the document that goes along; none when nothing was filled in */
    void receipt(PromptRow row, String by, @Nullable Receipt receipt) {
        var language = choices.language(row.council());
        var fields = fields(row, null, language);
        fields.put("by", by);
        if (receipt != null) {
            fields.put("attached", receipt.document() != null);
            Optional.ofNullable(receipt.came())
                    .ifPresent(came -> fields.put(came.by().code(), true));
            Optional.ofNullable(receipt.next()).ifPresent(next -> {
                fields.put("next", next.name());
                fields.put("next.day", texts.day(next.until(), language));
            });
        }
        var text = sheets.write("receipt", language, fields, around(row, language));
        var attached =
                Optional.ofNullable(receipt).map(Receipt::document).stream().toList();
        outbox.queue(
                mail(row, "receipt:" + row.id(), text, false, attached, null).withPriority(Priority.HIGH));
    }

    /**
     * @param name of the text
     * @param lastDay the day that the mail is about: it says nothing true once the term is over
     */
    private void queue(PromptRow row, String key, String name, @Nullable LocalDate lastDay) {
        var language = choices.language(row.council());
        var fields = fields(row, lastDay, language);
        var task = row.taskName(language);
        var text = sheets.write(name, language, fields, around(row, language));
        var id = outbox.queue(mail(
                        row,
                        key,
                        text,
                        true,
                        List.of(),
                        lastDay == null ? null : clock(row).map(ClockView::due).orElse(null))
                .withPriority(name.equals(AGAIN) ? Priority.HIGH : Priority.NORMAL));
        clock(row)
                .filter(term -> term.suspendedOn() == null)
                .map(ClockView::lastDay)
                .map(until -> calendar.text(row, council(row), task, until, moves(row), language))
                .ifPresent(entry -> extras.add(id, new Extra(entry, null)));
    }

    private String council(PromptRow row) {
        return councils.get(row.council()).name();
    }

    /** Lines of all clocks of the term: each change of the date adds one. */
    private int moves(PromptRow row) {
        return clocks.of(row.caseId()).stream()
                .filter(clock -> clock.term().equals(row.term()) && Objects.equals(clock.scope(), row.scope()))
                .mapToInt(clock -> clock.lines().size())
                .sum();
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

    private Around around(PromptRow row, Locale language) {
        var dossier = cases.get(row.caseId());
        return new Around(row.recipientName(), dossier.number(), List.of(contacts.forArea(dossier.area(), language)));
    }

    /** What a question says of itself, by the names of the fields of its text. */
    Map<String, Object> fields(PromptRow row, @Nullable LocalDate lastDay, Locale language) {
        var dossier = cases.get(row.caseId());
        var fields = new HashMap<String, Object>();
        var council = councils.get(row.council());
        fields.put("council", council.name());
        fields.put("you", words.whyYou(row.function(), council.name(), language));
        fields.put("task", row.taskName(language));
        fields.put("number", dossier.number());
        Optional.ofNullable(lastDay).or(() -> lastDay(row)).ifPresent(day -> {
            fields.put("day", texts.day(day, language));
            fields.put("left", texts.until(day, language));
            meetings.of(row.council(), day, language).ifPresent(line -> fields.put("meets", line));
        });
        tasks.find(row.taskId()).ifPresent(task -> {
            Optional.ofNullable(task.about(language)).ifPresent(about -> fields.put("about", about.strip()));
            Optional.ofNullable(task.properties().get("minutes")).ifPresent(m -> fields.put("minutes", m));
            fields.put("told", words.told(task));
            fields.put("why", words.whyCouncil(dossier, council, task, language));
        });
        return fields;
    }

    private Optional<LocalDate> lastDay(PromptRow row) {
        return clock(row).filter(term -> term.suspendedOn() == null).map(ClockView::lastDay);
    }

    private Optional<ClockView> clock(PromptRow row) {
        return row.term() == null ? Optional.empty() : clocks.find(row.caseId(), row.term(), row.scope());
    }
}
