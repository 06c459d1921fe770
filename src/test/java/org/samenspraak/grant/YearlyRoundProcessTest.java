package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** A round: its dates before it begins, its councils, and its end. */
class YearlyRoundProcessTest extends TalkScenario {

    @Autowired
    private RoundRows rows;

    @Test
    void showsItsDatesBackwardsFromTheClosingDayBeforeItBegins() {
        jdbc.sql("update regulation_parameter set value = '--10-01' where key = 'talk.closing'")
                .update();
        jdbc.sql("update regulation_parameter set value = '2' where key = 'talk.blackout'")
                .update();

        var known = forms.prefill(forms.shipped("yearly-round"), null, OFFICE);

        assertThat(known).containsEntry("year", 2027).containsEntry("preselected", "Wijkraad Runkst");
        assertThat(String.valueOf(known.get("dates")).lines())
                .contains(
                        "Sluitingsdag van 2027: vr 1 oktober 2027",
                        "– 20 weken voor 1 oktober 2027 = 14 mei 2027",
                        "– van 1 juli 2027 tot en met 31 augustus 2027 telt niet mee (hasselt)",
                        "– met de dagen die niet meetellen wordt het 13 maart 2027",
                        "Ten laatste zonder reden: vr 20 augustus 2027",
                        "Geen gesprekken van vr 17 september 2027 tot vr 1 oktober 2027",
                        "Start u deze ronde vandaag, dan gaan de uitnodigingen vandaag uit.",
                        "Sluitingsdag van 2028: zo 1 oktober 2028")
                .noneMatch(line -> line.startsWith("Sluitingsdag van 2029"));
    }

    @Test
    void offersTheFirstYearThatIsNotLate() {
        var form = forms.shipped("yearly-round");
        goTo(LocalDate.of(2027, 11, 19));
        assertThat(forms.prefill(form, null, OFFICE)).containsEntry("year", 2027);

        goTo(LocalDate.of(2027, 11, 20));

        assertThat(forms.prefill(form, null, OFFICE)).containsEntry("year", 2028);
    }

    @Test
    void refusesLateInvitationsWithoutAReasonAndASecondRoundOfAYear() {
        goTo(LocalDate.of(2027, 11, 20));
        refuses("grant.refusal.late", Map.of());
        refuses("grant.refusal.year-over", Map.of("year", "2026"));
        refuses("grant.refusal.year-far", Map.of("year", "2031"));

        round(Map.of("lateReason", "Het reglement kwam laat."));

        refuses("grant.refusal.year-twice", Map.of("lateReason", "Nog eens."));
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

    private void refuses(String key, Map<String, Object> answers) {
        assertThatThrownBy(() -> round(answers))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }
}
