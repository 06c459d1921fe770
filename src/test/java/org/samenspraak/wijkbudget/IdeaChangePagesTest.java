package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What a proposer changes of an idea while the call is open, besides its words. */
class IdeaChangePagesTest extends IdeaScenario {

    @Autowired
    private IdeaPhotos photos;

    @Test
    void changesItsCostAndItsPhotosDuringTheCall() throws Exception {
        var idea = received("bank");
        var own = address(PROPOSER);
        var photo = new MockMultipartFile("file", "plein.jpg", "image/jpeg", PhotoTest.jpeg(40, 20, 6));
        var text = new MockMultipartFile("file", "plan.txt", "text/plain", "plan".getBytes(StandardCharsets.US_ASCII));

        mvc.perform(changed(own, 0, "veel")).andExpect(status().isUnprocessableEntity());
        mvc.perform(changed(own, 0, "-5")).andExpect(status().isUnprocessableEntity());
        mvc.perform(changed(own, 0, "20").file(text)).andExpect(status().isUnprocessableEntity());
        assertThat(ideas.get(idea).published()).isTrue();
        mvc.perform(changed(own, 0, "1.250,50").file(photo)).andExpect(redirectedUrl(own));
        run();

        assertThat(ideas.get(idea).cents()).isEqualTo(125_050);
        assertThat(ideas.get(idea).published()).isNull();
        assertThat(open(idea)).containsExactly("Task_Moderate");
        outbox.sendDue();
        assertThat(mail.receivedBy("Kerkplein-2@wijk.example")).last().satisfies(one -> assertThat(Mails.text(one))
                .contains("De indiener wijzigde het idee “Bank”"));
        var task = task(idea, "Task_Moderate").id();
        for (var page : List.of("/zaken/" + view(idea).number(), "/taken/" + task)) {
            mvc.perform(get(page).with(role("participation-office")))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Wat de indiener wijzigde"),
                                    containsString("<del>Een bank voor de hele buurt.</del>"),
                                    containsString("<ins>Een bank.</ins>"),
                                    containsString("<ins>1.250,50 euro</ins>"))));
        }
        var sent = photos.sent(idea);
        assertThat(sent).extracting(Documents.Row::name).containsExactly("plein.jpg");
        mvc.perform(get(own))
                .andExpect(content().string(allOf(containsString("1.250,50 euro"), containsString("plein.jpg"))));
        mvc.perform(changed(own, 1, "1.250,50 euro")
                        .param("leftOut", sent.get(0).id().toString()))
                .andExpect(redirectedUrl(own));
        assertThat(photos.sent(idea)).isEmpty();
        assertThat(ideas.get(idea).cents()).isEqualTo(125_050);
        for (int i = 0; i < 3; i++) {
            mvc.perform(changed(own, 2 + i, "").file(photo)).andExpect(redirectedUrl(own));
        }
        mvc.perform(changed(own, 5, "").file(photo))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("hoogstens 3 foto’s")));
        assertThat(ideas.get(idea).cents()).isNull();
        assertThat(jdbc.sql("select cost_cents from wijkbudget_edit where case_id = ? order by id")
                        .param(idea.value())
                        .query((row, number) -> row.getObject(1))
                        .list())
                .startsWith(null, 125_050L);
    }

    @Test
    void saysAllThatIsWrongAndWhatAnotherTabWrote() throws Exception {
        var idea = received("bank");
        var own = address(PROPOSER);
        edit(ideas.get(idea), 0, new Idea.Words("Lange bank", "Een lange bank.", "Rust.", "Kerkplein"));

        mvc.perform(multipart(own + "/wijzigen").param("version", "1").param("cost", "veel"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("title-error"),
                                containsString("need-error"),
                                containsString("cost-error"),
                                not(containsString("Intussen staat er dit")))));
        mvc.perform(changed(own, 0, "20"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Intussen staat er dit"),
                                containsString("<dd class=\"kept-lines\">Een lange bank.</dd>"),
                                containsString(">Een bank.</textarea>"))));
    }

    private static MockMultipartHttpServletRequestBuilder changed(String own, int version, String cost) {
        var request = multipart(own + "/wijzigen");
        request.param("version", String.valueOf(version))
                .param("title", "Bank")
                .param("idea", "Een bank.")
                .param("need", "Rust.")
                .param("place", "Kerkplein")
                .param("cost", cost);
        return request;
    }

    @Test
    void saysToWhoReadsItThatItsProposerChangedTheTextMeanwhile() throws Exception {
        var idea = idea("bank");
        confirm(PROPOSER);
        var read = task(idea, "Task_Moderate").id();
        edit(ideas.get(idea), 0, new Idea.Words("Lange bank", "Een lange bank.", "Rust.", "Kerkplein"));
        run();
        var now = task(idea, "Task_Moderate").id();

        mvc.perform(post("/taken/" + read)
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("publish", "yes"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Idee gewijzigd door de indiener"), containsString("/taken/" + now))));
        assertThat(ideas.get(idea).published()).isNull();
        mvc.perform(get("/taken/" + now).with(role("participation-office")))
                .andExpect(
                        content().string(allOf(containsString("Een lange bank."), containsString("<del>bank</del>"))));
    }

    @Test
    void asksSomebodyElseInThePlaceOfWhoWasWronglyNamed() throws Exception {
        var idea = idea("bank");
        confirm(PROPOSER);
        confirm("Kerkplein-2@wijk.example");
        var own = address(PROPOSER);
        var sure = supporter(idea, "Kerkplein-2@wijk.example");
        var wrong = supporter(idea, "Kerkplein-3@wijk.example");
        var theirs = address("Kerkplein-3@wijk.example");
        mvc.perform(get(own))
                .andExpect(content()
                        .string(allOf(
                                containsString("Haal buur van Kerkplein 3 weg"),
                                not(containsString("Haal buur van Kerkplein 2 weg")))));

        mvc.perform(post(own + "/mede-indieners/" + sure + "/weg")).andExpect(status().isUnprocessableEntity());
        mvc.perform(post(own + "/mede-indieners/" + wrong + "/weg")).andExpect(redirectedUrl(own));
        mvc.perform(get(theirs)).andExpect(status().isNotFound());
        refusedAs(own, "An", "geen adres", "Kerkplein 3", "Dit e-mailadres klopt niet");
        refusedAs(own, "An", "KERKPLEIN-2@wijk.example", "Kerkplein 3", "Dit e-mailadres staat er al");
        refusedAs(own, "An", "an@wijk.example", "kerkplein, 2", "Op dit adres staat al iemand");
        refusedAs(own, "Búurvrouw\u200b", "an@wijk.example", "Kerkplein 3", "Deze naam staat al bij dit idee");
        refusedAs(own, "", "an@wijk.example", "Kerkplein 3", "Vul dit in");
        mvc.perform(asked(own, "An", "an@wijk.example", "Kerkplein 3")).andExpect(redirectedUrl(own));

        confirm("an@wijk.example");
        assertThat(supporters.of(idea)).filteredOn(Idea.Supporter::confirmed).hasSize(3);
        var neighbour = address("an@wijk.example");
        mvc.perform(asked(neighbour, "Bo", "bo@wijk.example", "Kerkplein 9")).andExpect(status().isNotFound());
        for (int i = 1; i < 10; i++) {
            mvc.perform(asked(own, "buur " + i, i + "@wijk.example", "Veldstraat " + i))
                    .andExpect(redirectedUrl(own));
        }
        refusedAs(own, "Bo", "bo@wijk.example", "Kerkplein 9", "U vroeg al 10 mensen");
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        mvc.perform(asked(own, "Bo", "bo@wijk.example", "Kerkplein 9"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("De oproep is voorbij")));
    }

    private UUID supporter(CaseId idea, String mail) {
        return supporters.of(idea).stream()
                .filter(one -> mail.equals(one.mail()))
                .findAny()
                .orElseThrow()
                .id();
    }

    private static MockHttpServletRequestBuilder asked(String own, String name, String mail, String address) {
        return post(own + "/mede-indieners")
                .param("name", name)
                .param("mail", mail)
                .param("address", address);
    }

    private void refusedAs(String own, String name, String mail, String address, String why) throws Exception {
        mvc.perform(asked(own, name, mail, address))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString(why), containsString(mail))));
    }

    @Test
    void tellsItsProposerWhyItIsNotForEverybody() throws Exception {
        var idea = idea("bank");
        confirm(PROPOSER);
        answer(idea, "Task_Moderate", Map.of("publish", "no", "moderateReason", "Er staat een naam in."));
        var own = address(PROPOSER);

        mvc.perform(get(own))
                .andExpect(content()
                        .string(allOf(
                                containsString("staat niet voor iedereen op de website"),
                                containsString("Er staat een naam in."),
                                containsString("U kunt het hieronder wijzigen"))));
        mvc.perform(get(address("Kerkplein-2@wijk.example")))
                .andExpect(content().string(not(containsString("Er staat een naam in."))));
        mvc.perform(changed(own, 0, "")).andExpect(redirectedUrl(own));
        mvc.perform(get(own)).andExpect(content().string(not(containsString("Er staat een naam in."))));
    }
}
