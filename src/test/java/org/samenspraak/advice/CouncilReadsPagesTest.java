package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What an asked council reads and says behind its link and at its own place: the question's documents, and what came of it. */
class CouncilReadsPagesTest extends AdviceScenario {

    private static final String YOUTH = "chair@jeugdraad.example";
    private static final String CULTURE = "chair@cultuurraad.example";

    @Autowired
    private Documents documents;

    @Autowired
    private Letters letters;

    @Test
    void saysSignedInThatItGotTheQuestionAndLosesNothing() throws Exception {
        var ofYouth = caseOf(sentOut(), youth);
        var question = question(ofYouth);
        mvc.perform(get(question).with(SignedInAs.council(YOUTH)))
                .andExpect(content().string(containsString("Wij kregen deze vraag")));

        var press = post(question + "/ontvangen")
                .param("_council", youth.toString())
                .param("_shown", "answer")
                .param("answer", "advice");
        mvc.perform(press.with(SignedInAs.council(CULTURE)).with(csrf()));
        assertThat(value(ofYouth, "acknowledged_at")).isEmpty();
        mvc.perform(post(question + "/ontvangen")
                        .param("_council", youth.toString())
                        .param("_shown", "answer")
                        .param("answer", "advice")
                        .with(SignedInAs.council(YOUTH))
                        .with(csrf()))
                .andExpect(redirectedUrl(question));

        assertThat(value(ofYouth, "acknowledged_at")).isNotEmpty();
        mvc.perform(get(question).with(SignedInAs.council(YOUTH)))
                .andExpect(content().string(not(containsString("Wij kregen deze vraag"))))
                .andExpect(content().string(containsString("value=\"advice\" checked")));
    }

    @Test
    void readsTheDocumentsOfTheQuestion() throws Exception {
        var request = drafted(Map.of());
        attach(request, "plan.txt");
        send(request);
        var ofYouth = caseOf(request, youth);

        reads(get(link(YOUTH) + "/document"));
        reads(get(question(ofYouth) + "/document").with(SignedInAs.council(YOUTH)));
        var copy = letters.of(ofYouth, youth).iterator().next();
        mvc.perform(get(dossier(ofYouth)).with(SignedInAs.council(YOUTH)))
                .andExpect(content().string(containsString("plan.txt")));
        mvc.perform(get("/raad/dossier").with(SignedInAs.council(YOUTH)))
                .andExpect(content().string(containsString(">Schoolomgeving Kuringen</span>")));
        reads(get(dossier(ofYouth) + "/documenten/" + copy).with(SignedInAs.council(YOUTH)));
        mvc.perform(get(dossier(ofYouth) + "/documenten/" + copy).with(SignedInAs.council(CULTURE)))
                .andExpect(status().isNotFound());
        mvc.perform(get(question(ofYouth) + "/document").with(SignedInAs.council(CULTURE)))
                .andExpect(status().isNotFound());
    }

    @Test
    void readsWhatWasDoneWithItsAdviceBehindTheLinkAndAtItsPlace() throws Exception {
        var request = sentOut();
        var ofYouth = caseOf(request, youth);
        var link = link(YOUTH);
        answer(ofYouth, "Task_WriteAdvice", advice("Maak de straat smaller."));
        mvc.perform(get(link)).andExpect(content().string(not(containsString("Wat er met uw advies gebeurd is"))));
        wait(31);
        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        answer(request, "Task_DecideCollege", decision(today()));
        run();

        mvc.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Wat er met uw advies gebeurd is")))
                .andExpect(content().string(containsString("Wij houden er rekening mee.")));
        mvc.perform(get("/raad/dossier").with(SignedInAs.council(YOUTH)))
                .andExpect(content().string(containsString("Schoolomgeving Kuringen")));
        var letter = letters.latest(ofYouth, "advice-feedback").orElseThrow();
        var there = dossier(ofYouth) + "/documenten/" + letter;
        mvc.perform(get(dossier(ofYouth)).with(SignedInAs.council(YOUTH)))
                .andExpect(content().string(containsString(there)))
                .andExpect(content().string(containsString("Wij houden er rekening mee.")));
        mvc.perform(get(there).with(SignedInAs.council(YOUTH)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        mvc.perform(get(there).with(SignedInAs.council(CULTURE))).andExpect(status().isNotFound());
    }

    private void attach(CaseId request, String name) {
        var content = new ByteArrayInputStream("het plan".getBytes(StandardCharsets.UTF_8));
        documents.add(request, name, Documents.Kind.ATTACHMENT, content, CLERK);
    }

    private void send(CaseId request) {
        answer(request, "Task_ChooseCouncils", choice(Map.of(), culture));
        answer(request, "Task_CheckRequest", Map.of("checked", "send"));
    }

    private void reads(MockHttpServletRequestBuilder request) throws Exception {
        mvc.perform(request).andExpect(status().isOk()).andExpect(content().string("het plan"));
    }

    private String question(CaseId caseId) {
        return "/raad/vragen/" + task(caseId, "Task_WriteAdvice").id();
    }

    private String dossier(CaseId caseId) {
        return "/raad/dossier/" + view(caseId).number();
    }
}
