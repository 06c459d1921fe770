package org.samenspraak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.springframework.beans.factory.annotation.Autowired;

/** The rounds and grants of the demo year. */
class DemoGrantsIT extends DemoScenario {

    private static final String USUAL = "(select id from casefile_case where regulation_name = 'hasselt')";
    private static final String LAST = "(select min(year) from grant_grant where case_id in " + USUAL + ")";
    private static final String NOW = "(select max(year) from grant_grant where case_id in " + USUAL + ")";

    @Autowired
    private Walk walk;

    @Autowired
    private CouncilDesk desk;

    @Autowired
    private Cases cases;

    @Test
    void lastYearsRoundIsClosedAndPaidAndOneCouncilIsBlocked() {
        assertThat(states(LAST)).containsExactlyInAnyOrder("ACCOUNTED", "ACCOUNTED", "ACCOUNTED", "ACCOUNTED", "PAID");
        assertThat(count("grant_grant where year = " + LAST + " and blocked_on is not null and state = 'PAID'"))
                .isEqualTo(1);
        assertThat(count("grant_round where closed_at is not null and case_id in " + USUAL))
                .isEqualTo(1);
        assertThat(count("grant_grant where year = " + LAST + " and grade is not null"))
                .isEqualTo(5);
    }

    @Test
    void thisYearsStandAtEachStep() {
        assertThat(states(NOW)).containsExactlyInAnyOrder("PAID", "GRANTED", "ASSESSED", "ASKED", "GRANTED", "ASKED");
        assertThat(count("ledger_payment where state = 'RETURNED'")).isEqualTo(1);
        assertThat(count("grant_round where closed_at is null and case_id in " + USUAL))
                .isEqualTo(1);
    }

    /** Who was recognised when it began; somebody is at each step, and somebody is silent. */
    @Test
    void allCouncilsButThoseOfThePilotTakePartInThisYearsRound() {
        var now =
                "grant_round_council where round = (select case_id from grant_round where closed_at is null and case_id in "
                        + USUAL + ")";
        assertThat(count(now)).isGreaterThanOrEqualTo(9);
        assertThat(count(now + " and left_out_reason is null and (talk is null or problem is not null)"))
                .isZero();
        assertThat(count(now + " and left_out_reason is not null")).isEqualTo(2);
        assertThat(jdbc.sql("select distinct t.state from grant_talk t join grant_round r on r.case_id = t.round"
                                + " where r.closed_at is null and r.case_id in " + USUAL)
                        .query(String.class)
                        .list())
                .contains("CONFIRMED", "HELD", "PLANNED", "PREPARED", "UNPREPARED");
    }

    /** Levels, and no talk where nothing changed: to try as the council and as the office. */
    @Test
    void twoCouncilsTryTheRulesOfAnotherCity() {
        var same = desk.officer(PilotStories.SAME, 0);
        var talk = cases.openOf("yearly-talk", desk.council(PilotStories.SAME).id())
                .orElseThrow();
        assertThat(talk.regulation().name()).isEqualTo("enschede-2024");
        assertThat(String.valueOf(
                        walk.known(talk.id(), "talk-preparation", same).get("talk")))
                .contains("value=none", "value=uitvoerend");
    }

    /** What the office decides on, what the council may ask meanwhile, and the rule that its savings meet. */
    @Test
    void oneOfThemWaitsForItsLevelAndMayAskMeanwhile() {
        var council = desk.council(PilotStories.GROWS).id();
        var officer = desk.officer(PilotStories.GROWS, 0);
        var talk = cases.openOf("yearly-talk", council).orElseThrow();
        assertThat(walk.known(talk.id(), "talk-level", officer))
                .containsEntry("wished", "uitvoerend")
                .containsEntry("concluded", "uitvoerend");
        var asking = walk.known(
                cases.openOf("grant-application", council).orElseThrow().id(), "grant-application", officer);
        assertThat(String.valueOf(asking.get("most")))
                .as("in either language")
                .containsPattern("€ 1[.,]000.*(niveau basis|level basic)");
        assertThat(String.valueOf(asking.get("reserveRule"))).isNotBlank().isNotEqualTo("null");
    }

    /** Counted from what is told last: today, or the middle of December of a year that is over. */
    @Test
    void nothingWaitsForMoreThanSomeWeeks() {
        assertThat(count("process_task t join casefile_case c on c.id = t.case_id"
                        + " where c.trajectory in ('yearly-talk', 'grant-application', 'open-forum', 'council-meeting')"
                        + " and c.year = " + NOW
                        + " and t.due < least(now(), make_date(c.year, 12, 15)) - interval '31 days'"))
                .isZero();
    }

    @Test
    void whatWasAgreedIsStillToDo() {
        assertThat(count("grant_agreement where council_id is not null and done_on is null"))
                .isGreaterThanOrEqualTo(10);
        assertThat(count("grant_agreement where council_id is null and done_on is null"))
                .isEqualTo(1);
    }

    @Test
    void openForumsAndMeetingsWereAndAreToCome() {
        assertThat(count("grant_meeting where council_id is not null and state = 'HELD'"))
                .isGreaterThanOrEqualTo(4);
        assertThat(count("grant_meeting where council_id is null and state = 'HELD'"))
                .isEqualTo(1);
        assertThat(count("grant_meeting where council_id is null and state = 'PLANNED' and planned_at > now()"
                        + " and theme = 'Groen in de wijk'"))
                .isEqualTo(1);
        assertThat(count("grant_condition where condition = 'forum' and met and rests_on is not null"))
                .isGreaterThanOrEqualTo(4);
    }

    private List<String> states(String year) {
        return jdbc.sql("select state from grant_grant where year = " + year)
                .query(String.class)
                .list();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
