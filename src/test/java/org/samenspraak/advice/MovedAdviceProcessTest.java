package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** The wrong council was asked: its question goes to another one. */
class MovedAdviceProcessTest extends AdviceScenario {

    @Autowired
    private Documents documents;

    private CaseId request;
    private CaseId ofYouth;
    private CouncilId elders;

    @BeforeEach
    void askWithADocument() {
        request = drafted(Map.of());
        var plan = new ByteArrayInputStream("het plan".getBytes(StandardCharsets.UTF_8));
        documents.add(request, "plan.txt", Documents.Kind.ATTACHMENT, plan, CLERK);
        answer(request, "Task_ChooseCouncils", choice(Map.of(), culture));
        answer(request, "Task_CheckRequest", Map.of("checked", "send"));
        ofYouth = caseOf(request, youth);
        elders = council(CouncilKind.ADVIESRAAD, "Seniorenraad", areas.add("Genk", null, CLERK));
    }

    @Test
    void theOtherCouncilReadsTheQuestionAndItsDocumentAndTheCaseKeepsItsSubject() throws Exception {
        var before = link("chair@jeugdraad.example");
        mvc.perform(post("/zaken/" + view(ofYouth).number() + "/verplaatsen")
                        .param("council", elders.toString())
                        .param("reason", "Verkeerde raad")
                        .param("version", "" + view(ofYouth).version())
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(redirectedUrl("/zaken/" + view(ofYouth).number()));
        run();

        assertThat(view(ofYouth).title()).isEqualTo("Seniorenraad – Schoolomgeving Kuringen");
        var link = link("chair@seniorenraad.example");
        mvc.perform(get(link)).andExpect(status().isOk());
        var document = mvc.perform(get(link + "/document")).andReturn().getResponse();
        assertThat(document.getContentAsString()).isEqualTo("het plan");
        mvc.perform(get(before)).andExpect(status().isGone());
        mvc.perform(get(before + "/document")).andExpect(status().isNotFound());
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        assertThat(caseOf(request, elders)).isEqualTo(ofYouth);
    }

    @Test
    void councilsOfEveryKindAreOfferedInTheWordsOfAQuestion() throws Exception {
        var page = Jsoup.parse(mvc.perform(
                        get("/zaken/" + view(ofYouth).number() + "/verplaatsen").with(role("participation-office")))
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(page.select("#council option").eachText())
                .contains("Seniorenraad", "Wijkraad Kuringen")
                .doesNotContain("Jeugdraad");
        assertThat(page.select("main").text())
                .contains("Hoort deze zaak bij een andere raad dan Jeugdraad?", "met dezelfde laatste dag")
                .doesNotContain("De leden uit de aanvraag");
    }

    @Test
    void whatACouncilAnsweredOrSignsGoesToNobodyElse() {
        jdbc.sql("update regulation_parameter set value = 'both' where key = 'advice.signatures'")
                .update();
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        assertThat(open(ofYouth)).hasSize(1).allMatch(task -> task.startsWith("Task_Sign"));
        refused("advice.refusal.answered-already", ofYouth, elders);

        var ofNeighbours = caseOf(request, neighbourhood);
        answer(ofNeighbours, "Task_WriteAdvice", Map.of("answer", "none"));
        refused("advice.refusal.answered-already", ofNeighbours, elders);
        refused("advice.refusal.asked-already", caseOf(request, culture), youth);
    }

    private void refused(String key, CaseId caseId, CouncilId to) {
        var view = view(caseId);
        assertThatThrownBy(() -> cases.move(caseId, view.version(), to, view.area(), view.title(), "Verkeerd", CLERK))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.messageKey()).isEqualTo(key));
        assertThat(view(caseId).council()).isEqualTo(view.council());
    }
}
