package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;

/** An application to complete holds addresses of members: who only reads along doesn't see it. */
class SupplementPagesTest extends RecognitionScenario {

    private static final String CHAIR = "chair@voorbeeld.be";
    private static final String BOX = "raad@voorbeeld.be";
    private static final String MO = "mo@voorbeeld.be";

    @Autowired
    private Memberships memberships;

    @Autowired
    private MailChoices choices;

    private CaseId caseId = CaseId.create();

    @BeforeEach
    void askForMore() {
        caseId = apply();
        var council = council(caseId).id();
        memberships.add(
                council,
                new NewMember("Mo Aziz", MO, null, null, Set.of(), true, true, false, Sex.NOT_STATED),
                today(),
                CLERK);
        choices.choose(council, new MailChoice(Set.of(), BOX, false, Interest.NONE, Set.of(), 0), CLERK);
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "De raad werkt goed."));
        check(caseId, Map.of("complete", "false", "missing", "Het plan van het gebied."));
    }

    @Test
    void readersOfTheLinkSeeWhoSends() throws Exception {
        var chair = link(CHAIR);
        var box = link(BOX);
        mvc.perform(get(chair).param("alles", "")).andExpect(content().string(containsString(CHAIR)));

        var page = mvc.perform(get(box))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Dit formulier is voor wie verstuurt")))
                .andExpect(content().string(containsString(", voorzitter")))
                .andReturn();
        assertThat(page.getResponse().getContentAsString()).doesNotContain(CHAIR);
        mvc.perform(multipart(box).param("name", "Anders")).andExpect(status().isForbidden());
        mvc.perform(post(box + "/concept").param("name", "Anders"));
        mvc.perform(get(box + "/papier")).andExpect(status().isNotFound());
        mvc.perform(get(chair + "/papier")).andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from forms_draft")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void membersWhoSignedInSeeWhoSends() throws Exception {
        var url = "/raad/vragen/"
                + jdbc.sql("select id from process_task where array_to_string(groups, ' ') like 'council@%'")
                        .query(String.class)
                        .single();

        mvc.perform(get(url).with(SignedInAs.council(CHAIR))).andExpect(status().isOk());
        mvc.perform(get(url).with(SignedInAs.council(MO)))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Dit formulier is voor wie verstuurt")));
        mvc.perform(multipart(url)
                        .param("name", "Anders")
                        .with(SignedInAs.council(MO))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get(url + "/papier").with(SignedInAs.council(MO))).andExpect(status().isNotFound());
    }
}
