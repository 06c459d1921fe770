package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.ReminderRows.Part;
import org.samenspraak.council.Councils;
import org.samenspraak.council.MailChoices;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.forms.Drafts;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Component;

/** Writes the mail that reminds a reader: of one question, or of all whose day it is, the most urgent first. */
@Component
class ReminderMails {

    /** What the model says of a task for a council: what happens when no answer comes. */
    private static final String SILENCE = "silence";

    private final MailTexts texts;
    private final Contacts contacts;
    private final Cases cases;
    private final Councils councils;
    private final Clocks clocks;
    private final Tasks tasks;
    private final Drafts drafts;
    private final MailChoices choices;
    private final PromptWords words;
    private final Clock clock;

    ReminderMails(
            MailTexts texts,
            Contacts contacts,
            Cases cases,
            Councils councils,
            Clocks clocks,
            Tasks tasks,
            Drafts drafts,
            MailChoices choices,
            PromptWords words,
            Clock clock) {
        this.texts = texts;
        this.contacts = contacts;
        this.cases = cases;
        this.councils = councils;
        this.clocks = clocks;
        this.tasks = tasks;
        this.drafts = drafts;
        this.choices = choices;
        this.words = words;
        this.clock = clock;
    }

    /** Those of which the term still ends on the day that they are about. */
    List<Part> standing(List<Part> parts) {
        return parts.stream()
                .filter(part -> term(part).filter(this::runs).isPresent())
                .sorted(Comparator.comparing(Part::lastDay)
                        .thenComparing(part -> part.prompt().id()))
                .toList();
    }

    private Optional<ClockView> term(Part part) {
        var row = part.prompt();
        return clocks.find(row.caseId(), Objects.requireNonNull(row.term()), row.scope())
                .filter(term -> term.lastDay().equals(part.lastDay()));
    }

    private boolean runs(ClockView term) {
        return term.running() && term.suspendedOn() == null && clock.instant().isBefore(term.due());
    }

    /** @param parts at least one, the most urgent first, all for one reader */
    Written write(List<Part> parts) {
        var first = parts.get(0);
        var several = parts.size() > 1;
        var language = choices.language(first.prompt().council());
        var fields = new HashMap<String, Object>();
        fields.put("name", first.prompt().recipientName());
        fields.put("tone", several ? "several" : tone(first));
        fields.put("day", texts.day(first.lastDay(), language));
        fields.put(
                "items",
                parts.stream().map(part -> item(part, several, language)).toList());
        fields.put(
                "contacts",
                parts.stream()
                        .map(part -> contacts.forArea(
                                cases.get(part.prompt().caseId()).area()))
                        .distinct()
                        .toList());
        if (!several) {
            fields.put("number", cases.get(first.prompt().caseId()).number());
        }
        return new Written(
                several ? null : first.prompt(),
                text(parts, fields, language),
                until(parts),
                first.prompt().recipientName());
    }

    private MailTexts.Text text(List<Part> parts, Map<String, Object> fields, Locale language) {
        var first = parts.get(0);
        var subject = parts.size() > 1 ? parts.size() : first.prompt().taskName(language);
        return texts.write(
                "reminder",
                "correspondence.reminder.subject." + fields.get("tone"),
                List.of(subject, texts.day(first.lastDay(), language)),
                fields,
                language);
    }

    /** Different from the one before: kind, then with help, then an easier way, and the last says what follows. */
    private static String tone(Part part) {
        if (part.number() == 1) {
            return "first";
        }
        if (part.last()) {
            return "last";
        }
        return part.number() % 2 == 0 ? "help" : "easy";
    }

    private Item item(Part part, boolean several, Locale language) {
        var row = part.prompt();
        var task = tasks.find(row.taskId());
        return new Item(
                row.taskName(language),
                councils.get(row.council()).name(),
                row.function(),
                cases.get(row.caseId()).number(),
                texts.day(part.lastDay(), language),
                texts.until(part.lastDay(), language),
                several ? Envelopes.placeholder(row) : Mail.LINK,
                task.flatMap(it -> property(it, "minutes")).orElse(null),
                task.flatMap(it -> draft(it, row, language)).orElse(null),
                task.filter(it -> part.last())
                        .flatMap(it -> silence(it, language))
                        .orElse(null),
                task.filter(it -> !several)
                        .flatMap(it -> Optional.ofNullable(it.about(language)))
                        .map(String::strip)
                        .orElse(null),
                task.filter(it -> !several).map(words::told).orElse(""));
    }

    private static Optional<String> property(OpenTask task, String name) {
        return Optional.ofNullable(task.properties().get(name));
    }

    private static Optional<String> silence(OpenTask task, Locale language) {
        var english = language.equals(Locale.ENGLISH) ? property(task, SILENCE + "_en") : Optional.<String>empty();
        return english.or(() -> property(task, SILENCE));
    }

    private Optional<Draft> draft(OpenTask task, PromptRow row, Locale language) {
        return drafts.lastSaved(
                        drafts.ofTask(task.id(), task.caseId(), row.council().toString()))
                .map(saved -> new Draft(saved.by(), texts.moment(saved.at(), language)));
    }

    /** From then on nothing in it is true. */
    private @Nullable Instant until(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> term(part).stream())
                .map(ClockView::due)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * @param only the question that it is about when that is one: it hangs on the thread of its case
     * @param until when the last of the terms ends
     */
    record Written(@Nullable PromptRow only, MailTexts.Text text, @Nullable Instant until, String readerName) {

        @Nullable
        CaseId caseId() {
            return only == null ? null : only.caseId();
        }

        @Nullable
        UUID prompt() {
            return only == null ? null : only.id();
        }
    }

    /**
     * One question as the template shows it.
     *
     * @param left how far away the day is, in words
     * @param minutes that it takes, or none
     * @param silence what happens without an answer, in the last reminder only
     * @param about what is asked, in a mail about one question only
     * @param told what the form tells, in a mail about one question only
     */
    public record Item(
            String task,
            String council,
            String function,
            String number,
            String day,
            String left,
            String link,
            @Nullable String minutes,
            @Nullable Draft draft,
            @Nullable String silence,
            @Nullable String about,
            String told) {}

    /** Who typed last, and when. */
    public record Draft(String by, String at) {}
}
