package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.samenspraak.advice.Requests.Request;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.CaseLinks.Kind;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.Councils;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a question out: each council that is asked gets a case of its own, and the request waits for them. */
@Service
class SendingOut {

    static final String TRAJECTORY = "council-advice";

    private final Requests requests;
    private final Questions questions;
    private final AskedCouncils asked;
    private final GivenAnswers given;
    private final AskedTerm term;
    private final Councils councils;
    private final Cases cases;
    private final CaseLinks links;
    private final Clocks clocks;
    private final QuestionDocuments papers;
    private final Attachments attachments;
    private final Processes processes;

    SendingOut(
            Requests requests,
            Questions questions,
            AskedCouncils asked,
            GivenAnswers given,
            AskedTerm term,
            Councils councils,
            Cases cases,
            CaseLinks links,
            Clocks clocks,
            QuestionDocuments papers,
            Attachments attachments,
            Processes processes) {
        this.requests = requests;
        this.questions = questions;
        this.asked = asked;
        this.given = given;
        this.term = term;
        this.councils = councils;
        this.cases = cases;
        this.links = links;
        this.clocks = clocks;
        this.papers = papers;
        this.attachments = attachments;
        this.processes = processes;
    }

    /**
     * The term of the councils starts today.
     *
     * @throws Refusal when the day that was chosen is too near by now
     */
    @Transactional
    public void send(CaseId caseId, Actor by) {
        var request = requests.lock(caseId);
        var ending = term.judge(cases.get(caseId).regulation(), request.wishedDay(), request.urgency());
        var subject = questions.current(caseId).texts().subject();
        var documents = papers.of(caseId);
        var last = asked.chosen(caseId).stream()
                .map(choice -> ask(request, choice.council(), subject, documents, by))
                .max(LocalDate::compareTo)
                .orElse(ending.lastDay());
        start(request, caseId, last);
        papers.keep(caseId, request.version(), documents);
        requests.sent(caseId, term.today(), last);
    }

    private LocalDate ask(Request request, CouncilId id, String subject, List<Documents.Row> documents, Actor by) {
        var council = councils.get(id);
        var trajectory = request.isOnlyTold() ? Readings.TRAJECTORY : TRAJECTORY;
        var caseId = cases.open(new OpenCase(
                CaseId.create(),
                trajectory,
                processes.trajectory(trajectory).orElseThrow().code(),
                council.name() + " – " + subject,
                id,
                council.area(),
                term.today(),
                false,
                by));
        links.tie(caseId, request.caseId(), Kind.ADVICE);
        asked.opened(request.caseId(), id, caseId);
        var wished = request.wishedDay();
        var clock = wished == null
                ? clocks.start(caseId, AskedTerm.TERM, null, term.today())
                : start(request, caseId, wished);
        given.await(caseId, request.caseId(), id, term.today(), clock.lastDay(), request.version());
        attachments.share(documents, caseId, by);
        processes.start(trajectory, caseId, Map.of(), by);
        return clock.lastDay();
    }

    /** Whoever reads an urgent term reads how long it is at least, and why it is urgent. */
    private ClockView start(Request request, CaseId caseId, LocalDate last) {
        var urgency = request.urgency();
        return urgency != null && term.isUrgent(cases.get(caseId).regulation(), last, urgency)
                ? clocks.startSooner(caseId, AskedTerm.TERM, AskedTerm.LEAST, last, urgency)
                : clocks.startUntil(caseId, AskedTerm.TERM, null, last);
    }
}
