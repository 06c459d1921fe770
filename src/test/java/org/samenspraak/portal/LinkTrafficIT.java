package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.LinkRound;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.web.Throttle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who has a link fills no database and no mailbox with it. */
class LinkTrafficIT extends CouncilCaseIT {

    @Autowired
    private Throttle throttle;

    @Autowired
    private Prompts prompts;

    @Autowired
    private LinkRound links;

    @Test
    void keepsSoManyDraftsOfOneAddressInAnHour() throws Exception {
        askForView();
        var token = tokenOf(AN);
        for (int times = 0; times < LinkTraffic.SAVES; times++) {
            throttle.take("typed", "10.0.0.1", LinkTraffic.SAVES, Throttle.HOUR);
        }

        mvc.perform(post("/v/" + token + "/concept").param("view", "Te veel").with(from("10.0.0.1")))
                .andExpect(status().isTooManyRequests());
        mvc.perform(post("/v/" + token + "/concept").param("view", "Een ander").with(from("10.0.0.2")))
                .andExpect(status().isOk());
        clock.advance(Duration.ofHours(2));
        mvc.perform(post("/v/" + token + "/concept").param("view", "Later").with(from("10.0.0.1")))
                .andExpect(status().isOk());
    }

    @Test
    void keepsSoManyDraftsOfOneCouncilInAnHourFromWhereverTheyCome() throws Exception {
        askForView();
        var token = tokenOf(AN);
        for (int times = 0; times < LinkTraffic.SAVES * LinkTraffic.OF_COUNCIL; times++) {
            throttle.take("typed", council.toString(), LinkTraffic.SAVES * LinkTraffic.OF_COUNCIL, Throttle.HOUR);
        }

        mvc.perform(post("/v/" + token + "/concept").param("view", "Te veel").with(from("10.0.0.3")))
                .andExpect(status().isTooManyRequests());
    }

    /** The text stays, the file does not. */
    @Test
    void takesSoManyFormsWithFilesInAnHour() throws Exception {
        askForView();
        var token = tokenOf(AN);
        for (int times = 0; times < LinkTraffic.FILES; times++) {
            throttle.take("brought", "10.0.0.1", LinkTraffic.FILES, Throttle.HOUR);
        }

        mvc.perform(multipart("/v/" + token)
                        .file(new MockMultipartFile("attachment", "brief.txt", "text/plain", new byte[] {65}))
                        .param("view", "Wij vinden dit jammer")
                        .with(from("10.0.0.1")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("Wij vinden dit jammer")));
    }

    @Test
    void mailsOneReaderFewNewLinksAndTheOthersOfTheCouncilTheirs() throws Exception {
        askForView();
        var an = tokenOf(AN);
        var els = tokenOf(ELS);
        var before = mail.receivedBy(AN).size();

        for (int times = 0; times < 20; times++) {
            prompts.askAgain(an);
            mailAsked();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(mail.receivedBy(AN))
                .as("at the first, and after ten minutes no more than one")
                .hasSize(before + 1);
        assertThat(prompts.askAgain(els)).isTrue();
        mailAsked();
        assertThat(mail.receivedBy(ELS).get(mail.receivedBy(ELS).size() - 1).getSubject())
                .startsWith("Uw link: ");

        assertThat(prompts.open(an)).as("the link of the first mail").isInstanceOf(Opening.Open.class);
        clock.advance(Duration.ofMinutes(61));
        assertThat(prompts.askAgain(an)).isTrue();
        mailAsked();
        assertThat(mail.receivedBy(AN)).hasSize(before + 2);
    }

    @Test
    void fillsNoMailboxWithTheLinksOfManyQuestions() throws Exception {
        askForView();
        var token = tokenOf(AN);
        var before = mail.receivedBy(AN).size();
        for (int times = 0; times < LinkRound.OF_MAILBOX; times++) {
            throttle.take("again-mail", AN, LinkRound.OF_MAILBOX, Throttle.HOUR);
        }

        prompts.askAgain(token);
        mailAsked();
        assertThat(mail.receivedBy(AN)).hasSize(before);
        clock.advance(Duration.ofMinutes(61));
        prompts.askAgain(token);
        mailAsked();
        assertThat(mail.receivedBy(AN)).hasSize(before + 1);
    }

    /** A guess is counted too: the words tell nothing of what exists. */
    @Test
    void saysInPlainWordsThatALinkWasAskedOften() throws Exception {
        askForView();
        for (var token : List.of(tokenOf(AN), "A".repeat(64), "kort")) {
            for (int times = 0; times < 5; times++) {
                mvc.perform(post("/v/" + token + "/nieuwe-link")).andExpect(status().isOk());
            }
            mvc.perform(post("/v/" + token + "/nieuwe-link"))
                    .andExpect(status().isTooManyRequests())
                    .andExpect(content().string(Matchers.containsString("in het laatste uur al vaak gevraagd")));
        }
        for (int times = 0; times < PromptPages.ASKED; times++) {
            throttle.take("again", "10.0.0.9", PromptPages.ASKED, Links.WINDOW);
        }
        mvc.perform(post("/v/" + "B".repeat(64) + "/nieuwe-link").with(from("10.0.0.9")))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(Matchers.containsString("veel aanvragen van deze plek")));
    }

    @Test
    void doesTheSameInTheRequestForAGuess() throws Exception {
        askForView();
        var token = tokenOf(AN);
        var before = jdbc.sql("select count(*) from correspondence_message")
                .query(Long.class)
                .single();

        prompts.askAgain(token);
        prompts.askAgain("A".repeat(64));

        assertThat(jdbc.sql("select count(*) from correspondence_ask")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from correspondence_message")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        mailAsked();
        assertThat(jdbc.sql("select count(*) from correspondence_message")
                        .query(Long.class)
                        .single())
                .isEqualTo(before + 1);
    }

    /** A stranger behind the same network address tries links; who has one gets in. */
    @Test
    void opensARealLinkHoweverManyWereGuessedFromThere() throws Exception {
        askForView();
        var token = tokenOf(AN);
        for (int times = 0; times < Links.GUESSES; times++) {
            mvc.perform(get("/v/" + "A".repeat(64)).with(from("10.0.0.7"))).andExpect(status().isNotFound());
        }
        mvc.perform(get("/v/" + "A".repeat(64)).with(from("10.0.0.7"))).andExpect(status().isTooManyRequests());

        mvc.perform(get("/v/" + token).with(from("10.0.0.7"))).andExpect(status().isOk());
    }

    private void mailAsked() {
        links.mail();
        outbox.sendDue();
    }

    /** Who asks for a new link can't tell whether there is such a question, and a guess shows what a wrong proof shows. */
    @Test
    void showsTheSameToWhoGuesses() throws Exception {
        askForView();
        var token = tokenOf(AN);
        var wrongProof = token.substring(0, 40) + "A".repeat(24);
        var guess = "A".repeat(64);

        assertThat(asked(token)).isEqualTo(asked(guess)).isEqualTo(asked(wrongProof));
        assertThat(page(guess)).isEqualTo(page(wrongProof));
    }

    private String asked(String token) throws Exception {
        return body(mvc.perform(post("/v/" + token + "/nieuwe-link")), token);
    }

    private String page(String token) throws Exception {
        return body(mvc.perform(get("/v/" + token)).andExpect(status().isNotFound()), token);
    }

    private static String body(ResultActions done, String token) throws Exception {
        return done.andReturn().getResponse().getContentAsString().replace(token, "");
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
