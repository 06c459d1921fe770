package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;

/** What a council is told: before it answers how it goes on, and afterwards what was decided and what was done with its advice. */
class ToldProcessTest extends AdviceScenario {

    private static final String SUMMARY = "Wij volgden de raden in het groen, niet in het parkeren.";

    @Autowired
    private Papers papers;

    @Autowired
    private Documents documents;

    @Autowired
    private Letters letters;

    @Test
    void saysBeforehandWhoDecidesWhenTheReplyComesAndWhatFollows() throws Exception {
        var request = sentOut();
        var address = Advisers.mail("Jeugdraad", Function.CHAIR);
        var link = link(address);

        assertThat(GreenMailUtil.getBody(mail.receivedBy(address).get(0)).replace("=\r\n", ""))
                .contains("Fase: ontwerp.", "Wij vragen het advies van uw raad.")
                .contains(
                        "ten laatste op 30 november 2026", "Daarna beslist het college van burgemeester en schepenen.")
                .contains("Na het besluit krijgt uw raad een brief");
        var told = allOf(
                containsString("Fase: ontwerp."),
                containsString("ten laatste op 30 november 2026"),
                containsString("Daarna beslist het college van burgemeester en schepenen."));
        mvc.perform(get(link)).andExpect(content().string(told));

        answer(caseOf(request, youth), "Task_WriteAdvice", advice("Zet een bank."));

        mvc.perform(get(link + "?bedankt"))
                .andExpect(content().string(allOf(told, containsString("U hoeft niets meer te doen"))));
    }

    @Test
    void theMailsToItsCouncilsAreFoundByTheNumberOfTheRequest() throws Exception {
        var number = view(sentOut()).number();

        for (var found : Map.of(number, true, "2026-ADV-9999", false).entrySet()) {
            var asked = containsString("Schoolomgeving Kuringen");
            mvc.perform(get("/beheer/berichten").param("number", found.getKey()).with(role("administrator")))
                    .andExpect(content().string(found.getValue() ? asked : not(asked)));
        }
    }

    @Test
    void tellsWhatTheDepartmentDidAsAWholeToTheOrganAndTheCouncils() throws Exception {
        var request = sentOut();
        var ofYouth = caseOf(request, youth);
        var link = link(Advisers.mail("Jeugdraad", Function.CHAIR));
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        goTo(lastDay(request).plusDays(1));
        reply(request, SUMMARY);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));

        papers.make(request, CLERK);
        assertThat(text(papers.find(request, "pdf").orElseThrow())).contains(SUMMARY);

        answer(request, "Task_DecideCollege", decision(today()));
        assertThat(text(letters.latest(ofYouth, "advice-feedback").orElseThrow()))
                .contains(SUMMARY, "Het plan is goedgekeurd.");
        mvc.perform(get(link))
                .andExpect(content()
                        .string(allOf(
                                containsString(SUMMARY),
                                containsString("Het plan is goedgekeurd."),
                                not(containsString("U hoeft niets meer te doen")))));
    }

    private String text(UUID document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        documents.write(document, bytes);
        try (var read = Loader.loadPDF(bytes.toByteArray())) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    /** Of a request whose council gave one point. */
    private void reply(CaseId request, String summary) {
        var noted = units.page(request, ReplyFilter.ALL, 400).rows().stream()
                .map(unit ->
                        new TypedReply(unit.key(), unit.mark(), "noted", "Wij houden er rekening mee.", "", "", ""))
                .toList();
        assertThat(replies.save(request, noted, CLERK).isWhole()).isTrue();
        answer(request, "Task_Reply", Map.of("summary", summary));
    }
}
