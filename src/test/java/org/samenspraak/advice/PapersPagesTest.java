package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PapersPagesTest extends OutScenario {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @Autowired
    private Papers papers;

    @Test
    void holdsAllAdviceAndEveryReplyAsAccessiblePdfAndAsTextDocument() throws Exception {
        var request = filled();

        make(request).andExpect(redirectedUrl("/zaken/" + number(request)));

        var pdf = bytes(papers.find(request, "pdf").orElseThrow());
        PdfUa.isAccessible(pdf);
        assertThat(text(pdf))
                .contains("Nota: adviezen en antwoorden", "Plein <b>& park</b>", "Wat vindt u van het plan?")
                .contains("Jeugdraad Seniorenraad".split(" "))
                .contains("14 september 2026 16 september 2026 20 september 2026 (te laat)".split(" "))
                .contains("Meer banken in de schaduw.", "Gevolgd", "In de nieuwe tekst: blz. 12")
                .contains("Doorgegeven aan Dienst groen, tegen 1 maart 2027", "Nog geen antwoord")
                .contains("Stemmen: 7 voor, 2 tegen, 1 onthoudingen.", "Wij willen geen banken.")
                .contains("Geen rechtsgeldig advies", "Dit advies kwam na de termijn.", "Voorzitter: An Claes")
                .contains("meer leden van de raad stemden tegen dit advies dan voor")
                .contains("Advies van Seniorenraad, Cultuurraad", "Cultuurraad sloot zich aan op 15 september 2026")
                .doesNotContain("null", "??", "{", "advice.");
        assertThat(paragraphs(bytes(papers.find(request, "docx").orElseThrow())))
                .contains("Heading1:Nota: adviezen en antwoorden", "Heading2:Advies van Jeugdraad")
                .contains("Heading3:Minderheidsstandpunt", ":Wij willen geen banken.", ":Meer banken in de schaduw.")
                .contains(":Stemmen: 7 voor, 2 tegen, 1 onthoudingen.", ":Nog geen antwoord");
    }

    @Test
    void repeatsTheNamesOfTheColumnsOnEachPageOfTheTextDocument() throws Exception {
        var request = filled();
        papers.make(request, OFFICE);

        var xml = xml(bytes(papers.find(request, "docx").orElseThrow()), "word/document.xml");

        assertThat(xml.getElementsByTagNameNS(WORD, "tblHeader").getLength()).isEqualTo(3);
        assertThat(xml.getElementsByTagNameNS(WORD, "tbl").getLength()).isEqualTo(4);
        var cells = xml.getElementsByTagNameNS(WORD, "tc");
        for (int at = 0; at < cells.getLength(); at++) {
            assertThat(((Element) cells.item(at))
                            .getElementsByTagNameNS(WORD, "p")
                            .getLength())
                    .isPositive();
        }
    }

    @Test
    void filesAnotherVersionWhenItIsMadeAgain() throws Exception {
        var request = filled();
        make(request);
        var first = papers.find(request, "pdf").orElseThrow();

        make(request).andExpect(flash().attribute("notice", "advice.paper.made"));

        var newest = documents.get(request, papers.find(request, "pdf").orElseThrow());
        assertThat(newest.id()).isNotEqualTo(first);
        assertThat(newest.version()).isEqualTo(2);
        assertThat(newest.name()).isEqualTo("Nota adviezen " + number(request) + ".pdf");
        assertThat(newest.isReadable()).isTrue();
        assertThat(documents
                        .get(request, papers.find(request, "docx").orElseThrow())
                        .mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        mvc.perform(get("/zaken/" + number(request)).with(role("participation-office")))
                .andExpect(content().string(containsString(newest.id().toString())));
    }

    @Test
    void isMadeByWhoWorksThereForACaseWithAdviceOnly() throws Exception {
        var request = filled();
        var address = "/zaken/" + number(request) + "/nota";
        mvc.perform(post(address).with(csrf()).with(role("auditor"))).andExpect(status().isForbidden());
        mvc.perform(post(address).with(csrf()).with(role("area-manager@" + UUID.randomUUID())))
                .andExpect(status().isForbidden());
        mvc.perform(post(address).with(csrf()).with(role("department-youth")))
                .andExpect(flash().attributeExists("refusal"));
        assertThat(papers.find(request, "pdf")).isEmpty();
        mvc.perform(post("/zaken/2026-XXX-0001/nota").with(csrf()).with(role("participation-office")))
                .andExpect(status().isNotFound());
        var other = CaseId.create();
        cases.open(new OpenCase(other, "recognition", "REC", "Erkenning", youth, area, ASKED, false, OFFICE));
        mvc.perform(post("/zaken/" + number(other) + "/nota").with(csrf()).with(role("participation-office")))
                .andExpect(flash().attributeExists("refusal"));
        assertThat(papers.find(request, "pdf")).isEmpty();
        for (var maker : List.of("department-mobility", "college")) {
            mvc.perform(post(address).with(csrf()).with(role(maker)))
                    .andExpect(flash().attribute("notice", "advice.paper.made"));
        }
    }

    @Test
    void staysSmallWithFourHundredPoints() throws Exception {
        var request = request("Groot plan", "mobility", "department-mobility");
        var advice = given(request, youth, "advice", ASKED.plusDays(3));
        for (int number = 1; number <= 400; number++) {
            point(
                    request,
                    advice,
                    number,
                    "Dit is punt " + number + ". ".repeat(1) + "Graag ".repeat(40),
                    Outcome.NOT,
                    "Te duur. ".repeat(20));
        }

        papers.make(request, OFFICE);

        var pdf = bytes(papers.find(request, "pdf").orElseThrow());
        var docx = bytes(papers.find(request, "docx").orElseThrow());
        assertThat(pdf.length).isLessThan(3_000_000);
        assertThat(docx.length).isLessThan(300_000);
        assertThat(text(pdf)).contains("Dit is punt 400.");
        PdfUa.isAccessible(pdf);
    }

    private CaseId filled() {
        var culture = newCouncil("Cultuurraad", "Bo Jans", "bo@cultuur.example");
        var request = request("Plein <b>& park</b>", "mobility", "department-mobility");
        var one = given(request, youth, "advice", LAST.minusDays(2));
        point(request, one, 1, "Meer banken in de schaduw.", Outcome.FOLLOWED, "");
        point(request, one, 2, "Snoei de bomen.\nElk jaar.", Outcome.PASSED_ON, "Het groen is van een andere dienst.");
        jdbc.sql("update advice_given set votes_for = 7, votes_against = 2, votes_abstained = 1, not_legal = true,"
                        + " minority = 'Wij willen geen banken.' where case_id = ?")
                .param(one.value())
                .update();
        var late = given(request, elders, "advice", LAST.plusDays(4));
        point(request, late, 1, "Denk aan de rollators.", null, "");
        jdbc.sql(
                        "update advice_given set votes_for = 1, votes_against = 5, joint_with = array[cast(? as uuid)] where case_id = ?")
                .params(culture.value(), late.value())
                .update();
        var joined = given(request, culture, "advice", LAST.minusDays(1));
        jdbc.sql("update advice_given set joint_with = array[cast(? as uuid)] where case_id = ?")
                .params(elders.value(), joined.value())
                .update();
        return request;
    }

    private org.springframework.test.web.servlet.ResultActions make(CaseId request) throws Exception {
        return mvc.perform(
                post("/zaken/" + number(request) + "/nota").with(csrf()).with(role("participation-office")));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    /** Style and text of each. */
    private static List<String> paragraphs(byte[] docx) throws Exception {
        var all = xml(docx, "word/document.xml").getElementsByTagNameNS(WORD, "p");
        var found = new ArrayList<String>();
        for (int at = 0; at < all.getLength(); at++) {
            var one = (Element) all.item(at);
            var style = one.getElementsByTagNameNS(WORD, "pStyle");
            found.add((style.getLength() == 0 ? "" : ((Element) style.item(0)).getAttributeNS(WORD, "val")) + ":"
                    + one.getTextContent());
        }
        return found;
    }

    private static Document xml(byte[] docx, String part) throws Exception {
        var parts = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(parts)
                .containsOnlyKeys(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "word/_rels/document.xml.rels",
                        "word/styles.xml",
                        "word/document.xml",
                        "docProps/core.xml");
        var read = new HashMap<String, Document>();
        for (Map.Entry<String, byte[]> one : parts.entrySet()) {
            var builder = DocumentBuilderFactory.newInstance();
            builder.setNamespaceAware(true);
            read.put(one.getKey(), builder.newDocumentBuilder().parse(new ByteArrayInputStream(one.getValue())));
        }
        return java.util.Objects.requireNonNull(read.get(part));
    }
}
