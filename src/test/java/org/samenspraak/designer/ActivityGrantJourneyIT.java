package org.samenspraak.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The second proof that a trajectory needs no Java: a grant for an activity with two closing dates and a jury, made with the
 * workbench and {@code docs/designer-guide.md} only, published by a second person, and gone through to the payment.
 */
class ActivityGrantJourneyIT extends ActivityGrantMoney {

    private static final String CHAIR = "voorzitter@runkst.example";
    private static final BudgetKey BUDGET = new BudgetKey(2026, "activiteiten");

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Budgets budgets;

    @Autowired
    private Cases cases;

    private CouncilId council = CouncilId.create();

    @BeforeEach
    void aCouncil() {
        var area = areas.add("Runkst", null, Actor.SYSTEM);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, Actor.SYSTEM);
        var chair = new NewMember(
                "Voorzitter Runkst", CHAIR, null, "Plein 1", Set.of(Function.CHAIR), true, true, false, Sex.NOT_STATED);
        memberships.replace(council, List.of(chair), LocalDate.of(2026, 9, 1), Actor.SYSTEM);
    }

    private static Amount euros(long euros) {
        return Amount.ofEuros(BigDecimal.valueOf(euros));
    }

    @Test
    void isDrawnPublishedAppliedForScoredDecidedAndPaid() {
        var designer = official("process-designer");
        var administrator = official("administrator");
        designer.context().setDefaultTimeout(SLOW);
        administrator.context().setDefaultTimeout(SLOW);
        money();
        begin(designer);
        values(designer);
        putInForce(administrator);
        letters(designer);
        publishLetters(administrator);
        forms(designer);
        table(designer);
        model(designer);
        var second = official("process-designer");
        second.context().setDefaultTimeout(SLOW);
        publish(designer, second);

        var member = signedIn(CHAIR);
        apply(member);
        goTo(LocalDate.of(2026, 9, 16));
        var jury = official("committee-jury");
        take(jury, "Punten geven");
        fill(jury, Map.of("score", "16", "why", "Iedereen is welkom."));
        send(jury);
        var office = official("participation-office");
        take(office, "Beslissen over de activiteit");
        fill(office, Map.of("granted", "1200", "decision", "2026_PB_0007", "reason", "Goed voor de buurt."));
        send(office);
        assertThat(subjects(CHAIR)).anyMatch(it -> it.contains("Uw activiteit krijgt subsidie"));

        var file = cases.get(newest());
        goTo(LocalDate.of(2026, 9, 18));
        pay(official("finance"), official("finance"), file.number());
        run();
        assertThat(cases.get(file.id()).outcome()).isEqualTo("granted");
        assertThat(budgets.find(BUDGET).orElseThrow().paid()).isEqualTo(euros(1_200));
    }

    private void money() {
        var one = official("finance");
        var other = official("finance");
        var budget = Map.of(
                "name", "Activiteiten",
                "year", "2026",
                "purpose", BUDGET.purpose(),
                "amount", "20000",
                "decision", "2026_GR_0001",
                "reason", "Begroting");
        allot(one, other, "Activiteiten", budget);
        account(one, other, council, "BE68539007547034", "Wijkraad Runkst vzw");
    }

    private CaseId newest() {
        return jdbc.sql("select id from casefile_case where trajectory = 'activiteitensubsidie'")
                .query((row, index) -> new CaseId(row.getObject(1, UUID.class)))
                .single();
    }

    private void apply(Page page) {
        page.navigate("/raad/start");
        look(page, "raad");
        follow(page, "Activiteitensubsidie");
        page.waitForURL("**/raad/start/activiteitensubsidie**");
        page.navigate("/raad/start/activiteitensubsidie?alles");
        fill(page, Map.of("subject", "Buurtfeest op het plein", "month", "4", "grantYear", "2026", "asked", "1500"));
        press(page, "Verstuur");
        page.waitForURL("**/raad/start");
        run();
    }
}
