package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.Claim;
import org.samenspraak.ledger.Grounds;
import org.samenspraak.ledger.Ledger;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a council did with its grant: its account, the check of it, and money that comes back. */
@Service
class Accounting {

    static final String FORM = "grant-report";
    static final String REVIEW = "grant-review";

    private final Grants grants;
    private final GrantRules rules;
    private final Draws draws;
    private final Ledger ledger;
    private final Clocks clocks;
    private final Cases cases;
    private final People people;
    private final Submissions submissions;
    private final Timeline timeline;
    private final GrantWords words;
    private final Dates dates;

    Accounting(
            Grants grants,
            GrantRules rules,
            Draws draws,
            Ledger ledger,
            Clocks clocks,
            Cases cases,
            People people,
            Submissions submissions,
            Timeline timeline,
            GrantWords words,
            Dates dates) {
        this.grants = grants;
        this.rules = rules;
        this.draws = draws;
        this.ledger = ledger;
        this.clocks = clocks;
        this.cases = cases;
        this.people = people;
        this.submissions = submissions;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
    }

    /** The account is due on its day in the year after; who was paid late gets as long as others get. */
    @Transactional
    public void startTerms(CaseId caseId) {
        var grant = grants.get(caseId);
        var least = dates.today().plusWeeks(rules.get(grant, "grant-report-ask").number());
        var usual = rules.reportDue(grant);
        var due = usual.isBefore(least) ? least : usual;
        var blocks = due.plusDays(rules.get(grant, "grant-report-block").number());
        grants.reportDue(caseId, due);
        clocks.startUntil(caseId, "grant-report", null, due);
        clocks.startUntil(caseId, "grant-report-block", null, blocks);
    }

    /** Draws the sample of the year where nobody did, and says in the dossier what came out for this grant. */
    @Transactional
    public void draw(CaseId caseId) {
        var grant = grants.get(caseId);
        if (grant.drawn() == null && !isLarge(grant)) {
            var drawn = draws.draws(grant);
            grants.drawn(caseId, drawn);
            timeline.add(caseId, drawn ? "grant.drawn" : "grant.not-drawn", Map.of(), null, Actor.SYSTEM);
        }
    }

    /** Whether a statement is not enough, whatever the lot says. */
    boolean isLarge(Grant grant) {
        return grant.grantedOrNothing().isMoreThan(rules.amount(grant, "grant.declaration-maximum"));
    }

    boolean asksProofs(Grant grant) {
        return grant.isDrawn() || isLarge(grant);
    }

    /** The account is so late that it blocks the next grant. */
    @Transactional
    public void block(CaseId caseId) {
        grants.blocked(caseId, dates.today());
        timeline.add(caseId, "grant.blocked", Map.of(), null, Actor.SYSTEM);
    }

    /**
     * Keeps what was spent on what.
     *
     * @return whether somebody has to look at it: proofs were asked, or not everything was spent
     */
    @Transactional
    public Map<String, Object> keepReport(CaseId caseId) {
        var grant = grants.get(caseId);
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        var proofs = asksProofs(grant);
        // with proofs the costs are what was spent: nobody adds them up by hand
        var spent = proofs ? costs(answers) : GrantRequests.amount(answers, "spent");
        grants.reported(caseId, spent, dates.today());
        clocks.stop(caseId, "grant-report", null);
        clocks.stop(caseId, "grant-report-block", null);
        var whole = !grant.grantedOrNothing().isMoreThan(spent);
        return Map.of("review", proofs || !whole ? "yes" : "no");
    }

    private static Amount costs(Answers answers) {
        return answers.rows("costs").stream()
                .map(row -> GrantRequests.amount(Typed.text(row.get("cost"))))
                .reduce(Amount.NOTHING, Amount::plus);
    }

    /** @throws Refusal for reclaiming nothing, and more than was paid */
    @Transactional
    public void review(CaseId caseId) {
        var answers = submissions.latest(caseId, REVIEW).orElseThrow();
        if ("reclaim".equals(answers.text("verdict"))) {
            var amount = GrantRequests.amount(answers, "amount");
            var most = ledger.of(Claim.of(caseId)).map(held -> held.paid()).orElse(Amount.NOTHING);
            if (amount.isNothing() || amount.isMoreThan(most)) {
                throw Refusal.of("amount", "grant.refusal.reclaim", words.money(most));
            }
        }
    }

    @Transactional
    public void approve(CaseId caseId) {
        grants.state(caseId, State.ACCOUNTED);
    }

    /** Books what was decided under the number of the decision. */
    @Transactional
    public void reclaim(CaseId caseId, Actor by) {
        var amount = GrantRequests.amount(submissions.latest(caseId, REVIEW).orElseThrow(), "amount");
        var decision = submissions.latest(caseId, "grant-reclaim").orElseThrow();
        // the day that the letter says
        var until = Typed.orNone(decision.text(GrantTerms.PAY_BACK_BY));
        if (until != null) {
            clocks.startUntil(caseId, "grant-reclaim", null, LocalDate.parse(until));
        }
        ledger.reclaim(
                amount,
                new Grounds(
                        Claim.of(caseId),
                        cases.get(caseId).title(),
                        Typed.text(decision, "decisionNumber"),
                        named(by)));
        grants.reclaiming(caseId, amount);
    }

    /** The letter goes first: what runs after it knows only the id of who decided. */
    private Actor named(Actor by) {
        if (by.kind() != Actor.Kind.PERSON || by.id() == null || !by.name().isEmpty()) {
            return by;
        }
        var person = new PersonId(by.id());
        return Actor.person(person, people.names(Set.of(person)).getOrDefault(person, ""));
    }

    @Transactional
    public void paidBack(CaseId caseId) {
        grants.state(caseId, State.ACCOUNTED);
    }
}
