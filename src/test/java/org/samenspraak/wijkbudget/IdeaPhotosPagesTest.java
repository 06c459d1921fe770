package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.TypedForm;
import org.samenspraak.wijkbudget.Idea.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** The text and the photo of an idea are only for everybody when somebody read them as they are, and lets them. */
class IdeaPhotosPagesTest extends IdeaScenario {

    @Autowired
    private IdeaPhotos photos;

    @Autowired
    private CohortActs acts;

    /** What its reader has on the screen is not what is there now. */
    @Test
    void letsNobodyPublishATextThatChangedSinceItWasRead() throws Exception {
        var idea = idea("bank");
        confirm(PROPOSER);
        var read = task(idea, "Task_Moderate").id();
        edit(ideas.get(idea), 0, new Words("Bank", "Iets heel anders.", "Rust.", "Kerkplein"));
        run();

        mvc.perform(post("/taken/" + read).param("publish", "yes").with(csrf()).with(role("participation-office")))
                .andExpect(status().isConflict());
        assertThat(acts.publish(round, List.of(idea.value()), List.of(CohortActs.seen(idea.value(), 0)), CLERK)
                        .done())
                .isZero();
        assertThat(ideas.get(idea).published()).isNull();
        mvc.perform(get("/wijkbudget/" + view(round).number() + "/ideeen").with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Iets heel anders."),
                                containsString(CohortActs.seen(idea.value(), 1)))));
        assertThat(acts.publish(round, List.of(idea.value()), List.of(CohortActs.seen(idea.value(), 1)), CLERK)
                        .done())
                .isEqualTo(1);
    }

    @Test
    void areForEverybodyWhenSomebodyLooked() throws Exception {
        var idea = withPhoto();
        var number = view(idea).number();
        assertThat(photos.sent(idea)).hasSize(1);
        var task = task(idea, "Task_Moderate");
        assertThat(taskData.of(task, form(task), CLERK)).containsEntry("seenPhotos", "plein.jpg");
        assertThat(acts.publish(round, List.of(idea.value()), List.of(CohortActs.seen(idea.value(), 0)), CLERK)
                        .left())
                .as("nobody looked at the photo")
                .extracting(left -> left.why().messageKey())
                .containsExactly("wijkbudget.cohort.asks-more");

        answer(idea, "Task_Moderate", Map.of("publish", "yes", "publishPhotos", "yes"));

        assertThat(photos.shown(number)).isEqualTo(1);
        var page = "/publiek/wijkbudget/" + view(round).number() + "/ideeen/" + number;
        mvc.perform(get(page)).andExpect(content().string(containsString(page + "/foto/0")));
        mvc.perform(get(page + "/foto/0"))
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(header().doesNotExist("Set-Cookie"));
        mvc.perform(get(page + "/foto/1")).andExpect(status().isNotFound());
        jdbc.sql("update wijkbudget_proposal set published = null").update();
        mvc.perform(get(page + "/foto/0")).andExpect(status().isNotFound());
    }

    @Test
    void areNamedWhenTheyCanNotBeShown() throws Exception {
        var idea = withPhoto(Arrays.copyOf(PhotoTest.jpeg(40, 20, 6), 60));

        answer(idea, "Task_Moderate", Map.of("publish", "yes", "publishPhotos", "yes"));

        assertThat(photos.shown(view(idea).number())).isZero();
        mvc.perform(get("/zaken/" + view(idea).number() + "/tijdlijn").with(role("participation-office")))
                .andExpect(content().string(containsString("Niet op de site")));
    }

    @Test
    void stayInTheDossierWhenTheyAreNot() throws Exception {
        var idea = withPhoto();

        answer(idea, "Task_Moderate", Map.of("publish", "yes", "publishPhotos", "no"));

        assertThat(photos.shown(view(idea).number())).isZero();
        assertThat(photos.sent(idea)).hasSize(1);
    }

    /** Entered by the office, from paper. */
    private CaseId withPhoto() throws Exception {
        return withPhoto(PhotoTest.jpeg(40, 20, 6));
    }

    private CaseId withPhoto(byte[] photo) throws Exception {
        var answers = Map.<String, Object>of(
                "area",
                poort.toString(),
                "title",
                "Bank",
                "idea",
                "Een bank.",
                "place",
                "Kerkplein",
                "need",
                "Rust.",
                "contactName",
                "buurvrouw",
                "contactAddress",
                "Kerkplein 1",
                "oldEnough",
                "true",
                "coInitiators",
                List.of(
                        Map.of("name", "a", "address", "Straat 1"),
                        Map.of("name", "b", "address", "Straat 2"),
                        Map.of("name", "c", "address", "Straat 3")));
        mvc.perform(multipart("/start/wijkbudget-proposal")
                        .file(new MockMultipartFile("photo", "plein.jpg", "image/jpeg", photo))
                        .file(new MockMultipartFile(
                                "_paper.scan",
                                "idee.pdf",
                                "application/pdf",
                                "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)))
                        .params(TypedForm.of(answers))
                        .param("_paper.came", "true")
                        .param("_paper.received", today().toString())
                        .param("_page", "")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().is3xxRedirection());
        run();
        return ideas.in(round, Idea.State.IN).get(0);
    }
}
