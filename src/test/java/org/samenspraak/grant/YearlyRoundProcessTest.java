package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Standing;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;

/** A round: its dates before it begins, its councils, and its end. */
class YearlyRoundProcessTest extends TalkScenario {

    private static final CouncilSearch EVERYBODY =
            new CouncilSearch(null, null, Set.of(), Set.of(Standing.RECOGNISED, Standing.REGISTERED));

    @Autowired
    private RoundRows rows;

    @Autowired
    private Rounds rounds;

    @Autowired
    private RoundChoice choice;

    @Test
    void showsItsDatesBackwardsFromTheClosingDayBeforeItBegins() {
        jdbc.sql("update regulation_parameter set value = '--10-01' where key = 'talk.closing'")
                .update();
        jdbc.sql("update regulation_parameter set value = '2' where key = 'talk.blackout'")
                .update();

        assertThat(known()).containsEntry("year", 2027);
        assertThat(plan(2027)).contains("many=1", "names=Wijkraad Runkst");
        assertThat(String.valueOf(plans("hasselt").get(2027)).lines())
                .contains(
                        "Sluitingsdag van 2027: vr 1 oktober 2027",
                        "– 20 weken voor 1 oktober 2027 = 14 mei 2027",
                        "– van 1 juli 2027 tot en met 31 augustus 2027 telt niet mee (hasselt)",
                        "– met de dagen die niet meetellen wordt het 13 maart 2027",
                        "Ten laatste zonder reden: vr 20 augustus 2027",
                        "Geen gesprekken van vr 17 september 2027 tot vr 1 oktober 2027",
                        "Nodigt u vandaag uit, dan gaan de mails vandaag weg.");
        assertThat(plans("hasselt").get(2028)).startsWith("Sluitingsdag van 2028: zo 1 oktober 2028");
        assertThat(plans("hasselt")).containsOnlyKeys(2027, 2028);
    }

    @Test
    void offersTheFirstYearThatIsNotLate() {
        goTo(LocalDate.of(2027, 11, 19));
        assertThat(known()).containsEntry("year", 2027);

        goTo(LocalDate.of(2027, 11, 20));

        assertThat(known()).containsEntry("year", 2028);
        assertThat(plans("hasselt")).containsOnlyKeys(2027, 2028);
        assertThat(plans("enschede-2024")).containsOnlyKeys(2028, 2029);
    }

    @Test
    void refusesLateInvitationsWithoutAReasonAndASecondRoundForTheSameCouncils() {
        goTo(LocalDate.of(2027, 11, 20));
        refuses("grant.refusal.late", Map.of());
        for (var year : List.of("2026", "2031")) {
            var form = forms.shipped("yearly-round");
            var judged = forms.judge(form, known(), TypedForm.of(Map.of("under", "hasselt", "year", year)));
            assertThat(judged.errors()).extracting(FieldError::path).contains("year");
        }

        round(Map.of("lateReason", "Het reglement kwam laat."));

        refuses("grant.refusal.year-twice", Map.of("lateReason", "Nog eens."));
    }

    @Test
    void followsTheRegulationThatWasChosen() {
        var round = round(Map.of("under", "enschede-2024"));
        assertThat(cases.get(round).regulation().name()).isEqualTo("enschede-2024");
        assertThat(jdbc.sql("select closing_day from grant_round")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2027, 10, 1));

