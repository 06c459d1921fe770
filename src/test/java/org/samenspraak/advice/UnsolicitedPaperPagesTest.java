package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** Advice that a council brings on paper and nobody asked for: an official enters it. */
class UnsolicitedPaperPagesTest extends AdviceScenario {

    private static final byte[] SCAN = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private Documents documents;

    @Test
    void offersEveryCouncilThatMayAdviseAlsoThoseEnteredWithoutATrajectory() throws Exception {
        var registered = council(CouncilKind.DORPSRAAD, "Dorpsraad Stokrooie", kuringen);
        standing(registered, "REGISTERED");
        var ended = council(CouncilKind.WIJKRAAD, "Wijkraad Spoorloos", kuringen);
        standing(ended, "WITHDRAWN");

        var page = page(mvc.perform(get("/start/unsolicited-advice").with(role("participation-office"))));

        assertThat(page.select("select[name=council] option[value~=.]").eachAttr("value"))
                .containsExactlyInAnyOrder(
                        youth.toString(), neighbourhood.toString(), culture.toString(), registered.toString());
        enter(ended, "2026-08-31").andExpect(status().isUnprocessableEntity());
        assertThat(cases()).isEmpty();
    }

    @Test
    void keepsItForTheCouncilWithTheDayAndTheScan() throws Exception {
        enter(culture, "2026-08-31").andExpect(status().is3xxRedirection());

        var opened = cases.byNumber(cases().get(0)).orElseThrow();
        assertThat(opened.council()).isEqualTo(culture);
        assertThat(opened.received()).isEqualTo("2026-08-31");
        assertThat(opened.onPaper()).isTrue();
        assertThat(value(opened.id(), "votes_for")).isEqualTo("7");
        assertThat(value(opened.id(), "chair")).isEqualTo("Voorzitter Jeugdraad");
        assertThat(documents.of(opened.id()))
                .filteredOn(document -> document.kind() == Documents.Kind.SCAN)
                .hasSize(1);
        run();
        assertThat(open(opened.id())).containsExactly("Task_AssignAdvice");
    }

    @Test
    void refusesAPaperWithoutItsDayOrItsCouncilAndKeepsWhatWasTyped() throws Exception {
        var refused = page(enter(culture, "").andExpect(status().isUnprocessableEntity()));

        assertThat(refused.select("select[name=council] option[selected]").attr("value"))
                .isEqualTo(culture.toString());
        assertThat(refused.select("textarea").eachText()).contains("Zet een bank.");
        assertThat(cases()).isEmpty();
    }

    private void standing(CouncilId council, String standing) {
        jdbc.sql("update council_council set standing = ? where id = ?")
                .params(standing, council.value())
                .update();
    }

    private ResultActions enter(CouncilId council, String received) throws Exception {
        var answers = new HashMap<>(advice("Zet een bank."));
        answers.remove("answer");
        answers.put("chair", "named");
        answers.put("secretary", "named");
        answers.put("council", council.toString());
        answers.put("subject", "Banken in het park");
        return mvc.perform(multipart("/start/unsolicited-advice")
                .file(new MockMultipartFile("_paper.scan", "advies.pdf", "application/pdf", SCAN))
                .params(TypedForm.of(answers))
                .param("_paper.came", "true")
                .param("_paper.received", received)
                .param("_page", UUID.randomUUID().toString())
                .with(csrf())
                .with(role("participation-office")));
    }

    private List<String> cases() {
        return jdbc.sql("select number from casefile_case").query(String.class).list();
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }
}
