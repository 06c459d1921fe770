package org.samenspraak.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.Mails;

/** The test begins on a Monday at noon. */
class FollowByMailPagesTest extends FollowScenario {

    @Test
    void tellsOnceAWeekWhoConfirmedAndForgetsWhoEnds() throws Exception {
        ask(BO, "area:" + north);
        nextWeek();
        recognise("Raad Te Vroeg", north);
        nextWeek();
        assertThat(mail.receivedBy(BO)).as("not confirmed").hasSize(1);

        ask(BO, "all");
        send();
        var link = link(mail.receivedBy(BO).get(1));
        mvc.perform(get(link)).andExpect(content().string(containsString("Ja, ik wil dit volgen")));
        mvc.perform(post(link + "/bevestigen")).andExpect(redirectedUrl(link));
        mvc.perform(get(link)).andExpect(content().string(containsString("U volgt dit: Alles wat nieuw is")));
        recognise("Raad <Zuid> & co", south);
        for (int hour = 0; hour < 24 * 7; hour += 12) {
            clock.advance(Duration.ofHours(12));
            followers.tell();
            send();
        }
        assertThat(mail.receivedBy(BO)).hasSize(3);
        var news = mail.receivedBy(BO).get(2);
        assertThat(Mails.subject(news)).isEqualTo("Nieuws van deze week van Stad Hasselt");
        assertThat(Mails.text(news)).contains("Raad <Zuid> & co is erkend").contains("/publiek/raden/");
        nextWeek();
        assertThat(mail.receivedBy(BO)).as("no news").hasSize(3);

        mvc.perform(post(link(news) + "/stoppen")).andExpect(status().is3xxRedirection());
        assertThat(everywhere("bo@wijk.example"))
                .as("also the choice that nobody confirmed")
                .isEqualTo("0 choices, 0 mails");
        mvc.perform(get(link)).andExpect(content().string(containsString("Deze link werkt niet")));
    }

    @Test
    void tellsOfWhatWasChosenOnly() throws Exception {
        confirm(BO, "area:" + north);
        recognise("Raad Zuid", south);
        nextWeek();
        assertThat(mail.receivedBy(BO)).hasSize(1);
        recognise("Raad Noord", north);
        nextWeek();
        assertThat(Mails.text(mail.receivedBy(BO).get(1)))
                .contains("Raad Noord")
                .doesNotContain("Raad Zuid");
    }

    @Test
    void tellsOfTwoSubjectsInOneMailAndErasesBoth() throws Exception {
        confirm(BO, "all");
        ask(BO, "area:" + north);
        send();
        mvc.perform(post(link(mail.receivedBy(BO).get(1)) + "/bevestigen"));
        mvc.perform(get(link(mail.receivedBy(BO).get(1))))
                .andExpect(content().string(containsString("U volgt ook: Alles wat nieuw is.")));
        recognise("Raad Noord", north);
        recognise("Raad Zuid", south);
        nextWeek();

        assertThat(mail.receivedBy(BO)).hasSize(3);
        var news = mail.receivedBy(BO).get(2);
        assertThat(Mails.text(news)).containsOnlyOnce("Raad Noord is erkend").contains("Raad Zuid is erkend");
        mvc.perform(post(link(news) + "/stoppen"));
        assertThat(everywhere(BO)).isEqualTo("0 choices, 0 mails");
    }

