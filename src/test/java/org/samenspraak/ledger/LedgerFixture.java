package org.samenspraak.ledger;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.ledger.Budgets.Allotment;
import org.samenspraak.process.TrialModel;
import org.samenspraak.testing.TestClock;
import org.springframework.context.ApplicationContext;

/** Budgets, councils and cases for tests of money. */
class LedgerFixture {

    static final BudgetKey BUDGET = new BudgetKey(2026, "buurtsubsidies");
    static final Actor AN = Actor.person(PersonId.create(), "An, financiën");
    static final Actor BART = Actor.person(PersonId.create(), "Bart, financiën");
    static final String IBAN = "BE68539007547034";
    static final String OTHER_IBAN = "NL91ABNA0417164300";

    private final ApplicationContext context;
    private final AreaId area;
    final Ledger ledger;
    final Budgets budgets;
    final PayeeAccounts accounts;
    final Batches batches;
    final Settlements settlements;

    LedgerFixture(ApplicationContext context) {
        this.context = context;
        this.area = context.getBean(Areas.class).add("Runkst", null, Actor.SYSTEM);
        this.ledger = context.getBean(Ledger.class);
        this.budgets = context.getBean(Budgets.class);
        this.accounts = context.getBean(PayeeAccounts.class);
        this.batches = context.getBean(Batches.class);
        this.settlements = context.getBean(Settlements.class);
    }

    static Amount euros(long euros) {
        return new Amount(euros * 100);
    }

    static Allotment allotment(long euros, String decision) {
        return new Allotment(euros(euros), decision, "Begroting", AN);
    }

    static Grounds grounds(CaseView file) {
        return grounds(file, "2026_CBS_0042");
    }

    static Grounds grounds(CaseView file, String reference) {
        return new Grounds(Claim.of(file.id()), "Subsidie", reference, AN);
    }

    void budget(long euros) {
        budgets.add(BUDGET, "Buurtsubsidies", allotment(euros, "2026_GR_0001"));
    }

    Budget budget() {
        return budgets.find(BUDGET).orElseThrow();
    }

    CouncilId council(String name) {
        return context.getBean(Councils.class).add(CouncilKind.WIJKRAAD, name, area, Actor.SYSTEM);
    }

    CaseView openCase(CouncilId council) {
        var cases = context.getBean(Cases.class);
        return cases.get(cases.open(new OpenCase(
                CaseId.create(),
                TrialModel.QUESTION,
                "SUB",
                "Subsidie",
                council,
                area,
                LocalDate.of(2026, 9, 1),
                false,
                AN)));
    }

    /** A case of a council of its own, by this name, whose amount is fixed and asked to be paid. */
    CaseView toPay(String council, long euros) {
        var file = openCase(council(council));
        reserveAndFix(file, euros);
        ledger.pay("", grounds(file));
        return file;
    }

    void reserveAndFix(CaseView file, long euros) {
        if (!ledger.reserve(BUDGET, euros(euros), grounds(file))) {
            throw new AssertionError("not enough");
        }
        ledger.fix(euros(euros), grounds(file));
    }

    /** An account number that may be paid tomorrow. */
    void account(CaseView file, String iban) {
        var council = Objects.requireNonNull(file.council());
        accounts.enter(council, iban, "Wijkraad Runkst vzw", AN);
        var proposed = accounts.history(council).stream()
                .filter(PayeeAccount::waits)
                .findFirst()
                .orElseThrow();
        accounts.confirm(council, proposed.id(), BART);
    }

    static void nextDay(TestClock clock) {
        clock.advance(Duration.ofDays(1));
    }

    /** Everything that waits, in one batch of An's. */
    UUID gather() {
        return batches.gather(waiting(), AN);
    }

    Set<UUID> waiting() {
        return batches.waiting(null, 1000).stream().map(Payment::id).collect(Collectors.toSet());
    }

    /** The same, approved by Bart and taken to the bank. */
    UUID atTheBank() {
        var batch = gather();
        batches.approve(batch, BART);
        batches.take(batch, "", BART);
        return batch;
    }

    Batch.Line line(UUID batch) {
        return batches.lines(batch).get(0);
    }
}
