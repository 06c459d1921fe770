package org.samenspraak.grant;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.identity.SignedInAs;

/** Adding councils to a round that runs. */
class RoundChoicePagesTest extends TalkScenario {

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000"})
    void aCouncilThatIsGoneIsAnsweredOnThePage(String council) throws Exception {
        var round = "/rondes/" + cases.get(round(Map.of("whom", "chosen"))).number() + "/raden";
        mvc.perform(post(round)
                        .param("council", council)
                        .with(SignedInAs.role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Een van deze raden staat niet meer in het register")))
                .andExpect(content().string(containsString("dan gaan hun mails meteen weg")))
                .andExpect(content().string(containsString("Volgens het reglement gaan de uitnodigingen uit op")));
    }
}
