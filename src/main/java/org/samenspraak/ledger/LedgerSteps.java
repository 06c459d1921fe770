package org.samenspraak.ledger;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/**
 * What any model may ask of the books. Amounts are facts in euros, as forms give them. After {@code pay} the model waits for the
 * message {@value Settlements#MADE}; {@value Settlements#RETURNED} says that the bank could not pay.
 */
@ProcessSteps("ledger")
public class LedgerSteps {

    private final Ledger ledger;
    private final Cases cases;
    private final People people;

    LedgerSteps(Ledger ledger, Cases cases, People people) {
        this.ledger = ledger;
        this.cases = cases;
        this.people = people;
    }

    @Step(
            name = "Geld reserveren",
            about =
                    "Zet een bedrag opzij uit het budget van een jaar en een doel. Zegt ja als er genoeg is, anders nee.")
    public boolean reserve(StepContext step, String purpose, int year, BigDecimal amount) {
        return ledger.reserve(new BudgetKey(year, purpose), Amount.ofEuros(amount), grounds(step, null));
    }

    @Step(
            name = "Geld vastleggen",
            about =
                    "Legt het besliste bedrag vast, met het nummer van het besluit. Wat meer gereserveerd was, komt vrij.")
    public void fix(StepContext step, BigDecimal amount, String decision) {
        ledger.fix(Amount.ofEuros(amount), grounds(step, decision));
    }

    @Step(
            name = "Geld vrijgeven",
            about =
                    "Geeft vrij wat gereserveerd of vastgelegd is en niet betaald. Zegt nee als er nog een betaling onderweg is.")
    public boolean release(StepContext step) {
        return ledger.release(grounds(step, null));
    }

    @Step(
            name = "Laten betalen",
            about =
                    "Zet het vastgelegde bedrag klaar voor de dienst financiën. Het model wacht daarna op het bericht payment-made.")
    public void pay(StepContext step) {
        ledger.pay("", grounds(step, null));
    }

    @Step(name = "Geld terugvorderen", about = "Boekt wat de raad moet terugbetalen, met het nummer van het besluit.")
    public void reclaim(StepContext step, BigDecimal amount, String decision) {
        ledger.reclaim(Amount.ofEuros(amount), grounds(step, decision));
    }

    private Grounds grounds(StepContext step, @Nullable String decision) {
        var claim = new Claim(step.caseId(), Objects.requireNonNullElse(step.scope(), ""));
        return Grounds.of(claim, cases.get(step.caseId()), decision, named(step.actor()));
    }

    /** What runs later knows only the id of who caused it. */
    private Actor named(Actor by) {
        if (by.kind() != Actor.Kind.PERSON || by.id() == null || !by.name().isEmpty()) {
            return by;
        }
        var person = new PersonId(by.id());
        return Actor.person(person, people.names(Set.of(person)).getOrDefault(person, ""));
    }
}
