package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.advice.Questions.Texts;
import org.samenspraak.advice.Requests.Request;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChange.Kind;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A question that changes while it is out: the councils read what is different, and their term begins anew or not. */
@Service
class QuestionChanges {

    private static final String CHANGED = "question-changed";
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final int LONGEST_REASON = 500;
    /** As on the form that the question was drafted on. */
    private static final int LONGEST_SUBJECT = 150;

    private static final int LONGEST_QUESTION = 6_000;
    private static final int LONGEST_STILL_OPEN = 3_000;

    private final Requests requests;
    private final Questions questions;
    private final GivenAnswers given;
    private final AskedTerm term;
    private final MoreTime moreTime;
    private final QuestionDocuments papers;
    private final Attachments attachments;
    private final ChangedTexts changed;
    private final Cases cases;
    private final Clocks clocks;
    private final TermChanges changes;
    private final MovedTerms terms;
    private final Letters letters;
    private final Processes processes;
    private final Timeline timeline;
    private final MessageSource texts;
    private final ToldNews told;

    QuestionChanges(
            Requests requests,
            Questions questions,
            GivenAnswers given,
            AskedTerm term,
            MoreTime moreTime,
            QuestionDocuments papers,
            Attachments attachments,
            ChangedTexts changed,
            Cases cases,
            Clocks clocks,
            TermChanges changes,
            MovedTerms terms,
            Letters letters,
            Processes processes,
            Timeline timeline,
            MessageSource texts,
            ToldNews told) {
        this.requests = requests;
        this.questions = questions;
        this.given = given;
        this.term = term;
        this.moreTime = moreTime;
        this.papers = papers;
        this.attachments = attachments;
        this.changed = changed;
        this.cases = cases;
        this.clocks = clocks;
        this.changes = changes;
        this.terms = terms;
        this.letters = letters;
        this.processes = processes;
        this.timeline = timeline;
        this.texts = texts;
        this.told = told;
    }

    /** Whether it is out and councils still write. */
    @Transactional(readOnly = true)
    public boolean isPossible(Request request) {
        return request.isOut() && processes.awaits(request.caseId(), Waiting.ALL_IN);
    }

    /**
     * Keeps a new version and tells the councils.
     *
     * @param change what was seen, what it becomes, and why
     * @throws Refusal without a change or a reason, when somebody changed it meanwhile or it is not out, and for a term that is
     *     too short
     */
    @Transactional
    public void change(CaseId caseId, Change change, Actor by) {
        var request = requests.lock(caseId);
        if (!isPossible(request)) {
            throw new Refusal("advice.refusal.not-out");
        }
        if (request.version() != change.seen()) {
            throw new Refusal("advice.refusal.changed-meanwhile");
        }
        refuseWithout("question", change.texts().question(), "advice.refusal.question-missing");
        refuseLonger("subject", change.texts().subject(), LONGEST_SUBJECT);
        refuseLonger("question", change.texts().question(), LONGEST_QUESTION);
        refuseLonger("stillOpen", change.texts().stillOpen(), LONGEST_STILL_OPEN);
        refuseWithout("reason", change.reason(), "advice.refusal.change-reason");
        if (change.reason().length() > LONGEST_REASON) {
            throw Refusal.of("reason", "advice.refusal.change-reason-long", LONGEST_REASON);
        }
        var different = changed.of(questions.current(caseId).texts(), change.texts(), DUTCH);
        var documents = chosen(caseId, change.documents());
        if (different.isEmpty() && documents.isEmpty()) {
            throw Refusal.of("question", "advice.refusal.same-question");
        }
        var version = request.version() + 1;
        questions.keep(caseId, version, change.texts(), change.reason(), change.restarts(), by.name());
        requests.version(caseId, version);
        timeline.add(caseId, "case.question-changed", Map.of("version", "" + version), change.reason(), by);
        var last = change.restarts() ? restarted(request, change) : null;
        papers.keep(caseId, version, documents);
        given.of(caseId).forEach(advice -> {
            attachments.share(documents, advice.caseId(), by);
            tell(advice, change, new News(different, names(documents)), last, by);
        });
    }

    /** Documents of the dossier that no council has yet. */
    private List<Documents.Row> chosen(CaseId request, Set<UUID> chosen) {
        var rows = papers.fresh(request).stream()
                .filter(row -> chosen.contains(row.id()))
                .toList();
        papers.refuseUnreadable(rows);
        return rows;
    }

    private static String names(List<Documents.Row> rows) {
        return rows.stream().map(Documents.Row::name).sorted().collect(Collectors.joining(", "));
    }

    private static void refuseWithout(String field, String text, String key) {
        if (text.isBlank()) {
            throw Refusal.of(field, key);
        }
    }

    private static void refuseLonger(String field, String text, int longest) {
        if (text.length() > longest) {
            throw Refusal.of(field, "forms.error.max-length", longest, text.length());
        }
    }

    private LocalDate restarted(Request request, Change change) {
        var regulation = cases.get(request.caseId()).regulation();
        return term.judge(regulation, change.lastDay(), request.urgency()).lastDay();
    }

    private void tell(Advice advice, Change change, News news, @Nullable LocalDate last, Actor by) {
        var term = last == null ? stays(advice) : moreTime.lapse(advice, last, by);
        if (last != null && processes.awaits(advice.caseId(), CHANGED)) {
            term += " " + texts.getMessage("advice.changed.stands", null, DUTCH);
        }
        letters.send(
                advice.caseId(),
                CHANGED,
                "council",
                Map.of(
                        "told",
                        List.of(Map.of(
                                "subject", change.texts().subject(),
                                "reason", change.reason(),
                                "changes", String.join("\n\n", news.different()),
                                "term", term,
                                "documents", news.documents()))),
                told.of("changed", change.reason(), term),
                by);
        if (last != null) {
            restart(advice, moreTime.anew(advice, last), change.reason(), by);
        }
    }

    private String stays(Advice advice) {
        return texts.getMessage(
                "advice.more-time.stays",
                new Object[] {AskedTerm.day(Objects.requireNonNull(advice.lastDay()), DUTCH)},
                DUTCH);
    }

    /** Who still writes gets the new day; who answered is asked again, and what it sent stands until then. */
    private void restart(Advice advice, LocalDate last, String reason, Actor by) {
        var caseId = advice.caseId();
        if (processes.awaits(caseId, CHANGED)) {
            given.askAgain(caseId);
            terms.follow(
                    caseId,
                    clocks.startUntil(caseId, AskedTerm.TERM, null, last).lastDay());
            processes.signal(caseId, CHANGED, Map.of(), by);
            return;
        }
        var now = Objects.requireNonNull(advice.lastDay());
        if (!now.equals(last)) {
            var why = texts.getMessage("advice.term.changed", new Object[] {reason}, DUTCH);
            changes.change(
                    caseId,
                    AskedTerm.TERM,
                    null,
                    new TermChange(last.isAfter(now) ? Kind.EXTEND : Kind.MOVE, last, why),
                    by);
        }
    }

    /**
     * @param seen the version that whoever changes it read
     * @param restarts whether the term of the councils begins anew
     * @param reason what changed and why, and why the term begins anew or not
     * @param lastDay of the new term; none for that of the regulation
     * @param documents of the dossier that go along; what the councils have already is passed over
     */
    record Change(
            int seen, Texts texts, String reason, boolean restarts, @Nullable LocalDate lastDay, Set<UUID> documents) {}

    /** @param documents names of what is new, for a sentence */
    private record News(List<String> different, String documents) {}
}