        assertThat(cases.get(begun(2027)).regulation().name()).isEqualTo("enschede-2024");
    }

    @Test
    void theOfficeChoosesAFewAndOthersHaveARoundOfTheirOwn() {
        var kermt = council("Wijkraad Kermt");
        var few = round(Map.of("whom", "chosen", "under", "enschede-2024"));
        starter.begin();
        assertThat(rows.counts(few)).isEmpty();

        assertThat(choice.add(few, List.of(kermt), "", OFFICE)).isOne();
        refused("grant.refusal.nobody", () -> choice.add(few, List.of(kermt), "", OFFICE));
        var rest = round(Map.of());
        starter.begin();
        run();

        assertThat(rows.page(few, null, null, 10))
                .extracting(RoundRows.Row::name)
                .containsExactly("Wijkraad Kermt");
        assertThat(rows.page(rest, null, null, 10))
                .extracting(RoundRows.Row::name)
                .containsExactly("Wijkraad Runkst");
    }

    /** The form offers nobody who is in a round of that year, and says that one runs. */
    @Test
    void whoIsInARoundOfTheYearIsNotOfferedAgain() {
        var kermt = council("Wijkraad Kermt");
        var first = round(Map.of("whom", "chosen"));
        choice.add(first, List.of(kermt), "", OFFICE);
        assertThat(cases.get(first).title()).isEqualTo("Jaarlijkse ronde 2027 (hasselt)");

        assertThat(plan(2027))
                .contains(
                        "many=1",
                        "names=Wijkraad Runkst",
                        "loopt onder dit reglement al een ronde",
                        cases.get(first).number());
        assertThat(plan(2028)).contains("many=2").doesNotContain("al een ronde");
        assertThatThrownBy(() -> round(Map.of("sure", ""))).hasMessageContaining("sure");
        refused("grant.refusal.council-gone", () -> choice.add(first, List.of(CouncilId.create()), "", OFFICE));
    }

    @Test
    void whoIsAddedTooLateNeedsAReasonToo() {
        var kermt = council("Wijkraad Kermt");
        var round = round(Map.of("whom", "chosen"));
        goTo(LocalDate.of(2027, 11, 20));
        refused("grant.refusal.late", () -> choice.add(round, List.of(kermt), " ", OFFICE));

        choice.add(round, List.of(kermt), "Pas erkend.", OFFICE);

        assertThat(rounds.get(round).lateReason()).isEqualTo("Pas erkend.");
        assertThat(choice.addFound(round, EVERYBODY, "", OFFICE)).isOne();
    }

    @Test
    void beginsATalkForEachCouncilButThoseLeftOut() {
        var kermt = council("Wijkraad Kermt");
        var round = round(
                Map.of("leftOut", List.of(Map.of("council", kermt.toString(), "reason", "Praatte in januari al."))));
        assertThat(rows.counts(round)).isEqualTo(Map.of("LEFT_OUT", 1, "WAITING", 1));

        starter.begin();
        run();

        assertThat(rows.counts(round)).isEqualTo(Map.of("LEFT_OUT", 1, "PREPARING", 1));
        assertThat(cases.get(begun(2027)).title()).isEqualTo("Jaarlijks gesprek Wijkraad Runkst 2027");
    }

    @Test
    void isClosedWithThoseLeftAndAReason() {
        var round = round(Map.of());
        starter.begin();
        assertThat(known(round, "Task_CloseRound")).containsEntry("left", "Wijkraad Runkst");

        answer(round, "Task_CloseRound", Map.of("leftReason", "De raad zoekt nieuwe leden."));

        assertThat(cases.get(round).outcome()).isEqualTo("closed");
        assertThat(jdbc.sql("select left_reason from grant_round")
                        .query(String.class)
                        .single())
                .isEqualTo("De raad zoekt nieuwe leden.");
    }

    private Map<String, Object> known() {
        return forms.prefill(forms.shipped("yearly-round"), null, OFFICE);
    }

    /** How the days lie, by year. */
    private Map<Integer, String> plans(String regulation) {
        var byYear = new TreeMap<Integer, String>();
        ofRegulation(regulation).forEach((year, plan) -> byYear.put(year, String.valueOf(plan.get("days"))));
        return byYear;
    }

    /** What the form says of a year under Hasselt. */
    private String plan(int year) {
        return String.valueOf(ofRegulation("hasselt").get(year));
    }

    private Map<Integer, Map<?, ?>> ofRegulation(String regulation) {
        var byYear = new TreeMap<Integer, Map<?, ?>>();
        var round = (Map<?, ?>) Objects.requireNonNull(known().get("round"));
        for (var plan : (List<?>) Objects.requireNonNull(round.get("plans"))) {
            var one = (Map<?, ?>) plan;
            if (regulation.equals(one.get("rules"))) {
                byYear.put((Integer) one.get("closes"), one);
            }
        }
        return byYear;
    }

    private void refuses(String key, Map<String, Object> answers) {
        refused(key, () -> round(answers));
    }

    private static void refused(String key, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }
}
