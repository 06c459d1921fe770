package org.samenspraak.portal;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;

class ApplicationPagesTest extends PostgresIT {

    @Test
    void showsThePublicFormToAnybody() throws Exception {
        mvc.perform(get("/aanvraag/recognition"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Naam van de raad")));
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() throws Exception {
        mvc.perform(multipart("/aanvraag/recognition").param("name", "Wijkraad Kuringen"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Wijkraad Kuringen")));
    }

    @Test
    void knowsOnlyTrajectoriesThatAreOpenToThePublic() throws Exception {
        mvc.perform(get("/aanvraag/recognition-withdrawal")).andExpect(status().isNotFound());
        mvc.perform(get("/aanvraag/nothing")).andExpect(status().isNotFound());
    }

    @Test
    void showsTheNumberOfAReceivedApplicationAndNothingElse() throws Exception {
        mvc.perform(get("/aanvraag/recognition/ontvangen").param("nummer", "2026-REC-0012"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2026-REC-0012")));
        mvc.perform(get("/aanvraag/recognition/ontvangen").param("nummer", "<b>"))
                .andExpect(status().isNotFound());
    }
}
