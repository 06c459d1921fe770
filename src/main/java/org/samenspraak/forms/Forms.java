package org.samenspraak.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Painter.Mode;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.Feel;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;

/** Shows and judges forms, in the language of the request. */
@Service
public class Forms {

    static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static final int REMEMBERED = 500;

    private final Map<String, Form> parsed = new ConcurrentHashMap<>();
    private final Map<String, Form> shipped = new ConcurrentHashMap<>();
    private final Prefills prefills;
    private final Evaluator evaluator;
    private final Reader reader;
    private final Judge judge;
    private final Painter painter;
    private final Entries entries;
    private final Changes changes;

    public Forms(
            Feel feel,
            MessageSource messages,
            FormSettings settings,
            Clock clock,
            Municipality municipality,
            List<OfferedValues> house,
            @Lazy List<Prefill> prefills) { // what trajectories know comes from forms that were sent, which need this
        this.evaluator = new Evaluator(feel);
        var offers = new Offers(evaluator, house);
        var values = new Values(offers, clock, municipality.zone());
        this.prefills = new Prefills(prefills);
        this.reader = new Reader(evaluator, values);
        this.judge = new Judge(new Rules(evaluator, offers, values), messages);
        var shown = new Shown(offers, values, messages);
        this.painter = new Painter(evaluator, offers, values, shown, feel, settings);
        this.entries = new Entries(offers, values, shown);
        this.changes = new Changes(evaluator, shown);
    }

    /** The shipped form of this id. */
    public Form shipped(String formId) {
        return shipped.computeIfAbsent(formId, Forms::load);
    }

