package org.samenspraak.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

class RegulationsIT extends PostgresIT {

    private static final RegulationId HASSELT = new RegulationId("hasselt", 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final ChangeParameter TWELVE_DAYS =
            new ChangeParameter("check", "12", "art. 5", "Een zin.", "One.", "", "");

    @Autowired
    private Regulations regulations;

    @Autowired
    private ShippedRegulations shipped;

    @Test
    void shipsExamplesForBothCountries() {
        assertThat(regulations.all()).extracting(view -> view.id().name()).contains("hasselt", "enschede-2024");
        assertThat(regulations.get(HASSELT, "recognition.kind").value()).isEqualTo("recognition");
        assertThat(regulations
                        .get(new RegulationId("enschede-2024", 1), "recognition.kind")
                        .value())
                .isEqualTo("registration");
        assertThat(regulations.get(HASSELT, "decision").number()).isEqualTo(120);
        assertThat(regulations
                        .get(new RegulationId("enschede-2024", 1), "decision")
                        .type())
                .isEqualTo(ParameterType.WEEKS);
    }

    @Test
    void namesAnArticleOnlyWhereTheSourceWasRead() {
        assertThat(regulations.parameters(HASSELT).values().stream().filter(Parameter::verified))
                .extracting(Parameter::key)
                .containsExactly(
                        "members.one-sex-maximum", "members.politician-voting.adviesraad", "decision.organ.adviesraad");
        assertThat(regulations.parameters(new RegulationId("enschede-2024", 1)).values())
                .noneMatch(Parameter::verified);
    }

    @Test
    void saysOfEachExampleValueWhyItIsWhatItIs() {
        for (var view : regulations.all()) {
            assertThat(regulations.parameters(view.id()).values())
                    .as(view.id().toString())
                    .allSatisfy(parameter -> {
                        assertThat(parameter.reason() == null)
                                .as(parameter.key())
                                .isEqualTo(parameter.verified());
                        assertThat(parameter.reasonEn() == null)
                                .as(parameter.key())
                                .isEqualTo(parameter.verified());
                    });
        }
        assertThat(regulations.get(HASSELT, "reach-council").reason()).isNotBlank();
    }

    @Test
    void givesBothExamplesTheSameKeys() {
        var dutch = regulations.parameters(new RegulationId("enschede-2024", 1)).keySet();

        assertThat(dutch).containsAll(regulations.parameters(HASSELT).keySet());
    }

    @Test
    void followsTheExampleOfTheJurisdictionFromTheDayItHolds() {
        assertThat(regulations.inForce("recognition", TODAY)).isEqualTo(HASSELT);
        assertThatThrownBy(() -> regulations.inForce("recognition", LocalDate.of(2022, 12, 19)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void bindsNoCaseToADraft() {
        regulations.copy(HASSELT, Actor.SYSTEM);

        assertThat(regulations.inForce("recognition", TODAY)).isEqualTo(HASSELT);
    }

    @Test
    void bindsCasesToACopyFromItsDay() {
        var copy = regulations.copy(HASSELT, Actor.SYSTEM);
        regulations.holdFrom(copy, TODAY.plusDays(1), Actor.SYSTEM);

        assertThat(regulations.inForce("recognition", TODAY)).isEqualTo(HASSELT);
        assertThat(regulations.inForce("recognition", TODAY.plusDays(1))).isEqualTo(copy);
        assertThat(regulations.parameters(copy)).isEqualTo(regulations.parameters(HASSELT));
    }

    @Test
    void refusesToPutAVersionInForceOnADayThatIsOver() {
        var copy = regulations.copy(HASSELT, Actor.SYSTEM);

        assertThatThrownBy(() -> regulations.holdFrom(copy, TODAY.minusDays(1), Actor.SYSTEM))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void changesAValueWhileNoCaseDependsOnIt() {
        regulations.change(HASSELT, TWELVE_DAYS, Actor.SYSTEM);

        assertThat(regulations.get(HASSELT, "check"))
                .satisfies(check -> assertThat(check.value()).isEqualTo("12"))
                .satisfies(check -> assertThat(check.article()).isEqualTo("art. 5"));
    }

    @Test
    void tellsWhoChangedWhat() {
        var copy = regulations.copy(HASSELT, Actor.SYSTEM);
        regulations.change(copy, TWELVE_DAYS, Actor.SYSTEM);
        regulations.holdFrom(copy, TODAY, Actor.SYSTEM);

        assertThat(jdbc.sql("select what || ' ' || about from identity_audit order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "regulation-copied hasselt 2",
                        "regulation-changed hasselt 2, check: 10 → 12",
                        "regulation-holds hasselt 2: " + TODAY);
    }

    @Test
    void refusesToChangeAVersionThatACaseDependsOn() {
        regulations.lock(HASSELT);

        assertThatThrownBy(() -> regulations.change(HASSELT, TWELVE_DAYS, Actor.SYSTEM))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> regulations.holdFrom(HASSELT, TODAY, Actor.SYSTEM))
                .isInstanceOf(Refusal.class);
        assertThat(regulations.get(HASSELT, "check").value()).isEqualTo("10");
    }

    @Test
    void loadsAFileOnce() throws Exception {
        shipped.afterPropertiesSet();

        assertThat(regulations.versions("hasselt")).containsExactly(HASSELT);
    }

    @Test
    void makesANewVersionOfAFileThatChanged() {
        shipped.load(file("11"), "other");

        assertThat(regulations.get(HASSELT, "check").value()).isEqualTo("10");
        assertThat(regulations.inForce("recognition", TODAY)).isEqualTo(new RegulationId("hasselt", 2));
    }

    @Test
    void neverTakesOverFromAVersionOfTheCity() {
        regulations.change(HASSELT, TWELVE_DAYS, Actor.SYSTEM);

        shipped.load(file("11"), "other");

        assertThat(regulations.inForce("recognition", TODAY)).isEqualTo(HASSELT);
        assertThat(regulations.get(HASSELT, "check").value()).isEqualTo("12");
        assertThat(regulations.view(new RegulationId("hasselt", 2)).holdsFrom()).isNull();
    }

    @Test
    void tellsHowToObjectByKindOfDecision() {
        assertThat(regulations.objection(HASSELT, "refused").value()).contains("klacht", "30 dagen");
        assertThat(regulations.objection(HASSELT, "withdrawn").key()).isEqualTo("objection.withdrawn");
        assertThat(regulations
                        .objection(new RegulationId("enschede-2024", 1), "refused")
                        .value())
                .contains("bezwaar", "6 weken");
    }

    private static ShippedRegulations.File file(String days) {
        return new ShippedRegulations.File(
                "hasselt",
                "Reglement",
                "gemeenteraad",
                "2022-12-20",
                List.of(new ShippedRegulations.Entry(
                        "check",
                        ParameterType.WORKING_DAYS,
                        days,
                        null,
                        null,
                        "Een zin.",
                        "A sentence.",
                        "Zo.",
                        "So.")));
    }
}
