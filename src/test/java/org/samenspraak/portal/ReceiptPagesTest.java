package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Documents.Kind;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.PaperForms;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.MailParts;
import org.samenspraak.testing.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** What a council has in hand after it answered: by its link, on paper or by phone. */
class ReceiptPagesTest extends CouncilCaseIT {

    private static final byte[] SCAN = "%PDF-1.4 antwoord".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private Documents documents;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Tasks tasks;

    @Test
    void saysOnScreenWhatWasSentByWhomAndWhatComesNext() throws Exception {
        askForView();
        var an = "/v/" + tokenOf(AN);
        var els = "/v/" + tokenOf(ELS);
        answer(an);

        for (var link : List.of(an, els)) {
            mvc.perform(get(link))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("An Peeters, voorzitter"),
                                    containsString("14 september 2026"),
                                    containsString("Dossier " + number()),
                                    containsString("Wij blijven graag erkend."),
                                    containsString("Wat gebeurt er nu?"),
                                    containsString("Bewaar het bewijs (pdf)"))));
        }
    }

    @Test
    void mailsFilesAndGivesTheSameReceipt() throws Exception {
        askForView();
        var an = "/v/" + tokenOf(AN);
        answer(an);
        outbox.sendDue();

        var filed = bytes(receipt());
        PdfUa.isAccessible(filed);
        assertThat(text(filed))
                .contains("Voor Wijkraad Runkst", "Antwoord van An Peeters, voorzitter", number())
                .contains("14 september 2026", "Wat vindt uw raad? Wij blijven graag erkend.")
                .doesNotContain("null", "??", "{");
        assertThat(behind(an + "/bewijs")).isEqualTo(filed);
        for (var address : List.of(AN, ELS)) {
            assertThat(MailParts.pdfs(last(address))).containsExactly(filed);
        }
    }

    @Test
    void givesNoReceiptBeforeTheAnswerOrToAnybodyElse() throws Exception {
        askForView();

        mvc.perform(get("/v/" + tokenOf(AN) + "/bewijs")).andExpect(status().isNotFound());
        mvc.perform(get("/v/" + "A".repeat(64) + "/bewijs")).andExpect(status().isNotFound());
        mvc.perform(get("/v/" + "A".repeat(64) + "/papier")).andExpect(status().isNotFound());
    }

    @Test
    void printsTheQuestionToFillInByHand() throws Exception {
        askForView();
        var task = task();
        var paper = behind("/v/" + tokenOf(AN) + "/papier");

        PdfUa.isAccessible(paper);
        assertThat(text(paper))
                .contains(
                        "Wijkraad Runkst",
                        number(),
                        PaperForms.code(task),
                        "Wat vindt uw raad? (verplicht)",
                        "Handtekening");
        var office = mvc.perform(get("/taken/{task}/papier", task.id()).with(role("participation-office")))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn();
        assertThat(text(office.getResponse().getContentAsByteArray())).contains(PaperForms.code(task));
        mvc.perform(get("/taken/{task}", task.id()).with(role("participation-office")))
                .andExpect(content().string(containsString("code " + PaperForms.code(task))));
        mvc.perform(get("/taken/{task}/papier", task.id()).with(role("finance")))
                .andExpect(status().isForbidden());
    }

    @Test
    void marksAnAnswerOnPaperEverywhere() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);
        enter("paper", true).andExpect(redirectedUrl("/zaken/" + number()));
        outbox.sendDue();

        assertThat(text(bytes(receipt()))).contains("Op papier, binnengekomen op 14 september 2026. Ingevoerd door");
        assertThat(timeline.page(caseId, null, 50))
                .filteredOn(entry -> entry.kind().equals("form.sent-paper"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.args())
                        .containsEntry("from", "An Peeters, voorzitter")
                        .containsEntry("on", "2026-09-14"));
        mvc.perform(get(link))
                .andExpect(content()
                        .string(allOf(
                                containsString("Het antwoord kwam op papier binnen"),
                                containsString("Wij blijven graag erkend."))));
        assertThat(MailParts.text(last(ELS))).contains("op papier", "An Peeters, voorzitter", "ingevoerd");
        assertThat(MailParts.pdfs(last(ELS))).containsExactly(bytes(receipt()));
        assertThat(documents.of(caseId))
                .filteredOn(it -> it.kind() == Kind.SCAN)
                .hasSize(1);
        mvc.perform(get("/zaken/{number}", number()).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Antwoord op papier ingevoerd"),
                                containsString("Ontvangstbewijs"),
                                containsString("op papier</span>"))));
    }

    @Test
    void marksAnAnswerByPhoneAndKeepsWhatWasSaid() throws Exception {
        askForView();
        enter("phone", false).andExpect(status().isUnprocessableEntity());
        enter("phone", false, "Zij belde na de vergadering.").andExpect(redirectedUrl("/zaken/" + number()));
        outbox.sendDue();

        assertThat(text(bytes(receipt()))).contains("Aan de telefoon, op 14 september 2026");
        assertThat(timeline.page(caseId, null, 50))
                .filteredOn(entry -> entry.kind().equals("form.sent-phone"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("Zij belde na de vergadering."));
        assertThat(MailParts.text(last(AN))).contains("aan de telefoon", "ingevoerd");
        var sent = jdbc.sql("select id from forms_submission where came_by = 'PHONE'")
                .query(String.class)
                .single();
        mvc.perform(get("/zaken/{number}/formulieren/{id}", number(), sent).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("aan de telefoon"),
                                containsString("Aan de telefoon gezegd door An Peeters, voorzitter"),
                                containsString("Zij belde na de vergadering."),
                                not(containsString("op papier</span>")))));
    }

    @Test
    void takesNothingFromPaperWithoutItsScan() throws Exception {
        askForView();

        enter("paper", false)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#_paper.scan\"")));
    }

    @Test
    void takesNoAnswerOnPaperFromBeforeTheQuestionOrFromTomorrow() throws Exception {
        askForView();
        enter("paper", true, "", "2026-09-13")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("te vroeg. Kies 14 september 2026 of een latere dag")));
        enter("paper", true, "", "2026-09-15").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void leavesANoteWhenNobodyCanBeMailed() throws Exception {
        askForView();
        memberships.replace(council, List.of(person("Jan Raes", "", Function.CHAIR)), today(), OFFICE);
        enter("paper", true).andExpect(redirectedUrl("/zaken/" + number()));

        assertThat(timeline.page(caseId, null, 50))
                .extracting(Timeline.Entry::kind)
                .contains("correspondence.receipt-unsent");
        assertThat(receipt()).isNotNull();
    }

    private void answer(String link) throws Exception {
        mvc.perform(multipart(link)
                        .param("view", "Wij blijven graag erkend.")
                        .param("_name", "An Peeters")
                        .param("_function", "voorzitter"))
                .andExpect(redirectedUrl(link + "?bedankt"));
        engine.runDue();
    }

    private ResultActions enter(String channel, boolean scanned) throws Exception {
        return enter(channel, scanned, "");
    }

    private ResultActions enter(String channel, boolean scanned, String note) throws Exception {
        return enter(channel, scanned, note, "2026-09-14");
    }

    private ResultActions enter(String channel, boolean scanned, String note, String on) throws Exception {
        var sent = multipart("/taken/{task}", task().id());
        if (scanned) {
            sent.file(new MockMultipartFile("_paper.scan", "antwoord.pdf", "application/pdf", SCAN));
        }
        return mvc.perform(sent.param("view", "Wij blijven graag erkend.")
                .param("_paper.channel", channel)
                .param("_paper.from", "An Peeters, voorzitter")
                .param("_paper.on", on)
                .param("_paper.note", note)
                .with(csrf())
                .with(role("participation-office")));
    }

    private OpenTask task() {
        return tasks.ofCase(caseId).get(0);
    }

    private String number() {
        return cases.get(caseId).number();
    }

    private Documents.Row receipt() {
        return documents.of(caseId).stream()
                .filter(it -> it.kind() == Kind.RECEIPT)
                .findFirst()
                .orElseThrow();
    }

    private byte[] bytes(Documents.Row document) {
        var bytes = new ByteArrayOutputStream();
        documents.write(document.id(), bytes);
        return bytes.toByteArray();
    }

    private byte[] behind(String url) throws Exception {
        return mvc.perform(get(url))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    /** The last receipt. */
    private MimeMessage last(String address) throws MessagingException {
        var receipts = new ArrayList<MimeMessage>();
        for (var received : mail.receivedBy(address)) {
            if (received.getSubject().startsWith("Ontvangen: ")) {
                receipts.add(received);
            }
        }
        return receipts.get(receipts.size() - 1);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        }
    }
}
