package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.MailParts;
import org.samenspraak.testing.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;

class WithdrawalPagesTest extends CouncilCaseIT {

    @Autowired
    private Timeline timeline;

    @Autowired
    private Documents documents;

    @AfterEach
    void resetEngine() {
        engine.reset();
    }

    @Test
    void withdrawsTheApplicationByTheLinkOfAQuestion() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);
        mvc.perform(get(link)).andExpect(content().string(containsString(link + "/intrekken")));
        mvc.perform(get(link + "/intrekken"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Wijkraad Runkst")));
        assertThat(cases.get(caseId).status()).isEqualTo(CaseStatus.OPEN);

        mvc.perform(post(link + "/intrekken").param("reason", "Wij stoppen ermee."))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(cases.get(caseId).number())));

        assertThat(cases.get(caseId).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(timeline.page(caseId, null, 20))
                .filteredOn(entry -> entry.kind().equals("case.withdrawn"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.detail()).isEqualTo("Wij stoppen ermee.");
                    assertThat(entry.toString()).contains("An Peeters, voorzitter (Wijkraad Runkst)");
                });
        mvc.perform(post(link + "/intrekken").param("reason", "Nog eens."))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("Deze vraag is ingetrokken")));
    }

    @Test
    void filesMailsAndGivesTheSameReceipt() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);
        mvc.perform(get(link + "/intrekken/bewijs")).andExpect(status().isNotFound());

        mvc.perform(post(link + "/intrekken").param("reason", "Wij stoppen ermee."))
                .andExpect(content().string(containsString(link + "/intrekken/bewijs")));
        outbox.sendDue();

        var filed = documents.of(caseId).stream()
                .filter(row -> row.kind() == Documents.Kind.RECEIPT)
                .toList();
        assertThat(filed).hasSize(1);
        var bytes = new ByteArrayOutputStream();
        documents.write(filed.get(0).id(), bytes);
        PdfUa.isAccessible(bytes.toByteArray());
        try (var pdf = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Wijkraad Runkst", "An Peeters, voorzitter", "Wij stoppen ermee.")
                    .contains(cases.get(caseId).number(), "14 september 2026")
                    .doesNotContain("null", "??", "{");
        }
        assertThat(mvc.perform(get(link + "/intrekken/bewijs"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(bytes.toByteArray());
        mvc.perform(get(link)).andExpect(content().string(containsString(link + "/intrekken/bewijs")));
        mvc.perform(get(link)).andExpect(content().string(containsString("Uw raad trok de aanvraag zelf in")));
        var mails = mail.receivedBy(AN);
        var receipt = mails.get(mails.size() - 1);
        assertThat(receipt.getSubject()).contains(cases.get(caseId).number()).doesNotContain("Peeters");
        assertThat(MailParts.pdfs(receipt)).containsExactly(bytes.toByteArray());
        mvc.perform(get("/v/" + "A".repeat(64) + "/intrekken/bewijs")).andExpect(status().isNotFound());
    }

    @Test
    void withdrawsNothingWithoutAReason() throws Exception {
        askToSign();

        mvc.perform(post("/v/" + tokenOf(AN) + "/intrekken").param("reason", "  "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("reason-error")));

        assertThat(cases.get(caseId).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void withdrawsNothingByAGuessedLink() throws Exception {
        mvc.perform(post("/v/" + "A".repeat(64) + "/intrekken").param("reason", "Weg ermee."))
                .andExpect(status().isNotFound());
    }

    /** The city's intention to take a recognition away is not the council's to withdraw. */
    @Test
    void leavesWhatTheCityBegan() throws Exception {
        engine.set(clock.instant());
        var area = areas.add("Kuringen", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kuringen", area, OFFICE);
        memberships.replace(council, List.of(person("An Peeters", AN, Function.CHAIR)), today(), OFFICE);
        cases.open(new OpenCase(
                caseId, "recognition-withdrawal", "INT", "Wijkraad Kuringen", council, area, today(), false, OFFICE));
        processes.start("recognition-withdrawal", caseId, Map.of(), OFFICE);
        engine.runDue();
        var link = "/v/" + tokenOf(AN);

        mvc.perform(get(link + "/intrekken")).andExpect(status().isNotFound());
        mvc.perform(post(link + "/intrekken").param("reason", "Nee.")).andExpect(status().isNotFound());

        assertThat(cases.get(caseId).status()).isEqualTo(CaseStatus.OPEN);
    }
}
