package org.samenspraak.admin;

import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;

class FailedStepPagesTest extends PostgresIT {

    private static final String RETRY = "/beheer/stappen/gone/opnieuw";

    @Test
    void saysThatNoStepFailed() throws Exception {
        mvc.perform(get("/beheer/stappen").with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Er is geen enkele stap mislukt.")));
    }

    @Test
    void letsOnlyAdministratorsTryAgain() throws Exception {
        mvc.perform(get("/beheer/stappen").with(role("finance"))).andExpect(status().isForbidden());
        mvc.perform(post(RETRY).with(role("participation-office")).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void refusesToTryAStepAgainThatIsGone() throws Exception {
        mvc.perform(post(RETRY).with(role("administrator")).with(csrf())).andExpect(status().isUnprocessableEntity());
    }
}
