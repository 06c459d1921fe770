package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Claim;
import org.samenspraak.ledger.Grounds;
import org.samenspraak.ledger.Ledger;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision on a grant, its payment, and what the council says of the cooperation. */
@Service
class Deciding {

    static final String FORM = "grant-decision";

    private final Grants grants;
    private final JudgedConditions judged;
    private final Draws draws;
    private final Ledger ledger;
    private final Cases cases;
    private final Submissions submissions;
    private final Timeline timeline;
    private final GrantWords words;
    private final Dates dates;

    Deciding(
            Grants grants,
            JudgedConditions judged,
            Draws draws,
            Ledger ledger,
            Cases cases,
            Submissions submissions,
            Timeline timeline,
            GrantWords words,
            Dates dates) {
        this.grants = grants;
        this.judged = judged;
        this.draws = draws;
        this.ledger = ledger;
        this.cases = cases;
        this.submissions = submissions;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
    }

    /**
     * Fixes what was decided, under the number of the decision; what was reserved and is not granted is free again.
     *
     * @throws Refusal for more than was proposed, on a day before it was, and for a refusal though all conditions are met that does not
     *     say so
     */
    @Transactional
    public void decide(CaseId caseId, Actor by) {
        var grant = grants.get(caseId);
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        refuseBefore(caseId, Assessing.FORM, answers);
        switch (Typed.text(answers, "decision")) {
            case "back" -> {
                ledger.release(grounds(grant, answers, by));
                grants.state(caseId, State.ASKED);
                timeline.add(caseId, "grant.back", Map.of(), Typed.text(answers, "reason"), by);
            }
            case "refused" -> {
                Assessing.refuseAgainstTheTable(answers.text("refusedAgainst"), judged.areAllMet(caseId), "decision");
                ledger.release(grounds(grant, answers, by));
                grants.state(caseId, State.REFUSED);
            }
            default -> grant(grant, answers, by);
        }
    }

    /** Nobody decides before there is a proposal. */
    private void refuseBefore(CaseId caseId, String proposal, Answers decision) {
        var day = Typed.orNone(decision.text("decisionDate"));
        var proposed = submissions.of(caseId).stream()
                .filter(row -> row.formId().equals(proposal))
                .findFirst()
                .map(row -> dates.local(row.at()));
        if (day != null && proposed.filter(LocalDate.parse(day)::isBefore).isPresent()) {
            throw Refusal.of("decisionDate", "grant.refusal.before-assessment", words.day(proposed.orElseThrow()));
        }
    }

    private void grant(Grant grant, Answers answers, Actor by) {
        var proposed = Objects.requireNonNull(grant.proposed(), "proposed");
        if (proposed.isNothing()) {
            throw Refusal.of("decision", "grant.refusal.nothing-proposed");
        }
        var amount = "partly".equals(answers.text("decision")) ? GrantRequests.amount(answers, "amount") : proposed;
        if (amount.isNothing() || amount.isMoreThan(proposed)) {
            throw Refusal.of("amount", "grant.refusal.more-than-proposed", words.money(proposed));
        }
        ledger.fix(amount, grounds(grant, answers, by));
        grants.granted(grant.caseId(), amount);
    }

    private Grounds grounds(Grant grant, Answers answers, Actor by) {
        return new Grounds(
                Claim.of(grant.caseId()),
                cases.get(grant.caseId()).title(),
                Typed.orNone(answers.text("decisionNumber")),
                by);
    }

    /** The bank paid it. From now on the seed of the sample of its year is fixed. */
    @Transactional
    public void paid(CaseId caseId) {
        grants.paid(caseId, dates.today());
        draws.commit(grants.get(caseId).year());
    }

    /** False once the bank sent it back. */
    @Transactional(readOnly = true)
    public boolean isPaid(CaseId caseId) {
        return grants.get(caseId).paidOn() != null;
    }

    /** For the participation office only. */
    @Transactional
    public void keepGrade(CaseId caseId) {
        var answers = submissions.latest(caseId, "grant-survey").orElseThrow();
        grants.graded(caseId, Integer.parseInt(Typed.text(answers, "grade")), Typed.orNone(answers.text("remarks")));
    }
}
