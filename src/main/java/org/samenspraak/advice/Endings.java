package org.samenspraak.advice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.samenspraak.casefile.CaseEnded;
import org.samenspraak.casefile.CaseMoved;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A request that is withdrawn takes the cases of its councils along, and tells them; a council that falls out is not waited for. */
@Component
class Endings {

    private static final Set<String> ASKS = Set.of("Task_WriteAdvice", "Task_ReadQuestion");

    private final Requests requests;
    private final Questions questions;
    private final GivenAnswers given;
    private final AskedCouncils asked;
    private final Waiting waiting;
    private final Joining joining;
    private final ToldCouncils told;
    private final Cases cases;
    private final Letters letters;
    private final QuestionDocuments papers;
    private final Attachments attachments;
    private final Tasks tasks;
    private final ToldNews news;

    Endings(
            Requests requests,
            Questions questions,
            GivenAnswers given,
            AskedCouncils asked,
            Waiting waiting,
            Joining joining,
            ToldCouncils told,
            Cases cases,
            Letters letters,
            QuestionDocuments papers,
            Attachments attachments,
            Tasks tasks,
            ToldNews news) {
        this.requests = requests;
        this.questions = questions;
        this.given = given;
        this.asked = asked;
        this.waiting = waiting;
        this.joining = joining;
        this.told = told;
        this.cases = cases;
        this.letters = letters;
        this.papers = papers;
        this.attachments = attachments;
        this.tasks = tasks;
        this.news = news;
    }

    @EventListener
    void on(CaseEnded ended) {
        if (ended.status() == CaseStatus.CLOSED) {
            return;
        }
        if (requests.find(ended.caseId()).isPresent()) {
            var reason = Objects.requireNonNull(ended.reason());
            given.of(ended.caseId()).forEach(advice -> withdraw(ended.caseId(), advice.caseId(), reason, ended.by()));
        } else {
            given.find(ended.caseId())
                    .filter(advice -> advice.request() != null && !advice.withdrawn())
                    .ifPresent(advice -> {
                        given.withdraw(ended.caseId());
                        waiting.look(ended.caseId());
                    });
        }
    }

    private void withdraw(CaseId request, CaseId council, String reason, Actor by) {
        given.withdraw(council);
        if (!told.is(council)) {
            var subject = questions.current(request).texts().subject();
            letters.send(
                    council,
                    "advice-withdrawn",
                    "council",
                    Map.of("told", List.of(Map.of("subject", subject, "reason", reason, "changes", ""))),
                    news.of("withdrawn", reason),
                    by);
        }
        if (cases.get(council).status() == CaseStatus.OPEN) {
            cases.stop(council, CaseStatus.STOPPED, reason, by);
        }
    }

    /**
     * Before the new council is asked anything. It gets the documents of the question too.
     *
     * @throws Refusal when that council was asked already, when this one answered or is signing, and for advice of its own
     */
    @EventListener
    @Order(0)
    void on(CaseMoved moved) {
        given.find(moved.caseId()).ifPresent(advice -> {
            var request = advice.request();
            if (request == null) {
                refuseOwn(moved.caseId());
                given.move(moved.caseId(), moved.to());
                return;
            }
            if (asked.of(request).stream().anyMatch(choice -> choice.council().equals(moved.to()))) {
                throw Refusal.of("council", "advice.refusal.asked-already");
            }
            refuseAnswered(advice);
            joining.alone(advice);
            asked.move(moved.caseId(), moved.to());
            given.move(moved.caseId(), moved.to());
            attachments.share(papers.of(request), moved.caseId(), moved.by());
        });
    }

    /** What one council wrote or signs is not said by another. */
    private void refuseAnswered(GivenAnswers.Advice advice) {
        var writing = tasks.ofCase(advice.caseId()).stream().anyMatch(task -> ASKS.contains(task.element()));
        if (!writing || (advice.answer() != null && !advice.isSilent())) {
            throw Refusal.of("council", "advice.refusal.answered-already");
        }
    }

    /** An official may have chosen the wrong council for a paper; who wrote it here is known. */
    private void refuseOwn(CaseId caseId) {
        if (!cases.get(caseId).onPaper()) {
            throw Refusal.of("council", "advice.refusal.own-advice");
        }
    }
}
