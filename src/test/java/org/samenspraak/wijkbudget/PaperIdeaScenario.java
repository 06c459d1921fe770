package org.samenspraak.wijkbudget;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;
import org.samenspraak.identity.AreaLimit;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** Who has no e-mail address hands an idea in on paper. */
abstract class PaperIdeaScenario extends IdeaScenario {

    @Autowired
    Documents documents;

    @Autowired
    BudgetWords words;

    List<IdeaLetters.Waiting> waiting() {
        return letters.waiting(new AreaLimit(false, Set.of(poort)), null, 20);
    }

    /** From somebody without an e-mail address, with two signatures of three. */
    CaseId onPaper() throws Exception {
        enter(today(), true).andExpect(status().is3xxRedirection());
        run();
        return ideas.open(round).get(0);
    }

    ResultActions enter(@Nullable LocalDate received, boolean scan) throws Exception {
        return enter(received, "formulier.jpg", scan ? PhotoTest.jpeg(40, 20, 1) : new byte[0]);
    }

    ResultActions enter(@Nullable LocalDate received, String name, byte[] scan) throws Exception {
        var request = multipart("/start/wijkbudget-proposal");
        if (scan.length > 0) {
            request.file(new MockMultipartFile("_paper.scan", name, null, scan));
        }
        var behind = IntStream.range(0, 3)
                .<Map<String, Object>>mapToObj(
                        i -> Map.of("name", "buur " + i, "address", "Straat " + i, "signed", i < 2 ? "true" : ""))
                .toList();
        request.params(TypedForm.of(Map.of(
                "area",
                poort.toString(),
                "title",
                "Bank",
                "idea",
                "Een bank voor de buurt.",
                "place",
                "Kerkplein",
                "need",
                "Niemand kan er zitten.",
                "contactName",
                "Rosa Maes",
                "contactAddress",
                "Kerkplein 1",
                "oldEnough",
                "true",
                "coInitiators",
                behind)));
        if (received != null) {
            request.param("_paper.came", "true").param("_paper.received", received.toString());
        }
        request.param("_page", "");
        return mvc.perform(request.with(role("participation-office")).with(csrf()));
    }

    static void refused(ResultActions sent, String why) throws Exception {
        sent.andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString(why), containsString("Rosa Maes"))));
    }

    byte[] pdf(UUID document) {
        var bytes = new ByteArrayOutputStream();
        documents.write(document, bytes);
        return bytes.toByteArray();
    }

    static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
