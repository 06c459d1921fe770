package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** Ways of counting beside each other, on the same ballots. */
class ComparePagesTest extends VoteScenario {

    @Test
    void comparesWaysOfCountingOnAFileWithoutKeepingIt() throws Exception {
        var file =
                """
                META
                key;value
                description;proef
                budget;100
                vote_type;approval
                rule;greedy
                PROJECTS
                project_id;cost;name
                1;60;Plein
                2;50;Bank
                VOTES
                voter_id;vote
                1;1
                2;1,2
                """;
        var url = "/wijkbudget/" + number + "/vergelijken";
        var sample = mvc.perform(get(url).with(role("auditor")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(sample).contains("Voorbeeld met twintig kiezers", "Waarom de manieren verschillen");
        assertThat(sample.substring(sample.indexOf("Waarom de manieren verschillen")))
                .as("what the count says by each way")
                .contains("Gelijke delen, één keer verdeeld", "1 Speelplein krijgt 50.000,00 euro");

        mvc.perform(multipart(url)
                        .file(new MockMultipartFile(
                                "file", "proef.pb", "text/plain", file.getBytes(StandardCharsets.UTF_8)))
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("1 Plein"),
                                containsString("van 100,00 euro"),
                                containsString("Hier kiezen alle manieren dezelfde projecten."))));
        mvc.perform(multipart(url)
                        .file(new MockMultipartFile("file", "x.pb", "text/plain", new byte[] {1, 2}))
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        assertThat(counts.isCounted(round)).isFalse();
    }

    @Test
    void saysWhatATieDecidedAndWhatTheFileClaims() throws Exception {
        var file =
                """
                META
                key;value
                budget;100
                vote_type;approval
                rule;greedy
                PROJECTS
                project_id;cost;name;selected
                1;60;Plein;0
                2;60;Bank;1
                VOTES
                voter_id;vote
                1;1
                2;2
                3;
                """;
        var page = mvc.perform(multipart("/wijkbudget/" + number + "/vergelijken")
                        .file(new MockMultipartFile(
                                "file", "gelijk.pb", "text/plain", file.getBytes(StandardCharsets.UTF_8)))
                        .with(role("participation-office"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page.substring(page.indexOf("gelijk.pb")))
                .contains(
                        "1 van 2", // projects
                        "1 van 3", // voters with one of theirs
                        "De 2 projecten waarbij alle manieren hetzelfde kiezen",
                        "(gelijke stand)",
                        "Het laagste nummer gaat voor.",
                        "Deze telling kiest, en het bestand niet (1): 1.",
                        "Het bestand kiest, en deze telling niet (1): 2.");
    }
}
