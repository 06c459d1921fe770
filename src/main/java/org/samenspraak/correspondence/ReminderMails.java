package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.samenspraak.correspondence.MailSheets.Around;
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

    private final MailSheets sheets;
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
            MailSheets sheets,
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
        this.sheets = sheets;
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

    /** Of the term of a question that runs; none for one without, and for one that is over. */
    Optional<LocalDate> lastDay(PromptRow row) {
        return Optional.ofNullable(row.term())
                .flatMap(term -> clocks.find(row.caseId(), term, row.scope()))
                .filter(this::runs)
                .map(ClockView::lastDay);
    }

    /** Whether an answer is awaited: who is only told owes none. */
    boolean isOwed(PromptRow row) {
        return tasks.find(row.taskId()).filter(Asking::isOnlyTold).isEmpty();
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
        var first = parts.get(0).prompt();
        var language = choices.language(first.council());
        var text = parts.size() > 1 ? several(parts, language) : one(parts.get(0), language);
        return new Written(parts.size() > 1 ? null : first, text, until(parts), first.recipientName());
    }

    private MailTexts.Text one(Part part, Locale language) {
        var row = part.prompt();
        var dossier = cases.get(row.caseId());
        var around =
                new Around(row.recipientName(), dossier.number(), List.of(contacts.forArea(dossier.area(), language)));
        return sheets.write("reminder-" + tone(part), language, fields(part, language), around);
    }

    /** What a reminder says of its question, by the names of the fields of its text. */
    private Map<String, @Nullable Object> fields(Part part, Locale language) {
        var item = item(part, language);
        var row = part.prompt();
        var task = tasks.find(row.taskId());
        var fields = new HashMap<String, @Nullable Object>();
        fields.put("council", item.council());
        fields.put("number", item.number());
        fields.put("task", item.task());
        fields.put("day", item.day());
        fields.put("left", item.left());
        fields.put("you", words.whyYou(row.function(), item.council(), language));
        fields.put("minutes", item.minutes());
        fields.put("silence", item.silence());
        Optional.ofNullable(item.draft()).ifPresent(draft -> {
            fields.put("draft.by", draft.by());
            fields.put("draft.at", draft.at());
        });
        fields.put(
                "about", task.map(it -> it.about(language)).map(String::strip).orElse(null));
        fields.put("told", task.map(it -> words.told(it, language)).orElse(""));
        return fields;
    }

    private MailTexts.Text several(List<Part> parts, Locale language) {
        var first = parts.get(0);
        var called = parts.stream()
                .map(part -> contacts.forArea(cases.get(part.prompt().caseId()).area(), language))
                .distinct()
                .toList();
        var items = parts.stream().map(part -> item(part, language)).toList();
        return sheets.write(
                "reminder-several",
                language,
                Map.of("count", parts.size(), "day", texts.day(first.lastDay(), language)),
                new Around(first.prompt().recipientName(), null, called, items));
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

    private Item item(Part part, Locale language) {
        var row = part.prompt();
        var task = tasks.find(row.taskId());
        return new Item(
                words.task(row, language),
                councils.get(row.council()).name(),
                cases.get(row.caseId()).number(),
                texts.day(part.lastDay(), language),
                texts.until(part.lastDay(), language),
                Envelopes.placeholder(row),
                task.flatMap(it -> property(it, "minutes")).orElse(null),
                task.flatMap(it -> draft(it, row, language)).orElse(null),
                task.filter(it -> part.last())
                        .flatMap(it -> silence(it, language))
                        .orElse(null));
    }

    private static Optional<String> property(OpenTask task, String name) {
        return Optional.ofNullable(task.properties().get(name));
    }

    private static Optional<String> silence(OpenTask task, Locale language) {
        var english = language.equals(Locale.ENGLISH) ? property(task, SILENCE + "_en") : Optional.<String>empty();
        return english.or(() -> property(task, SILENCE));
    }

    private Optional<Draft> draft(OpenTask task, PromptRow row, Locale language) {
        return drafts.lastSaved(drafts.ofTask(
                        task.id(), task.caseId(), Prompts.party(task, row.council(), row.recipientName())))
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
     * One question as the template shows it among others.
     *
     * @param left how far away the day is, in words
     * @param minutes that it takes, or none
     * @param silence what happens without an answer, in the last reminder only
     */
    public record Item(
            String task,
            String council,
            String number,
            String day,
            String left,
            String link,
            @Nullable String minutes,
            @Nullable Draft draft,
            @Nullable String silence) {}

    /** Who typed last, and when. */
    public record Draft(String by, String at) {}
}
