package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
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
    void mailsACouncilTenNewLinksInAnHourAtMost() throws Exception {
        askForView();
        var token = tokenOf(AN);
        var before = mail.receivedBy(AN).size();

        for (int times = 0; times < 12; times++) {
            prompts.askAgain(token);
            clock.advance(Duration.ofMinutes(4));
            outbox.sendDue();
        }
        assertThat(mail.receivedBy(AN).size() - before).isBetween(4, 5);
        for (int times = 0; times < 12; times++) {
            throttle.take("again", council.toString(), 10, Throttle.HOUR);
        }
        clock.advance(Duration.ofMinutes(11));
        var now = mail.receivedBy(AN).size();
        prompts.askAgain(token);
        outbox.sendDue();
        assertThat(mail.receivedBy(AN)).hasSize(now);
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
