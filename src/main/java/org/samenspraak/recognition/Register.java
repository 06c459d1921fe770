package org.samenspraak.recognition;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.Inscription;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.process.BringsFacts;
import org.samenspraak.process.Processes;
import org.samenspraak.recognition.RecognitionTerms.RecognitionTerm;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a decision does to the register, and the case that runs as long as the recognition does. */
@Service
class Register implements BringsFacts {

    static final String TERM = "recognition-term";
    private static final String HAS_END = "hasEnd";
    static final String ENDED = "recognition-ended";

    private final Recognition recognition;
    private final Applications applications;
    private final RecognitionTerms terms;
    private final Councils councils;
    private final Cases cases;
    private final Clocks clocks;
    private final Processes processes;
    private final Regulations regulations;
    private final CaseLinks links;

    Register(
            Recognition recognition,
            Applications applications,
            RecognitionTerms terms,
            Councils councils,
            Cases cases,
            Clocks clocks,
            Processes processes,
            Regulations regulations,
            CaseLinks links) {
        this.recognition = recognition;
        this.applications = applications;
        this.terms = terms;
        this.councils = councils;
        this.cases = cases;
        this.clocks = clocks;
        this.processes = processes;
        this.regulations = regulations;
        this.links = links;
    }

    /**
     * Recognises the council from the day of the decision, or from the day after its previous recognition when the renewal was
     * decided before that end, or later with continuity decided explicitly.
     */
    @Transactional
    public void recognise(CaseId caseId, Actor by) {
        var decided = recognition.answers(caseId, "recognition-decision");
        var decidedOn = LocalDate.parse(Objects.requireNonNull(decided.text("decisionDate")));
        var council = recognition.councilOf(caseId);
        var from = firstDay(council, decidedOn, "yes".equals(decided.text("continuity")));
        var years = Optional.ofNullable(decided.values().get("years"))
                .map(it -> Integer.parseInt(it.toString()))
                .or(() -> recognition.years(caseId))
                .orElseThrow();
        inscribe(
                new Inscription(
                        true,
                        from,
                        from.plusYears(years).minusDays(1),
                        decided.text("level"),
                        decided.text("conditions"),
                        decided.text("decisionNumber"),
                        decidedOn,
                        caseId),
                by);
    }

    /** Registers without recognition: at the first level, without end. */
    @Transactional
    public void enrol(CaseId caseId, Actor by) {
        var level = regulations
                .find(cases.get(caseId).regulation(), "recognition.first-level")
                .map(Parameter::value)
                .orElse(null);
        inscribe(new Inscription(false, recognition.today(), null, level, null, null, null, caseId), by);
    }

    private LocalDate firstDay(CouncilId council, LocalDate decidedOn, boolean continuity) {
        var running = terms.running(council).map(RecognitionTerm::lastDay);
        if (running.isPresent()) {
            return running.get().plusDays(1);
        }
        return continuity ? terms.lastEnd(council).map(end -> end.plusDays(1)).orElse(decidedOn) : decidedOn;
    }

    private void inscribe(Inscription inscription, Actor by) {
        var application = applications.get(inscription.caseId());
        var council = recognition.councilOf(inscription.caseId());
        endRunning(council, by);
        councils.inscribe(council, inscription, by);
        openTerm(council, inscription, application.receivesMoney(), application.openToNewMembers(), by);
    }

    private void openTerm(CouncilId council, Inscription inscription, boolean money, boolean open, Actor by) {
        var view = councils.get(council);
        var opened = cases.open(new OpenCase(
                CaseId.create(),
                TERM,
                processes.trajectory(TERM).orElseThrow().code(),
                view.name(),
                council,
                view.area(),
                recognition.today(),
                false,
                by));
        var until = inscription.until();
        terms.add(new RecognitionTerm(opened, council, until, money, open));
        links.tie(opened, inscription.caseId(), CaseLinks.Kind.FOLLOWS);
        if (until != null) {
            clocks.startUntil(opened, "recognition-end", null, until);
        }
        processes.start(TERM, opened, Map.of(HAS_END, until != null), by);
    }

    @Override
    public Map<String, Set<String>> brings() {
        return Map.of(TERM, Set.of(HAS_END));
    }

    /** The recognition ran out and nothing came in its place yet; says whether a renewal is still being handled. */
    @Transactional
    public boolean expire(CaseId termCase, Actor by) {
        var term = terms.get(termCase);
        terms.end(termCase, recognition.today());
        councils.end(term.council(), Standing.EXPIRED, lastDay(term), "", termCase, by);
        return cases.openOf(Recognition.TRAJECTORY, term.council()).isPresent();
    }

    /** The organ withdrew it; the reason is the organ's. */
    @Transactional
    public void withdraw(CaseId caseId, Actor by) {
        var decided = recognition.answers(caseId, "withdrawal-decision");
        var council = recognition.councilOf(caseId);
        endRunning(council, by);
        councils.end(
                council,
                Standing.WITHDRAWN,
                recognition.today(),
                Objects.requireNonNullElse(decided.text("decisionReason"), ""),
                caseId,
                by);
    }

    private void endRunning(CouncilId council, Actor by) {
        terms.running(council).ifPresent(term -> {
            terms.end(term.caseId(), recognition.today());
            processes.signal(term.caseId(), ENDED, Map.of(), by);
        });
    }

    private LocalDate lastDay(RecognitionTerm term) {
        @Nullable LocalDate lastDay = term.lastDay();
        return lastDay == null ? recognition.today() : lastDay;
    }
}
