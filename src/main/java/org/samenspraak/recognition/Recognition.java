package org.samenspraak.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseEnded;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.recognition.Applications.Application;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications for recognition or registration; conditions and terms come from the regulation the case is bound to. */
@Service
class Recognition {

    static final String TRAJECTORY = "recognition";

    private final Applications applications;
    private final RecognitionTerms terms;
    private final Cases cases;
    private final Councils councils;
    private final Memberships memberships;
    private final Submissions submissions;
    private final Regulations regulations;
    private final Conditions conditions;
    private final Clocks clocks;
    private final Municipality municipality;
    private final Clock clock;

    Recognition(
            Applications applications,
            RecognitionTerms terms,
            Cases cases,
            Councils councils,
            Memberships memberships,
            Submissions submissions,
            Regulations regulations,
            Conditions conditions,
            Clocks clocks,
            Municipality municipality,
            Clock clock) {
        this.applications = applications;
        this.terms = terms;
        this.cases = cases;
        this.councils = councils;
        this.memberships = memberships;
        this.submissions = submissions;
        this.regulations = regulations;
        this.conditions = conditions;
        this.clocks = clocks;
        this.municipality = municipality;
        this.clock = clock;
    }

    /**
     * The council that applies: a new candidate, or one of the register. Refuses a second open application, and an application
     * of a council that is recognised for longer than the renewal invitation looks ahead.
     */
    @Transactional
    public CouncilId applicant(ApplicationForm form, Actor by) {
        // what an official enters came on paper, perhaps of people without mail: the office reaches them otherwise
        if (by.kind() != Actor.Kind.PERSON) {
            form.refuseWithoutContacts();
        }
        var council = by.councilId()
                .or(() -> councils.byName(form.kind(), form.name()).map(Councils.CouncilView::id))
                .orElseGet(() -> councils.add(form.kind(), form.name(), form.area(), by));
        applications.reserve(council);
        cases.openOf(TRAJECTORY, council).ifPresent(open -> {
            // anybody may ask for any council: the number of its case is for the office
            throw by.kind() == Actor.Kind.PERSON
                    ? Refusal.of("name", "recognition.refusal.open-application", open.number())
                    : Refusal.of("name", "recognition.refusal.applied-before");
        });
        refuseWhenStillRecognised(council, "name");
        councils.applyAgain(council, by);
        return council;
    }

    private void refuseWhenStillRecognised(CouncilId council, String field) {
        terms.running(council).ifPresent(term -> {
            var lastDay = term.lastDay();
            var invitation = regulations
                    .get(cases.get(term.caseId()).regulation(), "renewal-invitation")
                    .number();
            if (lastDay == null || today().isBefore(lastDay.minusMonths(invitation))) {
                throw Refusal.of(field, "recognition.refusal.already-recognised", invitation);
            }
        });
    }

    /** Takes the answers of the start form over: members, statements, renewal or first time. */
    @Transactional
    public void receive(CaseId caseId, Actor by) {
        var opened = cases.get(caseId);
        var council = councilOf(caseId);
        var form = form(caseId);
        memberships.replace(council, form.members(), opened.received(), by);
        applications.keep(new Application(
                caseId, terms.isRenewal(council), 0, opened.received(), form.receivesMoney(), form.openToNewMembers()));
    }

    @Transactional
    public void takeSupplement(CaseId caseId, Actor by) {
        var form = form(caseId);
        var application = applications.get(caseId);
        memberships.replace(councilOf(caseId), form.members(), today(), by);
        applications.keep(application.with(form, today()));
    }

    /** Counts one more round of supplementing; false when the regulation allows no more. */
    @Transactional
    public boolean mayBeSupplemented(CaseId caseId) {
        var application = applications.get(caseId);
        var allowed = regulations
                .get(cases.get(caseId).regulation(), "supplement.rounds")
                .number();
        if (application.rounds() >= allowed) {
            return false;
        }
        applications.keep(application.withRound());
        return true;
    }

    /** Judges the members against the conditions for the kind that the office found. */
    @Transactional
    public boolean conditionsMet(CaseId caseId, CouncilKind kind, Actor by) {
        var application = applications.get(caseId);
        var council = councilOf(caseId);
        councils.changeKind(council, kind, by);
        return conditions.met(caseId, council, application.receivesMoney(), application.openToNewMembers());
    }

    /** The decision term counts from the day the last papers came in. */
    @Transactional
    public void startDecisionTerm(CaseId caseId) {
        clocks.start(caseId, "decision", null, applications.get(caseId).receivedOn());
    }

    /** A refused council leaves the register's waiting room; one that asked to renew keeps its running recognition. */
    @Transactional
    public void refuse(CaseId caseId, Actor by) {
        var council = councilOf(caseId);
        if (terms.running(council).isEmpty()) {
            var reason = answers(caseId, "recognition-decision").text("reason");
            councils.end(council, Standing.REFUSED, today(), reason == null ? "" : reason, caseId, by);
        }
    }

    /** Granted, enrolled and refused have their place in the register; any other end of an application takes it out. */
    @EventListener
    void lapse(CaseEnded ended) {
        var dossier = cases.get(ended.caseId());
        var council = dossier.council();
        if (council != null && dossier.trajectory().equals(TRAJECTORY)) {
            councils.lapse(council, ended.caseId(), Actor.SYSTEM);
        }
    }

    /** The application was another council's: the right one gets its members, the wrong one leaves the waiting room. */
    @Transactional
    public void move(CaseId caseId, CouncilId from, CouncilId to, Actor by) {
        if (councils.get(from).kind() != councils.get(to).kind()) {
            throw Refusal.of("council", "recognition.refusal.other-kind");
        }
        refuseWhenStillRecognised(to, "council");
        councils.lapse(from, caseId, by);
        councils.applyAgain(to, by);
        applications.find(caseId).ifPresent(application -> {
            memberships.replace(to, form(caseId).members(), today(), by);
            applications.keep(application.of(terms.isRenewal(to)));
        });
    }

    CouncilId councilOf(CaseId caseId) {
        var council = cases.get(caseId).council();
        if (council == null) {
            throw new IllegalStateException("case " + caseId + " has no council");
        }
        return council;
    }

    /** Which organ decides on this case. */
    String organ(CaseId caseId) {
        return conditions.organ(caseId, councils.get(councilOf(caseId)).kind());
    }

    /** How long a recognition lasts by the regulation of the case, in years; none where councils are registered without end. */
    Optional<Integer> years(CaseId caseId) {
        return regulations
                .find(cases.get(caseId).regulation(), "recognition.duration")
                .map(Parameter::number);
    }

    Answers answers(CaseId caseId, String formId) {
        return submissions.latest(caseId, formId).orElse(new Answers(Map.of()));
    }

    /** The newest of application, supplement and renewal. */
    private ApplicationForm form(CaseId caseId) {
        return Stream.of("recognition-supplement", "recognition-renewal", "recognition-application")
                .flatMap(id -> submissions.latest(caseId, id).stream())
                .findFirst()
                .map(ApplicationForm::new)
                .orElseThrow(() -> new IllegalStateException("case " + caseId + " has no application form"));
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(municipality.zone()));
    }
}
