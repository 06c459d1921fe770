package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of points and replies, filled in by several officials at once. */
class ReplyPagesTest extends ReplyScenario {

    @Autowired
    private Timeline timeline;

    private UUID bikes = UUID.randomUUID();
    private UUID benches = UUID.randomUUID();
    private UUID crossing = UUID.randomUUID();

    @BeforeEach
    void points() {
        bikes = point(youth, 1, "Fiets", "Maak het fietspad <b>breder</b>.");
        benches = point(seniors, 1, "Banken", "Zet meer banken.");
        crossing = point(seniors, 2, "Oversteken", "Geef langer groen.");
    }

    @Test
    void showsThePointsOfAllCouncilsSideBySide() throws Exception {
        jdbc.sql(
                        "update advice_given set late = true, not_legal = true, minority = 'Drie leden zijn tegen.' where case_id = ?")
                .param(youth)
                .update();
        jdbc.sql("update advice_request set version = 2").update();

        var page = page(MOBILITY, "");

        assertThat(page)
                .contains("Jeugdraad 1", "Seniorenraad 1", "Seniorenraad 2", "Maak het fietspad &lt;b&gt;breder")
                .contains("te laat", "geen rechtsgeldig advies", "Drie leden zijn tegen.", "over versie 1 van de vraag")
                .contains("0 van 3 punten beantwoord");
        assertThat(page.indexOf("Zet meer banken")).isLessThan(page.indexOf("Maak het fietspad"));
        assertThat(page(role("legal"), "?order=council").indexOf("Maak het fietspad"))
                .isLessThan(page(role("legal"), "?order=council").indexOf("Zet meer banken"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=groen | Oversteken | Banken",
                "q=%25 | nothing | Banken",
                "kind=question | nothing | Banken",
                "kind=condition&q=BANK | Banken | Oversteken",
                "outcome=noted | Banken | Oversteken",
                "outcome=open | Oversteken | Zet meer banken"
            })
    void filters(String asked, String shown, String left) throws Exception {
        open(MOBILITY).type(benches, "noted", "Wij houden het bij.").send();

        var page = page(MOBILITY, "?" + asked);

        assertThat(page).doesNotContain("<em>" + left + "</em>");
        if (!shown.equals("nothing")) {
            assertThat(page).contains("<em>" + shown + "</em>");
        }
    }

    @Test
    void savesAllThatWasTouchedAndTellsHowFarItIs() throws Exception {
        open(MOBILITY)
                .type(bikes, "followed", "", "artikel 4", "", "")
                .type(benches, "passed-on", "Groen beslist.", "", "department-green", "2026-10-01")
                .send()
                .andExpect(redirectedUrlPattern("/zaken/*/terugkoppeling?*"))
                .andExpect(flash().attribute("noticeArgs", new Object[] {2}));

        assertThat(unit(bikes).reply()).isEqualTo(new Reply(Outcome.FOLLOWED, "", "artikel 4", null, null));
        assertThat(unit(benches).reply().passedTo()).isEqualTo("department-green");
        assertThat(unit(crossing).version()).isEqualTo(-1);
        assertThat(page(OFFICE, ""))
                .contains(
                        "2 van 3 punten beantwoord", "1 van 2 beantwoord", "laatst gewijzigd door department-mobility");
        open(OFFICE).type(crossing, "noted", "Goed.").send();
        open(OFFICE).type(crossing, "noted", "Beter.").send();
        assertThat(timeline.page(request, null, 9))
                .filteredOn(entry -> entry.kind().equals("advice.replied"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "followed | | | | | Zeg waar het in de nieuwe tekst staat.",
                "not | | | | | Leg uit waarom.",
                "noted | '  ' | | | | Leg uit waarom.",
                "passed-on | Omdat | | | 2026-10-01 | Kies aan wie",
                "passed-on | Omdat | | area-manager | 2026-10-01 | kennen wij niet",
                "passed-on | Omdat | | department-green | | Zeg tegen wanneer",
                "passed-on | Omdat | | department-green | 2026-09-13 | Deze datum is voorbij",
                "passed-on | Omdat | | department-green | 2026-02-30 | Deze datum bestaat niet",
                "passed-on | Omdat | | department-green | 20266-01-01 | Deze datum bestaat niet",
                "passed-on | Omdat | | department-green | 2999-01-01 | meer dan tien jaar",
                "wrong | Omdat | | | | is geen antwoord dat wij kennen"
            })
    void refusesAReplyThatIsNotWholeAndKeepsWhatWasTyped(
            String outcome, String reason, String place, String to, String until, String message) throws Exception {
        var answer = open(MOBILITY)
                .type(bikes, outcome, text(reason), text(place), text(to), text(until))
                .type(benches, "noted", "Dat houden wij bij.")
                .send()
                .andExpect(status().isUnprocessableEntity());

        assertThat(body(answer)).contains(message, "Wel bewaard: één antwoord");
        if (reason != null && !reason.isBlank()) {
            assertThat(body(answer)).contains(">" + reason + "</textarea>");
        }
        assertThat(unit(bikes).isAnswered()).isFalse();
        assertThat(unit(benches).isAnswered()).isTrue();
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void takesTodayAsADayAndADraftWithoutAnOutcome() throws Exception {
        open(MOBILITY)
                .type(bikes, "passed-on", "Omdat", "", "department-green", "2026-09-14")
                .type(benches, "", "Nog na te vragen")
                .send()
                .andExpect(status().is3xxRedirection());

        assertThat(unit(bikes).isAnswered()).isTrue();
        assertThat(unit(benches).reply()).isEqualTo(new Reply(null, "Nog na te vragen", "", null, null));
        assertThat(page(MOBILITY, "")).contains("1 van 3 punten beantwoord");
    }

    @Test
    void refusesALongTextAndGivesItBack() throws Exception {
        var answer = open(MOBILITY).type(bikes, "not", "lang ".repeat(801)).send();

        answer.andExpect(status().isUnprocessableEntity());
        assertThat(body(answer)).contains("hoogstens 4.000 tekens", "lang lang");
    }

    @Test
    void letsTwoOfficialsWorkOnThePageAtOnce() throws Exception {
        var first = open(MOBILITY);
        var second = open(OFFICE);
        first.type(bikes, "not", "Geen plaats.").send().andExpect(status().is3xxRedirection());
        second.type(benches, "noted", "Wij kijken ernaar.").send().andExpect(status().is3xxRedirection());

        assertThat(unit(bikes).reply().reason()).isEqualTo("Geen plaats.");
        assertThat(unit(benches).reply().reason()).isEqualTo("Wij kijken ernaar.");
    }

    @Test
    void neverLosesAnUpdateInSilence() throws Exception {
        var first = open(MOBILITY);
        var second = open(OFFICE);
        first.type(bikes, "not", "Geen plaats.").send();

        var answer = second.type(bikes, "partly", "Een stuk ervan.")
                .type(benches, "noted", "Wij kijken ernaar.")
                .send();

        answer.andExpect(status().isConflict());
        assertThat(body(answer))
                .contains("department-mobility wijzigde dit antwoord", "Geen plaats.", ">Een stuk ervan.</textarea>")
                .contains("Wel bewaard: één antwoord");
        assertThat(unit(bikes).reply().reason()).isEqualTo("Geen plaats.");
        assertThat(unit(benches).reply().reason()).isEqualTo("Wij kijken ernaar.");

        new Opened(OFFICE, body(answer))
                .type(bikes, "partly", "Een stuk ervan.")
                .send();
        assertThat(unit(bikes).reply().reason()).isEqualTo("Een stuk ervan.");
    }

    @Test
    void neverLosesAChangeOfAReplyThatWasThere() throws Exception {
        open(MOBILITY).type(bikes, "not", "Geen plaats.").send();
        var first = open(MOBILITY);
        var second = open(OFFICE);
        first.type(bikes, "not", "Geen plaats, geen geld.").send();

        second.type(bikes, "not", "Geen zin.").send().andExpect(status().isConflict());

        assertThat(unit(bikes).reply().reason()).isEqualTo("Geen plaats, geen geld.");
    }

    @Test
    void takesTheSameWordsOfTwoForOne() throws Exception {
        var first = open(MOBILITY);
        var second = open(OFFICE);
        first.type(bikes, "not", "Geen plaats.").send();

        second.type(bikes, "not", "Geen\r\nplaats.".replace("\r\n", " ")).send().andExpect(status().is3xxRedirection());

        assertThat(unit(bikes).version()).isZero();
    }

    @Test
    void savesOneAndKeepsWhatWasTypedBesides() throws Exception {
        var answer = open(MOBILITY)
                .type(bikes, "not", "Geen plaats.")
                .type(benches, "", "Half getypt")
                .with("one", bikes)
                .send();

        answer.andExpect(status().isOk());
        assertThat(body(answer)).contains(">Half getypt</textarea>", "nog niet bewaard");
        assertThat(unit(bikes).isAnswered()).isTrue();
        assertThat(unit(benches).version()).isEqualTo(-1);
        open(MOBILITY)
                .type(crossing, "noted", "Gezien.")
                .with("one", crossing)
                .send()
                .andExpect(redirectedUrlPattern("/zaken/*/terugkoppeling?*#r-" + crossing));
    }

    @Test
    void isNotCompleteUntilEachPointHasAReply() throws Exception {
        open(MOBILITY)
                .type(bikes, "not", "Geen plaats.")
                .type(benches, "", "Concept")
                .send();

        assertThatThrownBy(() -> replies.refuseUnlessComplete(request))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.args())
                        .containsExactly(2, "Seniorenraad 1, Seniorenraad 2"));

        open(MOBILITY)
                .type(benches, "noted", "Ja.")
                .type(crossing, "noted", "Ja.")
                .send();
        replies.refuseUnlessComplete(request);
    }
}
