package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.person;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Who designs and administers too lets somebody else publish a text of their own; who only administers writes and publishes. */
class LetterFourEyesPagesTest extends PostgresIT {

    private static final String NAME = "application-withdrawn";
    private static final String URL = "/beheer/brieven/" + NAME + "/nl";
    private static final PersonId WRITER = PersonId.create();
    private static final PersonId OTHER = PersonId.create();

    @Autowired
    private LetterTexts texts;

    @Test
    void isPublishedBySomebodyElseThanTheDesignerWhoWroteIt() throws Exception {
        publish(WRITER, "process-designer", "administrator")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Vraag een collega")))
                .andExpect(content().string(containsString("Dag {{council}}")));
        publish(WRITER, "process-designer", "administrator").andExpect(status().isUnprocessableEntity());
        assertThat(texts.of(NAME, "nl").published()).isZero();

        publish(OTHER, "process-designer", "administrator").andExpect(redirectedUrl(URL));
        assertThat(texts.of(NAME, "nl").published()).isEqualTo(1);
    }

    @Test
    void isWrittenAndPublishedAtOnceByWhoOnlyAdministers() throws Exception {
        publish(WRITER, "administrator").andExpect(redirectedUrl(URL));
        assertThat(texts.of(NAME, "nl").published()).isEqualTo(1);
    }

    private ResultActions publish(PersonId who, String... roles) throws Exception {
        var now = texts.edited(NAME, "nl");
        return mvc.perform(post(URL)
                .with(person(who, roles))
                .with(csrf())
                .param("title", "Titel")
                .param("body", "Dag {{council}}")
                .param("note", "Korter")
                .param("then", "publish")
                .param("draft", now.draft() + "")
                .param("published", now.published() + ""));
    }
}