    private static Form load(String formId) {
        if (!formId.matches("[a-z0-9-]{1,80}")) {
            throw new IllegalArgumentException("no form " + formId);
        }
        try {
            var found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/" + formId + ".form");
            if (found.length == 0) {
                throw new IllegalArgumentException("no form " + formId);
            }
            return FormParser.parse(found[0].getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException when the schema holds what the server can't show, with the field named */
    public Form parse(String json) {
        if (parsed.size() > REMEMBERED) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(json, FormParser::parse);
    }

    /** What the house knows already for fields with {@code prefill}; goes into {@link #view(Form, Map)} as data. */
    public Map<String, Object> prefill(Form form, @Nullable CaseId caseId, Actor by) {
        return prefills.of(form, caseId, by);
    }

    /** Everything that trajectories know about a case, by the word they answer to. */
    Map<String, Object> known(CaseId caseId, String trajectory, Actor by) {
        return prefills.all(caseId, trajectory, by);
    }

    /** Makes the page model of a form for the fragment {@code forms/form :: fields(form)}: data first, then defaults. */
    public FormView view(Form form, Map<String, Object> data) {
        return view(form, data, List.of());
    }

    FormView view(Form form, Map<String, Object> data, List<FieldError> errors) {
        return paint(reader.read(form, data, null, Map.of(), locale()), errors);
    }

    /** The same after a refused submit: what was typed is kept, every message at its field. */
    public FormView view(Form form, Judgement judgement) {
        return view(form, judgement.stored(), judgement.typed(), judgement.errors());
    }

    /** The same with errors that came up after judging, such as a refusal that belongs to a field. */
    public FormView view(Form form, Judgement judgement, List<FieldError> errors) {
        return view(form, judgement.stored(), judgement.typed(), errors);
    }

    /** Goes on with a draft. What it holds of fields that are gone is left out. */
    public FormView resume(Form form, Map<String, Object> data, Map<String, Object> typed) {
        return view(form, data, typed, List.of());
    }

    /** The same with what is wrong in it. */
    public FormView resume(Form form, Map<String, Object> data, Map<String, Object> typed, List<FieldError> errors) {
        return view(form, data, typed, errors);
    }

    Reading reading(Form form, Map<String, Object> data, Map<String, Object> typed) {
        return reader.read(form, data, Typed.again(form, typed), Map.of(), locale());
    }

    Map<String, Entry> entriesOf(Reading reading, List<Field> fields) {
        return entries.of(reading, fields, locale());
    }

    List<FieldError> errors(Reading reading, List<Field> fields, Predicate<Field> asked) {
        return judge.errors(reading, fields, asked, locale());
    }

    /** One page of a form. */
    FormView paint(Reading reading, List<Field> fields, Predicate<Field> shows, List<FieldError> errors) {
        return painter.paint(reading, fields, shows, errors, Mode.TYPING, locale());
    }

    /** The answers of one page of a form, to read. */
    FormView words(Reading reading, List<Field> fields) {
        return painter.paint(reading, fields, Steps.NO_FILES, List.of(), Mode.SENT, locale());
    }

    /** What each question holds, for comparing. */
    Map<String, Entry> entries(Form form, Map<String, Object> data, Typed typed) {
        return entries.of(reader.read(form, data, typed, Map.of(), locale()), locale());
    }

    private FormView view(Form form, Map<String, Object> stored, Map<String, Object> typed, List<FieldError> errors) {
        return paint(reader.read(form, stored, Typed.again(form, typed), Map.of(), locale()), errors);
    }

    /**
     * When a button inside the form was pressed that sends nothing yet (add a row, remove one, show the questions that
     * belong to the answers), the form as it looks then; else nothing.
     */
    public Optional<FormView> rework(Form form, Map<String, Object> stored, MultiValueMap<String, String> sent) {
        return Reworked.of(form, sent).map(it -> paint(reader.read(form, stored, it, Map.of(), locale()), List.of()));
    }

    /** Whether a button inside the form was pressed that sends nothing yet. */
    public boolean isReworked(Map<String, List<String>> sent) {
        return Typed.BUTTONS.stream().anyMatch(sent::containsKey);
    }

    /** The same for a form in which no files were refused. */
    public Judgement judge(Form form, Map<String, Object> stored, MultiValueMap<String, String> sent) {
        return judge(form, stored, sent, Map.of());
    }

    /**
     * Judges what a browser sent. Hidden, read-only and disabled fields can't be changed by it.
     *
     * @param stored what was there before, with the {@link ChosenFiles#in chosen files}
     * @param refusedFiles why files were refused, by path
     */
    public Judgement judge(
            Form form,
            Map<String, Object> stored,
            MultiValueMap<String, String> sent,
            Map<String, String> refusedFiles) {
        return judge(form, stored, Typed.of(form, sent), refusedFiles);
    }

    Judgement judge(Form form, Map<String, Object> stored, Typed typed, Map<String, String> refusedFiles) {
        return judge.judge(reader.read(form, stored, typed, refusedFiles, locale()), locale());
    }

    /** Whether several files can be added, and of which kinds. */
    FileField fileField(Field field, Map<String, Object> known) {
        var here = Here.top(Tree.copy(known), Tree.copy(known));
        return new FileField(
                evaluator.isTrue(field.json().path("multiple"), here),
                evaluator.text(field.json().path("accept").asText(""), here).toLowerCase(Locale.ROOT));
    }

    /** @param accept kinds by comma, as in HTML; empty for all that can be used here */
    record FileField(boolean multiple, String accept) {}

    /** Refused files as messages at their fields. */
    public List<FieldError> errors(Form form, Map<String, String> refusedFiles) {
        return form.fileFields().entrySet().stream()
                .filter(it -> refusedFiles.containsKey(it.getKey()))
                .map(it -> new FieldError(
                        it.getKey(), it.getValue().label(locale()), refusedFiles.getOrDefault(it.getKey(), "")))
                .toList();
    }

    /**
     * A form as it was sent, to read: {@code forms/form :: sent(form)}.
     *
     * @param contacts with the answers of fields marked {@code personal: contact}
     */
    public FormView sent(Form form, Answers answers, boolean contacts) {
        var mode = contacts ? Mode.SENT : Mode.SENT_WITHOUT_CONTACTS;
        return painter.paint(reader.sent(form, answers.values()), List.of(), mode, locale());
    }

    /** What somebody typed in a form that was not sent, to read and to copy; the fragment of {@link #sent}. */
    FormView unsent(Form form, Answers answers) {
        return painter.paint(reader.sent(form, answers.values()), List.of(), Mode.UNSENT, locale());
    }

    /** A form that nobody sent yet, to read what it asks and what is known; the fragment of {@link #sent}. */
    public FormView waiting(Form form, Map<String, Object> known) {
        return painter.paint(reader.waiting(form, known), List.of(), Mode.SENT, locale());
    }

    /**
     * What is different between two sendings, in the order of the later one.
     *
     * @param contacts as in {@link #sent}
     */
    public List<Change> changes(Submissions.Sent earlier, Submissions.Sent later, boolean contacts) {
        return changes.between(reading(earlier), reading(later), contacts, locale());
    }

    private Reading reading(Submissions.Sent sent) {
        return reader.sent(sent.form(), sent.answers().values());
    }

    private FormView paint(Reading reading, List<FieldError> errors) {
        return painter.paint(reading, errors, Mode.TYPING, locale());
    }

    /** Dutch, unless the one who asks reads English. */
    static Locale locale() {
        var context = LocaleContextHolder.getLocaleContext();
        var asked = context == null ? null : context.getLocale();
        return asked != null && asked.getLanguage().equals("en") ? Locale.ENGLISH : DUTCH;
    }

    /**
     * @param answers what is kept when there are no errors
     * @param facts the answers of fields marked {@code fact: yes}; null for one that isn't asked or left empty
     * @param typed what was sent, for showing it again
     * @param files what goes into the case, by path
     * @param stored what was there before
     */
    public record Judgement(
            Answers answers,
            Map<String, Object> facts,
            Map<String, Object> typed,
            Map<String, List<UUID>> files,
            List<FieldError> errors,
            Map<String, Object> stored) {

        public boolean accepted() {
            return errors.isEmpty();
        }

        /** The same without the answers in this group: {@link Form#after questions that aren't the form's own}. */
        public Judgement without(String group) {
            var own = Tree.copy(answers.values());
            own.remove(group);
            return new Judgement(new Answers(own), facts, typed, files, errors, stored);
        }
    }

    /** @param path of the field, as in its HTML name */
    public record FieldError(String path, String label, String message) {

        /** The label as it stands before the message: "Naam:", "Wat wilt u doen?". */
        public String lead() {
            return Shown.lead(label);
        }
    }
}
