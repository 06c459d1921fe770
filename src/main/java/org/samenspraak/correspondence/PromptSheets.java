package org.samenspraak.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.MailExtras.Extra;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.council.Councils;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.MeetingLines;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Component;

/** Writes the mails around a prompt as they read today: a day that is past is no day to answer by. */
@Component
class PromptSheets {

    private final MailSheets sheets;
    private final MailTexts texts;
    /** What a model says of a question that the area manager does not answer for: {@code contact} is {@code office}. */
    private static final String CONTACT = "contact";

    private static final String OFFICE = "office";

    private final Contacts contacts;
    private final Cases cases;
    private final Councils councils;
    private final Clocks clocks;
    private final Tasks tasks;
    private final MailChoices choices;
    private final MeetingLines meetings;
    private final PromptWords words;
    private final TermCalendar calendar;

    PromptSheets(
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
            TermCalendar calendar) {
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
    }

    /** @param name of the text */
    MailTexts.Text write(String name, PromptRow row) {
        return write(name, row, fields(row));
    }

    MailTexts.Text write(String name, PromptRow row, Map<String, Object> fields) {
        var language = choices.language(row.council());
        var dossier = cases.get(row.caseId());
        var office = tasks.find(row.taskId())
                .map(task -> task.properties().get(CONTACT))
                .filter(OFFICE::equals)
                .isPresent();
        var around = new Around(
                row.recipientName(),
                dossier.number(),
                List.of(contacts.forArea(office ? null : dossier.area(), language)));
        return sheets.write(name, language, fields, around);
    }

    /** In the language that its council reads. */
    Map<String, Object> fields(PromptRow row) {
        return fields(row, choices.language(row.council()));
    }

    /** What a question says of itself, by the names of the fields of its text. */
    Map<String, Object> fields(PromptRow row, Locale language) {
        var dossier = cases.get(row.caseId());
        var fields = new HashMap<String, Object>();
        var council = councils.get(row.council());
        fields.put("council", council.name());
        fields.put("you", words.whyYou(row.function(), council.name(), language));
        fields.put("task", words.task(row, language));
        fields.put("number", dossier.number());
        lastDay(row).ifPresent(day -> {
            if (day.isBefore(texts.today())) {
                fields.put("late", texts.day(day, language));
                return;
            }
            fields.put("day", texts.day(day, language));
            fields.put("left", texts.until(day, language));
            meetings.of(row.council(), day, language).ifPresent(line -> fields.put("meets", line));
        });
        tasks.find(row.taskId()).ifPresent(task -> {
            Optional.ofNullable(task.about(language)).ifPresent(about -> fields.put("about", about.strip()));
            Optional.ofNullable(task.properties().get("minutes")).ifPresent(m -> fields.put("minutes", m));
            fields.put("informs", Asking.isOnlyTold(task));
            fields.put("told", words.told(task, language));
            fields.put("why", words.whyCouncil(dossier, council, task, language));
        });
        return fields;
    }

    /** An entry for the reader's calendar; none without a day to come. */
    Optional<Extra> calendar(PromptRow row) {
        var language = choices.language(row.council());
        var council = councils.get(row.council()).name();
        return lastDay(row)
                .filter(day -> !day.isBefore(texts.today()))
                .map(day -> calendar.text(row, council, words.task(row, language), day, moves(row), language))
                .map(entry -> new Extra(entry, null));
    }

    /** Lines of all clocks of the term: each change of the date adds one. */
    private int moves(PromptRow row) {
        return clocks.of(row.caseId()).stream()
                .filter(clock -> clock.term().equals(row.term()) && Objects.equals(clock.scope(), row.scope()))
                .mapToInt(clock -> clock.lines().size())
                .sum();
    }

    private Optional<LocalDate> lastDay(PromptRow row) {
        return clock(row).filter(term -> term.suspendedOn() == null).map(ClockView::lastDay);
    }

    Optional<ClockView> clock(PromptRow row) {
        return row.term() == null ? Optional.empty() : clocks.find(row.caseId(), row.term(), row.scope());
    }

    String day(Instant moment, PromptRow row) {
        return texts.day(moment, choices.language(row.council()));
    }
}