    @Test
    void endsByOneClickOfTheMailProgram() throws Exception {
        confirm(BO, "all");
        recognise("Raad Noord", north);
        nextWeek();
        var news = mail.receivedBy(BO).get(1);
        assertThat(news.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var address = news.getHeader("List-Unsubscribe", "").replaceAll("[<>]", "");
        var link = address.replaceFirst("https?://[^/]+", "");
        assertThat(link).matches(LINK);

        mvc.perform(get(link)).andExpect(status().isOk());
        mvc.perform(post(link)).andExpect(status().isBadRequest());
        mvc.perform(post(link).param("List-Unsubscribe", "Something")).andExpect(status().isBadRequest());
        assertThat(rows()).isOne();
        mvc.perform(post(link).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
        assertThat(rows()).isZero();
        assertThat(everywhere("bo@wijk.example")).isEqualTo("0 choices, 0 mails");
        mvc.perform(post(link).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
    }

    @Test
    void saysTheSameToWhoeverAsks() throws Exception {
        confirm(BO, "all");
        for (var address : new String[] {BO, "an@wijk.example", BO.toUpperCase(Locale.ROOT)}) {
            ask(address, "all").andExpect(redirectedUrl("/publiek/volgen/mail/gevraagd"));
        }
        send();
        assertThat(mail.receivedBy(BO)).as("known already").hasSize(1);
        assertThat(mail.receivedBy("an@wijk.example")).hasSize(1);
    }

    @Test
    void annoysNoStranger() throws Exception {
        for (var about : new String[] {"all", "area:" + north, "area:" + south, "council:" + recognise("R", north)}) {
            ask(BO, about).andExpect(redirectedUrl("/publiek/volgen/mail/gevraagd"));
            ask(BO, about).andExpect(redirectedUrl("/publiek/volgen/mail/gevraagd"));
        }
        send();
        assertThat(mail.receivedBy(BO)).hasSize(Followers.ASKED_A_DAY);
        mvc.perform(post("/publiek/volgen/mail")
                        .param("mail", "cy@wijk.example")
                        .param("about", "all")
                        .param("website", "http://spam.example"))
                .andExpect(redirectedUrl("/publiek/volgen/mail/gevraagd"));
        assertThat(everywhere("cy@wijk.example")).isEqualTo("0 choices, 0 mails");
    }

    @Test
    void forgetsWhoNeverConfirmed() throws Exception {
        ask(BO, "all");
        send();
        var link = link(mail.receivedBy(BO).get(0));
        clock.advance(Followers.OPEN.plusHours(1));
        followers.forgetWhoNeverConfirmed();

        assertThat(everywhere("bo@wijk.example")).isEqualTo("0 choices, 0 mails");
        mvc.perform(post(link + "/bevestigen"));
        assertThat(rows()).isZero();
    }

    @Test
    void takesOneGoodAddressAndNothingElse() throws Exception {
        for (var address : new String[] {
            "",
            "bo",
            "bo@wijk",
            "bo@wijk.example\r\nBcc: an@wijk.example",
            "bo@wijk.example, an@wijk.example",
            "Bo <bo@wijk.example>",
            "bo@wijk.example%0aBcc:an@wijk.example x",
            "a".repeat(300) + "@wijk.example"
        }) {
            ask(address, "all").andExpect(status().isUnprocessableEntity());
        }
        for (var about :
                new String[] {"", "area:x", "area:" + AreaId.create(), "council:" + CouncilId.create(), "domain:x'--"
                }) {
            ask(BO, about)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString(BO)));
        }
        assertThat(rows()).isZero();
    }

    @Test
    void tellsAGuesserNothingAndStopsHim() throws Exception {
        confirm(BO, "all");
        var mine = link(mail.receivedBy(BO).get(0));
        var bent = mine.substring(0, mine.length() - 2) + (mine.endsWith("AA") ? "BB" : "AA");
        for (var token : new String[] {bent, "/publiek/volgen/mail/" + "A".repeat(64), "/publiek/volgen/mail/x"}) {
            mvc.perform(get(token).with(from("192.0.2.9")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Deze link werkt niet")));
            mvc.perform(post(token).param("List-Unsubscribe", "One-Click").with(from("192.0.2.9")));
            mvc.perform(post(token + "/stoppen").with(from("192.0.2.9")));
        }
        assertThat(rows()).isOne();
        for (int at = 0; at < FollowMailPages.GUESSES; at++) {
            mvc.perform(get(bent).with(from("192.0.2.9")));
        }
        mvc.perform(get(mine).with(from("192.0.2.9"))).andExpect(status().isTooManyRequests());
    }

    @Test
    void speaksEnglishOnThePageAndDutchInMailsOfAFlemishCity() throws Exception {
        mvc.perform(get("/publiek/volgen/mail?lang=en"))
                .andExpect(content().string(containsString("The mails are in Dutch.")));
        mvc.perform(post("/publiek/volgen/mail?lang=en").param("mail", BO).param("about", "all"))
                .andExpect(redirectedUrl("/publiek/volgen/mail/gevraagd?lang=en"));
        send();
        assertThat(Mails.subject(mail.receivedBy(BO).get(0)))
                .isEqualTo("Bevestig dat u nieuws van Stad Hasselt wilt volgen");
        assertThat(Mails.text(mail.receivedBy(BO).get(0)))
                .contains("Beste lezer")
                .contains("Alles wat nieuw is");
    }

    @Test
    void makesNoSessionAndSetsNoCookie() throws Exception {
        var answer =
                mvc.perform(get("/publiek/volgen/mail?lang=en")).andReturn().getResponse();
        assertThat(answer.getHeaderNames()).doesNotContain("Set-Cookie");
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
