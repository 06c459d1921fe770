package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Browser;
import org.samenspraak.web.Throttle;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in for a council by a mailed link. */
class PortalSignInPagesTest extends PortalScenario {

    @Autowired
    private Throttle throttle;

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

    /** People open the older mail. */
    @Test
    void theFirstOfTwoLinksWorksUntilOneIsUsed() throws Exception {
        ask(browser, AN);
        var first = link(AN);
        clock.advance(Duration.ofMinutes(1));
        ask(new Browser(port), AN);
        var second = link(AN);

        assertThat(second).isNotEqualTo(first);
        assertThat(browser.get(second).statusCode()).isEqualTo(200);
        assertThat(enter(browser, first)).isEqualTo("/raad");
        for (var link : new String[] {first, second}) {
            assertThat(new Browser(port).get(link).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void eachOfTwoLinksIsOverInItsOwnTime() throws Exception {
        ask(browser, AN);
        var first = link(AN);
        clock.advance(Duration.ofMinutes(15));
        ask(browser, AN);
        var second = link(AN);
        clock.advance(Duration.ofMinutes(10));

        assertThat(browser.get(first).statusCode()).isEqualTo(410);
        assertThat(enter(new Browser(port), second)).isEqualTo("/raad");
    }

    @Test
    void whoSignedInAsksForNoLink() throws Exception {
        var an = signedIn(AN);
        var token = Browser.token(an.get("/raad"));
        assertThat(Browser.location(an.get("/raad/aanmelden?verstuurd"))).isEqualTo("/raad");

        var asked = an.post("/raad/aanmelden", Map.of("_csrf", token, "mail", ELS));

        assertThat(Browser.location(asked)).isEqualTo("/raad");
        assertThat(jdbc.sql("select count(*) from portal_ask").query(Long.class).single())
                .isZero();
    }

    @Test
    void whoSignedInEntersAsAnotherByTheirLink() throws Exception {
        var an = signedIn(AN);
        ask(new Browser(port), ELS);

        assertThat(enter(an, link(ELS))).isEqualTo("/raad");

        assertThat(an.get("/raad").body()).contains("U bent aangemeld als Els Maes");
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
    void aStrangerWhoAsksAHundredTimesShutsNoMemberOut() throws Exception {
        for (int i = 0; i < 100; i++) {
            ask(browser, AN);
        }
        var link = link(AN);
        assertThat(signInMails()).isEqualTo(SignInRound.OF_ADDRESS);
        clock.advance(Duration.ofMinutes(19));
        ask(browser, AN);
        round.mail();
        assertThat(signInMails()).isEqualTo(SignInRound.OF_ADDRESS);
        assertThat(enter(new Browser(port), link)).isEqualTo("/raad");

        clock.advance(Duration.ofMinutes(2));
        ask(browser, AN);
        assertThat(enter(new Browser(port), link(AN))).isEqualTo("/raad");
        for (int i = 0; i < CouncilSignInPages.MOST; i++) {
            throttle.take("sign-in-ask", "127.0.0.1", CouncilSignInPages.MOST, Throttle.HOUR);
        }
        var page = browser.get("/raad/aanmelden");
        var sent = browser.post("/raad/aanmelden", Map.of("_csrf", Browser.token(page), "mail", AN));
        assertThat(sent.statusCode()).isEqualTo(429);
        assertThat(sent.body()).contains("over een uur", "value=\"" + AN + "\"");
    }

    private long signInMails() {
        return jdbc.sql("select count(*) from correspondence_message where subject like 'Aanmelden%'")
                .query(Long.class)
                .single();
    }

    @Test
    void aRealLinkWorksHoweverManyWereGuessedFromThere() throws Exception {
        ask(browser, AN);
        var link = link(AN);
        for (int i = 0; i <= Links.GUESSES; i++) {
            browser.get("/raad/aanmelden/gok" + i);
        }

        assertThat(enter(browser, link)).isEqualTo("/raad");
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
}
