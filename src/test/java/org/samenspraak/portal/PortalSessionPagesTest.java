package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.identity.Browser;
import org.samenspraak.kernel.CouncilId;

/** The session of who signed in for a council: of whom it is, what it opens, when it ends. */
class PortalSessionPagesTest extends PortalScenario {

    @BeforeEach
    void aCouncil() {
        askForView();
        outbox.sendDue();
    }

    @Test
    void entersUnderANewSession() throws Exception {
        ask(browser, AN);
        var planted = browser.cookie("samenspraak");
        enter(browser, link(AN));

        assertThat(browser.cookie("samenspraak")).isNotEqualTo(planted).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from spring_session where session_id = ?")
                        .param(new String(Base64.getDecoder().decode(planted), StandardCharsets.UTF_8))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select principal_name from spring_session where principal_name is not null")
                        .query(String.class)
                        .single())
                .doesNotContain("@");
    }

    @Test
    void whoLeftTheCouncilIsOutAtOnce() throws Exception {
        var an = signedIn(AN);
        assertThat(an.get("/raad").statusCode()).isEqualTo(200);
        leave(council, AN);

        assertThat(Browser.location(an.get("/raad"))).isEqualTo("/raad/aanmelden");
        ask(browser, AN);
        round.mail();
        assertThat(jdbc.sql("select count(*) from portal_sign_in")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoIsInTwoCouncilsSwitches() throws Exception {
        var other = councils.add(
                CouncilKind.WIJKRAAD, "Wijkraad Kuringen", councils.get(council).area(), OFFICE);
        memberships.add(other, person("An Peeters", "AN@raad.example", Function.SECRETARY), today(), OFFICE);
        var an = browser;
        ask(an, AN);
        enter(an, link("AN@raad.example"));
        var page = an.get("/raad");
        assertThat(page.body()).contains("Vragen aan Wijkraad Kuringen");

        an.post("/raad/wissel", Map.of("_csrf", Browser.token(page), "council", council.toString()));
        assertThat(an.get("/raad").body()).contains("Vragen aan Wijkraad Runkst");
        an.post(
                "/raad/wissel",
                Map.of(
                        "_csrf",
                        Browser.token(page),
                        "council",
                        CouncilId.create().toString()));
        assertThat(an.get("/raad").body()).contains("Vragen aan Wijkraad Runkst");
        leave(council, AN);
        assertThat(an.get("/raad").body())
                .contains("Vragen aan Wijkraad Kuringen")
                .doesNotContain("andere raad");
    }

    @Test
    void anAddressChoosesNoCouncil() throws Exception {
        var an = inTwo();
        assertThat(an.get("/raad").body()).contains("Vragen aan Wijkraad Kuringen");

        for (var path : new String[] {"/raad", "/raad/dossier", "/raad/leden"}) {
            assertThat(an.get(path + "?_council=" + council).body())
                    .contains("<span>Wijkraad Kuringen</span>")
                    .doesNotContain("<span>Wijkraad Runkst</span>");
        }
        assertThat(an.get("/raad/wissel?council=" + council).statusCode()).isEqualTo(405);
        an.post("/raad/wissel", Map.of("council", council.toString())); // without the token of a form
        assertThat(an.get("/raad").body()).contains("Vragen aan Wijkraad Kuringen");
    }

    @Test
    void asksToSwitchForAQuestionToTheOtherCouncil() throws Exception {
        var an = inTwo();
        var task = jdbc.sql("select id from process_task where array_to_string(groups, ' ') like '%council@%'")
                .query(String.class)
                .single();
        var page = an.get("/raad/vragen/" + task);
        assertThat(page.body()).contains("Ga verder voor Wijkraad Runkst").doesNotContain("mening");
        assertThat(an.get("/raad").body()).contains("Vragen aan Wijkraad Kuringen");

        var form = Map.of("_csrf", Browser.token(page), "council", council.toString(), "task", task);
        var switched = an.post("/raad/wissel", form);

        assertThat(Browser.location(switched)).isEqualTo("/raad/vragen/" + task);
        assertThat(an.get("/raad/vragen/" + task).body())
                .contains("Wijkraad Runkst")
                .doesNotContain("Ga verder voor");
    }

    @Test
    void whoLeavesOneOfTwoCouncilsGoesOnInTheOther() throws Exception {
        var an = inTwo();
        var token = Browser.token(an.get("/raad"));
        an.post("/raad/wissel", Map.of("_csrf", token, "council", council.toString()));
        assertThat(an.get("/raad/leden").body()).contains("Els Maes");
        leave(council, AN);

        assertThat(an.get("/raad/leden").body()).contains("Wijkraad Kuringen").doesNotContain("Els Maes");
        assertThat(an.get("/raad/dossier/" + cases.get(caseId).number()).statusCode())
                .isEqualTo(404);
        assertThat(an.get("/raad").body()).contains("Vragen aan Wijkraad Kuringen");
    }

    /** The page was open when the office confirmed that they left. */
    @Test
    void whoSendsAFormOfTheCouncilTheyLeftStaysSignedInForTheOther() throws Exception {
        var an = inTwo();
        var token = Browser.token(an.get("/raad"));
        an.post("/raad/wissel", Map.of("_csrf", token, "council", council.toString()));
        var task = jdbc.sql("select id from process_task where array_to_string(groups, ' ') like '%council@%'")
                .query(String.class)
                .single();
        var form = Map.of("_csrf", token, "_council", council.toString(), "view", "Van een lid dat wegging");
        leave(council, AN);

        var sent = an.post("/raad/vragen/" + task, form);

        assertThat(Browser.location(sent)).isEqualTo("/raad");
        assertThat(an.get("/raad?verlaten").body())
                .contains("Vragen aan Wijkraad Kuringen", "U bent geen lid meer van de raad waar u mee bezig was.");
        assertThat(jdbc.sql("select count(*) from forms_submission")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Browser inTwo() throws Exception {
        var other = councils.add(
                CouncilKind.WIJKRAAD, "Wijkraad Kuringen", councils.get(council).area(), OFFICE);
        memberships.add(other, person("An Peeters", AN, Function.SECRETARY), today(), OFFICE);
        return signedIn(AN);
    }

    @Test
    void signsOut() throws Exception {
        var an = signedIn(AN);
        an.post("/afmelden", Map.of("_csrf", Browser.token(an.get("/raad"))));

        assertThat(Browser.location(an.get("/raad"))).isEqualTo("/raad/aanmelden");
    }

    @Test
    void opensNothingOfTheOffice() throws Exception {
        var an = signedIn(AN);
        for (var path : new String[] {"/werk", "/zaken", "/raden/" + council, "/beheer", "/mijn"}) {
            assertThat(an.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(an.get("/raad").statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnToThePageThatWasAsked() throws Exception {
        browser.get("/raad/instellingen");
        ask(browser, AN);

        assertThat(enter(browser, link(AN))).isEqualTo("/raad/instellingen");
    }

    @Test
    void whatWasTypedWhenTheSessionEndedComesBackToItsWriterOnly() throws Exception {
        var an = signedIn(AN);
        var form = Browser.token(an.get("/raad"));
        jdbc.sql("delete from spring_session").update();
        var sent = an.post("/raad/wissel", Map.of("_csrf", form, "council", council.toString()));
        assertThat(Browser.location(sent)).isEqualTo("/raad/aanmelden");
        ask(an, AN);
        assertThat(enter(an, link(AN))).isEqualTo("/verder");
        assertThat(an.get("/verder").body()).contains(council.toString());

        jdbc.sql("delete from spring_session").update();
        an.post("/raad/wissel", Map.of("_csrf", form, "council", council.toString()));
        ask(an, ELS);
        assertThat(enter(an, link(ELS))).isEqualTo("/raad");
    }

    private void leave(CouncilId council, String address) {
        memberships.today(council).stream()
                .filter(member -> address.equalsIgnoreCase(member.details().email()))
                .forEach(member -> jdbc.sql("update council_membership set from_day = from_day - 10,"
                                + " until_day = cast(:day as date) - 1 where id = :id")
                        .param("day", today())
                        .param("id", member.id())
                        .update());
    }
}
