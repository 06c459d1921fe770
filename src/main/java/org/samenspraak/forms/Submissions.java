package org.samenspraak.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms as they were sent, with their schema; never changed afterwards. */
@Service
public class Submissions {

    /** A start form with the same answers of the same person within this time is the same click. */
    private static final Duration SAME_CLICK = Duration.ofMinutes(10);

    private final SubmissionRecords records;
    private final Forms forms;
    private final Clock clock;

    Submissions(SubmissionRecords records, Forms forms, Clock clock) {
        this.records = records;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * @param taskId the task it answers, or none for a start form; the same task is accepted once
     * @throws Refusal when the task was answered before
     */
    @Transactional
    public UUID keep(
            CaseId caseId,
            @Nullable String taskId,
            String element,
            Form form,
            Answers answers,
            Actor by,
            boolean onPaper) {
        return keep(new Sending(caseId, taskId, element, form, answers, by, onPaper, null, digest(form, answers, by)));
    }

    UUID keep(Sending sending) {
        var id = UUID.randomUUID();
        records.addSchema(sending.form(), clock.instant());
        if (!records.add(id, sending, clock.instant())) {
            throw new Refusal("forms.refusal.already-sent");
        }
        return id;
    }

    /** Lets one sender through at a time; refuses who comes after one that was accepted. */
    void onlyOnce(@Nullable String taskId, String digest) {
        records.lock(taskId == null ? digest : taskId);
        var sent = taskId == null ? justStarted(digest).isPresent() : records.hasTask(taskId);
        if (sent) {
            throw new Refusal("forms.refusal.already-sent");
        }
    }

    /** Until who answers this task at this moment is done, or refused. */
    void await(String taskId) {
        records.lock(taskId);
    }

    /** Lets one through at a time who sends this draft; refuses who comes after one that was accepted. */
    void onlyOnce(DraftPlace draft) {
        records.lock(draft.key());
        if (startedFrom(draft).isPresent()) {
            throw new Refusal("forms.refusal.already-sent");
        }
    }

    /** The case that this draft opened. */
    Optional<CaseId> startedFrom(DraftPlace draft) {
        return records.startedBy(digest(draft), Instant.EPOCH);
    }

    static String digest(DraftPlace draft) {
        return Form.sha256(draft.key());
    }

    /** The case that the same start form opened a moment ago. */
    Optional<CaseId> justStarted(String digest) {
        return records.startedBy(digest, clock.instant().minus(SAME_CLICK));
    }

    /** A file that was chosen twice has two ids, but one name and size. */
    static String digest(Form form, Answers answers, Actor by) {
        var values = Tree.copy(answers.values());
        form.fileFields().keySet().forEach(it -> Tree.put(values, it, FileRows.names(Tree.get(values, it))));
        return Form.sha256(form.id() + '\n' + Json.write(values) + '\n' + by.kind() + by.id() + by.name());
    }

    /** Whether this sender answered this task with at least these answers. */
    @Transactional(readOnly = true)
    public boolean hold(String taskId, Answers answers, Actor by) {
        var typed = Json.read(Json.write(answers.values()));
        return records.ofTask(taskId, by)
                .map(Json::read)
                .filter(sent -> typed.entrySet().stream()
                        .allMatch(it -> isEmpty(it.getValue()) || it.getValue().equals(sent.get(it.getKey()))))
                .isPresent();
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || (value instanceof List<?> list && list.isEmpty());
    }

    /** The last answers to a form in this case. */
    @Transactional(readOnly = true)
    public Optional<Answers> latest(CaseId caseId, String formId) {
        return records.latest(caseId, formId).map(it -> new Answers(Json.read(it)));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Row> of(CaseId caseId) {
        return page(caseId, null, Integer.MAX_VALUE);
    }

    /** Newest first, at most {@code limit}, sent before the one numbered {@code before}. */
    @Transactional(readOnly = true)
    public List<Row> page(CaseId caseId, @Nullable Long before, int limit) {
        return records.page(caseId, before, limit).stream()
                .map(kept -> kept.row(forms.parse(kept.schema())))
                .toList();
    }

    /** What this council sent in this case by itself, newest first. */
    @Transactional(readOnly = true)
    public List<Row> sentBy(CaseId caseId, CouncilId council) {
        return records.sentBy(caseId, council).stream()
                .map(kept -> kept.row(forms.parse(kept.schema())))
                .toList();
    }

    /** @throws Refusal when there is no such form in that case */
    @Transactional(readOnly = true)
    public Sent get(CaseId caseId, UUID submission) {
        return records.find(caseId, submission)
                .map(this::sent)
                .orElseThrow(() -> new NotFound("forms.refusal.no-submission"));
    }

    /** What answered a task of a case; without a task, what started it. */
    @Transactional(readOnly = true)
    public Optional<Sent> answering(CaseId caseId, @Nullable String taskId) {
        return records.answering(caseId, taskId).map(this::sent);
    }

    private Sent sent(SubmissionRecords.Kept kept) {
        var form = forms.parse(kept.schema());
        return new Sent(kept.row(form), form, new Answers(Json.read(kept.answers())));
    }

    /**
     * @param seq the order in which they came in
     * @param version of the form, counted from 1 by the first sending of each
     * @param element of the task it answers; none for a start form
     * @param onBehalfOf the name of the one in whose place it was sent, or none
     * @param onPaper whether it came in on paper
     * @param came how it came in when an official entered the answer of a council, or none
     * @param earlier the sending before it of the same questions in the same case, or none
     */
    public record Row(
            long seq,
            UUID id,
            String formId,
            String title,
            int version,
            @Nullable String element,
            Instant at,
            String by,
            @Nullable String onBehalfOf,
            boolean onPaper,
            @Nullable Came came,
            @Nullable UUID earlier) {}

    public record Sent(Row row, Form form, Answers answers) {}

    record Sending(
            CaseId caseId,
            @Nullable String taskId,
            String element,
            Form form,
            Answers answers,
            Actor by,
            boolean onPaper,
            @Nullable Came came,
            String digest) {

        /** The same for sendings of the same questions; one form can ask several people for something of their own. */
        String asked() {
            return form.corrects().orElse(taskId == null ? form.id() : form.id() + ' ' + element);
        }
    }
}
