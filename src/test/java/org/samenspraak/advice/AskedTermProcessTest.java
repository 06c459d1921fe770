package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Refusal;

/** Until when councils have to advise: too short, urgent, over summer and holidays. */
class AskedTermProcessTest extends AdviceScenario {

    @Test
    void refusesATermThatIsTooShort() {
        var request = drafted(Map.of());

        refused("advice.refusal.short", () -> choose(request, Map.of("lastDay", "2026-09-20")));
        refused("advice.refusal.urgent-without-day", () -> choose(request, urgent("")));
        refused("advice.refusal.too-short", () -> choose(request, urgent("2026-09-14")));
        refused("advice.refusal.far", () -> choose(request, Map.of("lastDay", "2028-09-20")));
        choose(request, urgent("2026-09-15"));

        answer(request, "Task_CheckRequest", Map.of("checked", "send"));
        assertThat(lastDay(caseOf(request, youth))).isEqualTo(LocalDate.of(2026, 9, 15));
    }

    @Test
    void anUrgentTermSaysHowLongItIsAtLeastAndWhyItIsUrgent() {
        var request = drafted(Map.of());
        choose(request, urgent("2026-09-16"));

        var known = known(request, "Task_CheckRequest");
        assertThat(known)
                .containsEntry("urgency", "De subsidie sluit.")
                .containsEntry("organ", "Het college")
                .containsEntry("domainText", "Jeugd")
                .containsEntry("phaseText", "Ontwerp: er wordt aan een plan gewerkt");
        assertThat(known.get("positionText")).asString().startsWith("Adviseren");
        var least = "10 werkdagen na 1 september 2026 = 15 september 2026";
        var why =
                "dringend, dus korter dan gewoon, maar niet voor die dag: loopt tot en met 16 september 2026, want: De subsidie sluit.";
        assertThat(known.get("term")).asString().contains(least + "\n" + why);

        answer(request, "Task_CheckRequest", Map.of("checked", "send"));
        for (var asked : List.of(request, caseOf(request, youth))) {
            assertThat(clocks.find(asked, "advice", null).orElseThrow().lines()).containsExactly(least, why);
        }
    }

    @Test
    void warnsOfACouncilThatIsNotComposedAsItShouldBe() {
        jdbc.sql("update council_council set composition_broken = true where id = ?")
                .param(youth.value())
                .update();

        assertThat(known(drafted(Map.of()), "Task_ChooseCouncils").get("warnings"))
                .asString()
                .startsWith("Jeugdraad is nu niet samengesteld");
    }

    @Test
    void daysOfSummerDoNotCountUnlessItIsUrgent() {
        goTo(LocalDate.of(2027, 7, 1));
        var request = sentOut();

        // 13 days until 14 July, then 17 from 16 August
        assertThat(lastDay(caseOf(request, youth))).isEqualTo(LocalDate.of(2027, 9, 1));
        assertThat(clocks.find(caseOf(request, youth), "advice", null)
                        .orElseThrow()
                        .lines())
                .anyMatch(line -> line.contains("van 15 juli 2027 tot en met 15 augustus 2027 telt niet mee"));

        var urgent = sentOut(Map.of("subject", "Dringend"), urgent("2027-07-15"));
        assertThat(lastDay(caseOf(urgent, youth))).isEqualTo(LocalDate.of(2027, 7, 15));
    }

    @Test
    void countsAroundHolidaysAndALeapDay() {
        goTo(LocalDate.of(2026, 10, 12));
        var holiday = drafted(Map.of());
        // Wednesday 11 November is a holiday: the usual term ends the day after
        assertThat(String.valueOf(known(holiday, "Task_ChooseCouncils").get("term")))
                .contains("tot en met 12 november 2026");
        goTo(LocalDate.of(2028, 1, 31));
        var leap = drafted(Map.of("subject", "Schrikkeldag"));
        assertThat(String.valueOf(known(leap, "Task_ChooseCouncils").get("term")))
                .contains("tot en met 1 maart 2028");
    }

    private static void refused(String key, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }
}
