package org.samenspraak.grant;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.GrantConditions.Condition;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets;
import org.samenspraak.ledger.Claim;
import org.samenspraak.ledger.Grounds;
import org.samenspraak.ledger.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office holds a grant against its conditions and proposes an amount, which is put aside. */
@Service
class Assessing {

    static final String FORM = "grant-assessment";

    private final Grants grants;
    private final GrantRules rules;
    private final GrantConditions conditions;
    private final JudgedConditions judged;
    private final Ledger ledger;
    private final Budgets budgets;
    private final Cases cases;
    private final People people;
    private final Submissions submissions;
    private final GrantWords words;

    Assessing(
            Grants grants,
            GrantRules rules,
            GrantConditions conditions,
            JudgedConditions judged,
            Ledger ledger,
            Budgets budgets,
            Cases cases,
            People people,
            Submissions submissions,
            GrantWords words) {
        this.grants = grants;
        this.rules = rules;
        this.conditions = conditions;
        this.judged = judged;
        this.ledger = ledger;
        this.budgets = budgets;
        this.cases = cases;
        this.people = people;
        this.submissions = submissions;
        this.words = words;
    }

    /**
     * Keeps how each condition was judged, and reserves what is proposed.
     *
     * @return who decides; nothing while the council is asked for more
     * @throws Refusal for who coaches the council, for a condition that is not met without a reason to deviate, for a refusal though
     *     all are met that does not say so, and when the budget has too little left
     */
    @Transactional
    public Map<String, Object> assess(CaseId caseId, Actor by) {
        var grant = grants.get(caseId);
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        refuseCoach(grant, by);
        var now = conditions.judge(grant);
        var deviations = deviations(answers, now);
        conditions.keep(grant, now);
        judged.keep(caseId, now, deviations);
        var proposal = Typed.text(answers, "proposal");
        if (proposal.equals("more")) {
            return Map.of();
        }
        if (proposal.equals("refused")) {
            refuseAgainstTheTable(answers.text("against"), now.stream().allMatch(Condition::met), "proposal");
            grants.assessed(caseId, Amount.NOTHING);
        } else {
            refuseUnmet(now, deviations);
            var amount = amount(grant, proposal, answers);
            reserve(grant, amount, by);
            grants.assessed(caseId, amount);
        }
        return Map.of("organ", conditions.organ(grant));
    }

    /** Who looks after the council in its area does not judge its grant, nor does whoever acts for them. */
    private void refuseCoach(Grant grant, Actor by) {
        var area = cases.get(grant.caseId()).area();
        if (area != null
                && people.inGroup(new GroupId("area-manager", area.toString())).stream()
                        .anyMatch(manager -> by.actsFor(manager.id()))) {
            throw new Refusal("grant.refusal.coach");
        }
    }

    /** Whoever refuses what fulfils every condition says so: the letter lists them as met. */
    static void refuseAgainstTheTable(@Nullable String ticked, boolean allMet, String field) {
        if (allMet && !"true".equals(ticked)) {
            throw Refusal.of(field, "grant.refusal.all-met");
        }
    }

    /** For each condition its reason to deviate; empty where there is none. */
    private static List<String> deviations(Answers answers, List<Condition> now) {
        return now.stream()
                .map(one -> answers.rows("deviations").stream()
                        .filter(row -> one.key().equals(Typed.text(row.get("condition"))))
                        .map(row -> Typed.text(row.get("reason")))
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    /** What nobody may deviate from first: a reason would not help. */
    private void refuseUnmet(List<Condition> now, List<String> deviations) {
        now.stream().filter(one -> !one.met() && one.hard()).findFirst().ifPresent(one -> {
            throw Refusal.of("proposal", "grant.refusal.hard", words.condition(one));
        });
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).met() && deviations.get(i).isBlank()) {
                throw Refusal.of("proposal", "grant.refusal.deviation", words.condition(now.get(i)));
            }
        }
    }

    private Amount amount(Grant grant, String proposal, Answers answers) {
        var asked = Objects.requireNonNull(grant.asked(), "asked");
        var amount = proposal.equals("partly") ? GrantRequests.amount(answers, "amount") : asked;
        if (proposal.equals("partly") && (amount.isNothing() || !asked.isMoreThan(amount))) {
            throw Refusal.of("amount", "grant.refusal.part", words.money(asked));
        }
        // the level may have changed since it was asked
        if (amount.isMoreThan(rules.ceiling(grant))) {
            throw Refusal.of("proposal", "grant.refusal.ceiling", words.money(rules.ceiling(grant)));
        }
        return amount;
    }

    private void reserve(Grant grant, Amount amount, Actor by) {
        var key = new BudgetKey(grant.year(), Grant.PURPOSE);
        var budget = budgets.find(key)
                .orElseThrow(() ->
                        Refusal.of("proposal", "grant.refusal.no-budget", String.valueOf(grant.year()), Grant.PURPOSE));
        var grounds =
                new Grounds(Claim.of(grant.caseId()), cases.get(grant.caseId()).title(), null, by);
        if (!ledger.reserve(key, amount, grounds)) {
            throw Refusal.of("proposal", "grant.refusal.budget", words.money(amount), budget.name());
        }
    }
}
