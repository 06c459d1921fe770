package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.Bank;
import org.samenspraak.ledger.Budget;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets;
import org.samenspraak.ledger.Budgets.Allotment;
import org.samenspraak.ledger.PayeeAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A council whose yearly talk is over and that planned its open forum, in a city that asks for an application; its budget has five thousand euro. */
abstract class GrantScenario extends GatheringScenario {

    static final PersonId ASSESSOR_ID = PersonId.create();
    static final Actor ASSESSOR = Actor.person(ASSESSOR_ID, "Participatiebureau");
    static final Actor DIRECTOR = Actor.person(PersonId.create(), "Algemeen directeur");
    static final String IBAN = "BE68539007547034";
    static final String OTHER_IBAN = "NL91ABNA0417164300";

    @Autowired
    GrantStarter grantStarter;

    @Autowired
    Grants grants;

    @Autowired
    Budgets budgets;

    @Autowired
    PayeeAccounts accounts;

    @Autowired
    ApplicationContext context;

    Bank bank;
    CaseId forum = CaseId.create();

    @BeforeEach
    void aBudget() {
        bank = new Bank(context);
        budget(2027, 5_000);
        set("talk.application", "yes");
        set("talk.closing", "--10-01");
        set("grant.ceiling", "3000");
        set("grant.engagement", "no");
        memberships.replace(
                council,
                List.of(
                        person("An Peeters", AN, Function.CHAIR),
                        person("Els Maes", ELS, Function.SECRETARY),
                        person("Jan Claes", "jan@raad.example", Function.TREASURER)),
                today(),
                OFFICE);
        inscribe(council, LocalDate.of(2026, 1, 1));
        forum = forum("2027-10-15");
    }

    void budget(int year, long euros) {
        budgets.add(
                new BudgetKey(year, Grant.PURPOSE),
                "Buurtsubsidies " + year,
                new Allotment(new Amount(euros * 100), year + "_GR_0001", "Begroting", DIRECTOR));
    }

    Budget budget() {
        return budgets.find(new BudgetKey(2027, Grant.PURPOSE)).orElseThrow();
    }

    void set(String parameter, String value) {
        jdbc.sql("update regulation_parameter set value = ? where key = ?")
                .params(value, parameter)
                .update();
    }

    void inscribe(CouncilId one, LocalDate from) {
        jdbc.sql("insert into council_inscription (id, council_id, recognised, from_day, case_id)"
                        + " values (gen_random_uuid(), ?, true, ?, ?)")
                .params(one.value(), from, UUID.randomUUID())
                .update();
    }

    Actor chair() {
        return Actor.council(council, "An Peeters, voorzitter (Wijkraad Runkst)");
    }

    Actor secretary() {
        return Actor.council(council, "Els Maes, secretaris (Wijkraad Runkst)");
    }

    /** The talk is over: the council may ask. */
    CaseId grant() {
        var talk = reported();
        answer(talk, "Task_ConfirmReport", Map.of("agreed", "yes"));
        return begunGrant();
    }

    CaseId begunGrant() {
        grantStarter.begin();
        run();
        return jdbc.sql("select case_id from grant_grant where council_id = ? order by year desc limit 1")
                .param(council.value())
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .single();
    }

    void send(CaseId caseId, String element, Actor by, Map<String, Object> answers) {
        var task = task(caseId, element);
        var form = forms.parse(String.valueOf(task.formJson()));
        var known = new HashMap<>(taskData.of(task, form, by));
        // what is chosen lies in the draft
        known.put("proofs", List.of(Map.of("id", UUID.randomUUID().toString(), "name", "factuur.pdf", "bytes", 5L)));
        intake.answer(task.id(), form, judged(form, known, answers), false, by);
        run();
    }

    Map<String, Object> application(Object... changes) {
        return with(
                new HashMap<>(Map.of(
                        "amount", "1000",
                        "plan", "Banken en een feest.",
                        "iban", IBAN,
                        "holder", "Wijkraad Runkst vzw",
                        "statement", "true")),
                changes);
    }

    static Map<String, Object> with(Map<String, Object> all, Object... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            all.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        return all;
    }

    /** Asked in time, with an account that a second officer confirmed. */
    CaseId asked(Object... changes) {
        var grant = grant();
        send(grant, "Task_Apply", chair(), application(changes));
        send(grant, "Task_SignAccount", secretary(), Map.of("agreed", "yes"));
        return grant;
    }

    void assess(CaseId grant, String proposal, Object... more) {
        send(grant, "Task_Assess", ASSESSOR, with(new HashMap<>(Map.of("proposal", proposal)), more));
    }

    /** Each condition as who assesses sees it. */
    String conditions(CaseId grant) {
        return String.valueOf(
                ((Map<?, ?>) Objects.requireNonNull(known(grant, "Task_Assess").get("grant"))).get("conditions"));
    }

    Map<String, Object> decision(String decision, Object... more) {
        return with(
                new HashMap<>(Map.of(
                        "decision",
                        decision,
                        "reason",
                        "Een goed plan.",
                        "decisionNumber",
                        "AD-2027-12",
                        "decisionDate",
                        today().toString())),
                more);
    }

    CaseId granted(Object... changes) {
        var grant = asked(changes);
        assess(grant, "granted");
        send(grant, open(grant).get(0), DIRECTOR, decision("granted"));
        return grant;
    }

    CaseId paid(Object... changes) {
        var grant = granted(changes);
        wait(3);
        bank.pays();
        run();
        return grant;
    }

    /** In the January after: the council is asked to account for it. */
    CaseId toAccountFor(Object... changes) {
        var grant = paid(changes);
        send(grant, "Task_Survey", chair(), Map.of("grade", "8", "remarks", "Sneller antwoorden."));
        goTo(LocalDate.of(2028, 1, 20));
        assertThat(open(grant)).containsExactly("Task_Account");
        return grant;
    }

    Map<String, Object> account(Object... changes) {
        return with(
                new HashMap<>(Map.of(
                        "spent", "1000",
                        "report", "Twee banken en een feest.",
                        "forumHeld", "2027-10-15",
                        "forumReport", "Veertig bewoners kwamen.",
                        "statement", "true")),
                changes);
    }

    static Amount euros(String euros) {
        return Amount.ofEuros(new BigDecimal(euros));
    }

    static void refused(String key, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }
}
