package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.identity.Browser;
import org.samenspraak.kernel.CouncilId;

/** Signing in for a council by a mailed link. */
class PortalSignInPagesTest extends PortalScenario {

    @BeforeEach
    void aCouncil() {
        askForView();
        outbox.sendDue();
    }

    @Test
    void letsAMemberInByMailAndShowsTheirCouncil() throws Exception {
        assertThat(Browser.location(browser.get("/raad"))).isEqualTo("/raad/aanmelden");
        assertThat(ask(browser, " An@Raad.example ")).contains("Kijk in uw mailbox");
        assertThat(enter(browser, link(AN))).isEqualTo("/raad");
        assertThat(browser.get("/raad").body()).contains("Wijkraad Runkst", "U bent aangemeld als An Peeters");
        assertThat(jdbc.sql("select what from identity_audit where what = 'council-signed-in'")
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void saysAndDoesTheSameForAnAddressThatNobodyHas() {
        var known = ask(browser, AN);
        var before = jdbc.sql("select count(*) from correspondence_message")
                .query(Long.class)
                .single();
        var unknown = ask(new Browser(port), "niemand@raad.example");

        assertThat(shown(unknown)).isEqualTo(shown(known));
        assertThat(jdbc.sql("select address from portal_ask order by id")
                        .query(String.class)
                        .list())
                .containsExactly(AN, "niemand@raad.example");
        round.mail();
        assertThat(jdbc.sql("select count(*) from correspondence_message")
                        .query(Long.class)
                        .single())
                .as("one mail, for who is a member")
                .isEqualTo(before + 1);
        assertThat(jdbc.sql("select count(*) from portal_ask").query(Long.class).single())
                .isZero();
    }

    /** Without the token of the form, which differs for every browser. */
    private static String shown(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void lookingAtALinkUsesNothingUpAndEnteringDoesSoOnce() throws Exception {
        ask(browser, AN);
        var link = link(AN);
        for (int i = 0; i < 3; i++) {
            var robot = new Browser(port).get(link);
            assertThat(robot.statusCode()).isEqualTo(200);
            assertThat(robot.body()).contains("Ga verder").doesNotContain("Runkst", "Peeters");
            assertThat(robot.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
        assertThat(enter(browser, link)).isEqualTo("/raad");

        var second = new Browser(port).get(link);
        assertThat(second.statusCode()).isEqualTo(410);
        assertThat(second.body()).contains("Deze link werkt niet meer");
    }

    @Test
    void twoWhoOpenedTheSameLinkDontBothEnter() throws Exception {
        ask(browser, AN);
        var link = link(AN);
        var other = new Browser(port);
        var token = Browser.token(other.get(link));
        enter(browser, link);

        assertThat(other.post(link, Map.of("_csrf", token)).statusCode()).isEqualTo(410);
        assertThat(Browser.location(other.get("/raad"))).isEqualTo("/raad/aanmelden");
    }

    @Test
    void onlyTheNewestLinkWorks() throws Exception {
        ask(browser, AN);
        var first = link(AN);
        clock.advance(Duration.ofMinutes(1));
        ask(browser, AN);
        var second = link(AN);

        assertThat(second).isNotEqualTo(first);
        assertThat(browser.get(first).statusCode()).isEqualTo(410);
        assertThat(enter(browser, second)).isEqualTo("/raad");
    }

    @Test
    void aLinkIsOverAfterAWhile() throws Exception {
        ask(browser, AN);
        var link = link(AN);
        var token = Browser.token(browser.get(link));
        clock.advance(Duration.ofMinutes(20));

        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        assertThat(browser.post(link, Map.of("_csrf", token)).statusCode()).isEqualTo(410);
    }

    @Test
    void aMailThatWaitedTooLongIsNotSent() {
        mail.goAway();
        try {
            ask(browser, AN);
            round.mail();
            outbox.sendDue();
        } finally {
            mail.comeBack();
        }
        var before = mail.receivedBy(AN).size();
        clock.advance(Duration.ofHours(1));
        outbox.sendDue();

        assertThat(mail.receivedBy(AN)).hasSize(before);
    }

    @Test
    void guessesAndLinksOfQuestionsLetNobodyIn() throws Exception {
        var question = tokenOf(AN);
        for (var token : new String[] {"A".repeat(64), "raad", question}) {
            assertThat(browser.get("/raad/aanmelden/" + token).statusCode()).isEqualTo(410);
        }
        ask(browser, AN);
        var link = link(AN);
        assertThat(browser.get("/v" + link.substring(link.lastIndexOf('/'))).statusCode())
                .isEqualTo(404);
        for (int i = 0; i < 20; i++) {
            browser.get("/raad/aanmelden/gok" + i);
        }
        assertThat(browser.get("/raad/aanmelden/gok").statusCode()).isEqualTo(429);
    }

    @Test
    void theDatabaseHoldsNoKey() throws Exception {
        ask(browser, AN);
        var link = link(AN);
        var token = link.substring(link.lastIndexOf('/') + 1);
        for (var table : new String[] {"portal_sign_in", "correspondence_message", "spring_session"}) {
            assertThat(jdbc.sql("select t::text from " + table + " t")
                            .query(String.class)
                            .list())
                    .as(table)
                    .noneMatch(row -> row.contains(token));
        }
    }

    @Test
    void stopsMailingOneAddressAndAnsweringOnePlace() {
        for (int i = 0; i < CouncilSignInPages.MOST; i++) {
            assertThat(ask(browser, AN)).contains("Kijk in uw mailbox");
        }
        round.mail();
        assertThat(jdbc.sql("select count(*) from correspondence_message where subject like 'Aanmelden%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(SignInRound.OF_ADDRESS);
        var page = browser.get("/raad/aanmelden");
        var sent = browser.post("/raad/aanmelden", Map.of("_csrf", Browser.token(page), "mail", AN));
        assertThat(sent.statusCode()).isEqualTo(429);
        assertThat(sent.body()).contains("over een uur", "value=\"" + AN + "\"");
    }

    @Test
    void saysWhatIsNoAddress() {
        var page = browser.get("/raad/aanmelden");
        for (var typed : new String[] {"", "an", "an@raad.example\nBcc: x@y.example"}) {
            var sent = browser.post("/raad/aanmelden", Map.of("_csrf", Browser.token(page), "mail", typed));
            assertThat(sent.statusCode()).isEqualTo(422);
            assertThat(sent.body()).contains("Schrijf een volledig e-mailadres");
        }
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
        var an = signedIn(AN);
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
