package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Prefill;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.grant.GrantConditions.Condition;
import org.samenspraak.grant.OpenForums.Stage;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.Budget;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** What the forms of a grant know already. */
@Component
class GrantPrefill implements Prefill {

    private final Grants grants;
    private final GrantRules rules;
    private final GrantAccounts accounts;
    private final GrantConditions conditions;
    private final GrantTerms terms;
    private final JudgedConditions judged;
    private final Accounting accounting;
    private final OpenForums forums;
    private final Talks talks;
    private final Budgets budgets;
    private final Submissions submissions;
    private final GrantWords words;
    private final Dates dates;

    GrantPrefill(
            Grants grants,
            GrantRules rules,
            GrantAccounts accounts,
            GrantConditions conditions,
            GrantTerms terms,
            JudgedConditions judged,
            Accounting accounting,
            OpenForums forums,
            Talks talks,
            Budgets budgets,
            Submissions submissions,
            GrantWords words,
            Dates dates) {
        this.grants = grants;
        this.rules = rules;
        this.accounts = accounts;
        this.conditions = conditions;
        this.terms = terms;
        this.judged = judged;
        this.accounting = accounting;
        this.forums = forums;
        this.talks = talks;
        this.budgets = budgets;
        this.submissions = submissions;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String source() {
        return "grant";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return trajectory.equals(Grant.TRAJECTORY);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        var found = caseId == null ? Optional.<Grant>empty() : grants.find(caseId);
        if (found.isEmpty()) {
            return Map.of();
        }
        var grant = found.get();
        var known = new HashMap<String, Object>();
        known.put("year", String.valueOf(grant.year()));
        known.put("late", grant.late());
        known.put("forumAsked", rules.asks(grant, "grant.forum"));
        known.put("reserveAsked", rules.asks(grant, "grant.reserve"));
        addForum(known, grant);
        put(known, "asked", words.moneyOrNone(grant.asked()));
        put(known, "proposed", words.moneyOrNone(grant.proposed()));
        put(known, "granted", words.moneyOrNone(grant.granted()));
        known.putAll(terms.of(grant));
        addRequest(known, grant);
        addAccount(known, grant);
        addJudgement(known, grant);
        addReport(known, grant);
        return known;
    }

    /** The one that is registered; else the day that the council wrote before. */
    private void addForum(Map<String, Object> known, Grant grant) {
        var forum = forums.of(grant.council(), grant.year());
        var yearEnds = LocalDate.of(grant.year(), 12, 31);
        known.put("yearBegins", LocalDate.of(grant.year(), 1, 1).toString());
        known.put("yearEnds", yearEnds.toString());
        known.put("forumLast", (yearEnds.isAfter(dates.today()) ? dates.today() : yearEnds).toString());
        put(
                known,
                "forum",
                forum.map(one -> one.subject() + ". " + words.forum(one.stage().name(), one.day()))
                        .orElse(null));
        put(known, "forumOn", forum.isPresent() || grant.forumOn() == null ? null : String.valueOf(grant.forumOn()));
        put(
                known,
                "forumHeld",
                forum.filter(one -> one.stage() != Stage.PLANNED)
                        .map(one -> one.day().toString())
                        .orElse(null));
    }

    private void addRequest(Map<String, Object> known, Grant grant) {
        if (grant.state() == State.OPEN) {
            known.put("amount", rules.usual(grant).euros());
            known.put("most", most(grant));
            known.put("mostAmount", rules.ceiling(grant).euros());
            known.put("reserveRule", words.sentence(rules.get(grant, "grant.reserve")));
            put(
                    known,
                    "plan",
                    Optional.ofNullable(grant.talk())
                            .flatMap(talks::find)
                            .map(Talk::goals)
                            .orElse(null));
        }
    }

    /** What the regulation gives at most, and what the budget of the year has left when that is less. */
    private String most(Grant grant) {
        var ceiling = rules.ceiling(grant);
        var money = words.money(ceiling);
        var most = rules.firstLevelOf(grant)
                .map(level -> words.say("grant.most.no-level", money, words.choice(level)))
                .orElse(money);
        return left(grant)
                .filter(ceiling::isMoreThan)
                .map(left -> words.say("grant.most.left", most, words.money(left), String.valueOf(grant.year())))
                .orElse(most);
    }

    private Optional<Amount> left(Grant grant) {
        return budgets.find(new BudgetKey(grant.year(), Grant.PURPOSE)).map(Budget::available);
    }

    private void addAccount(Map<String, Object> known, Grant grant) {
        var returned = accounts.returned(grant);
        accounts.current(grant.council()).ifPresent(account -> {
            // nobody sends the refused number back by accident
            put(known, "iban", returned.isEmpty() ? account.iban().value() : null);
            known.put("holder", account.holder());
        });
        accounts.proposed(grant.council()).ifPresent(account -> {
            known.put("newIban", account.iban().value());
            known.put("newHolder", account.holder());
            known.put("newBy", account.enteredBy().name());
        });
        var money = words.money(asked(grant));
        known.put(
                "about",
                words.say(
                        grant.granted() == null ? "grant.about.open" : "grant.about.granted",
                        money,
                        String.valueOf(grant.year())));
        put(
                known,
                "returned",
                returned.map(why -> words.say("grant.returned", money, why)).orElse(null));
        put(
                known,
                "accountRefused",
                submissions
                        .latest(grant.caseId(), GrantAccounts.SIGNING)
                        .map(answers -> answers.text("why"))
                        .orElse(null));
    }

    /** What was granted; before somebody decided what it would be. */
    private Amount asked(Grant grant) {
        return Optional.ofNullable(grant.granted())
                .or(() -> Optional.ofNullable(grant.proposed()))
                .or(() -> Optional.ofNullable(grant.asked()))
                .orElseGet(() -> rules.usual(grant));
    }

    private void addJudgement(Map<String, Object> known, Grant grant) {
        if (grant.state() == State.ASKED) {
            var now = conditions.judge(grant);
            addConditions(known, now);
            known.put("allMet", now.stream().allMatch(Condition::met));
            left(grant).ifPresent(left -> known.put("left", words.money(left)));
        }
        if (grant.state() == State.ASSESSED) {
            known.put("allMet", judged.areAllMet(grant.caseId()));
        }
        submissions
                .latest(grant.caseId(), Assessing.FORM)
                .ifPresent(answers -> put(known, "assessment", Typed.orNone(answers.text("reason"))));
        submissions
                .latest(grant.caseId(), Deciding.FORM)
                .filter(answers -> "back".equals(answers.text("decision")))
                .ifPresent(answers -> put(known, "sentBack", answers.text("reason")));
    }

    /** All of them to read; those that somebody can deviate from once more, to say why. */
    private void addConditions(Map<String, Object> known, List<Condition> judged) {
        known.put("conditions", judged.stream().map(this::line).toList());
        var unmet = judged.stream().filter(one -> !one.met() && !one.hard()).toList();
        if (!unmet.isEmpty()) {
            known.put(
                    "unmet",
                    unmet.stream()
                            .map(one -> Map.of("value", one.key(), "label", words.condition(one)))
                            .toList());
            known.put(
                    "deviations",
                    unmet.stream().map(one -> Map.of("condition", one.key())).toList());
        }
    }

    private Map<String, String> line(Condition one) {
        return Map.of(
                "verdict", words.verdict(one.met(), one.fact()),
                "condition", words.condition(one),
                "fact", words.fact(one.key(), one.met(), one.fact()));
    }

    private void addReport(Map<String, Object> known, Grant grant) {
        var proofs = grant.granted() != null && accounting.asksProofs(grant);
        known.put("proofs", proofs);
        if (proofs) {
            known.put("whyProofs", words.say(grant.isDrawn() ? "grant.proofs.drawn" : "grant.proofs.large"));
        }
        var spent = grant.spent();
        put(known, "spent", words.moneyOrNone(spent));
        if (spent != null && grant.grantedOrNothing().isMoreThan(spent)) {
            known.put("unspent", words.money(grant.grantedOrNothing().minus(spent)));
        }
        submissions
                .latest(grant.caseId(), Accounting.FORM)
                .ifPresent(answers -> put(known, "costs", Typed.orNone(costs(answers))));
        submissions
                .latest(grant.caseId(), Accounting.REVIEW)
                .ifPresent(answers -> put(known, "reclaimReason", answers.text("reason")));
        submissions.of(grant.caseId()).stream()
                .filter(row -> row.formId().equals(Accounting.REVIEW))
                .findFirst()
                .ifPresent(row -> known.put("reviewedOn", dates.local(row.at()).toString()));
    }

    private String costs(Answers answers) {
        return answers.rows("costs").stream()
                .map(row -> Typed.text(row.get("what")) + ": "
                        + words.money(GrantRequests.amount(Typed.text(row.get("cost")))))
                .collect(Collectors.joining("\n"));
    }

    private static void put(Map<String, Object> known, String key, @Nullable Object value) {
        if (value != null) {
            known.put(key, Objects.requireNonNull(value));
        }
    }
}
