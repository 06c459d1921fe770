package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents.Scan;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.samenspraak.process.TrialModel;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.ResultActions;

/** A form with a file over HTTP in an office that has a scanner, which is there or not: an application of its own. */
@Tag("full")
class ScannedFormIT extends PostgresIT {

    private static final String FORM =
            """
            {"type": "default", "id": "trial-form", "properties": {"title": "Proef", "title_en": "Trial"}, "components": [
              {"type": "textfield", "id": "a", "key": "note", "label": "Opmerking", "properties": {"label_en": "Note"},
               "validate": {"required": true}},
              {"type": "filepicker", "id": "b", "key": "files", "label": "Bestanden", "multiple": true, "properties": {"label_en": "Files"}}
            ]}
            """;

    private static FakeClamd clamd = new FakeClamd();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Autowired
    private Cases cases;

    @Autowired
    private Processes processes;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Documents documents;

    @Autowired
    private Scanning scanning;

    private CaseId caseId = CaseId.create();
    private String task = "";

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry properties) {
        properties.add("samenspraak.casefile.scanner.host", () -> "127.0.0.1");
        properties.add("samenspraak.casefile.scanner.port", () -> clamd.port());
    }

    @BeforeEach
    void startACase() {
        TrialModel.deploy(context, FORM);
        var area = areas.add("Runkst", null, Actor.SYSTEM);
        var council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, Actor.SYSTEM);
        cases.open(new OpenCase(
                caseId, "recognition", "REC", "a", council, area, LocalDate.of(2026, 9, 10), false, Actor.SYSTEM));
        processes.start(TrialModel.KEY, caseId, Map.of(), Actor.SYSTEM);
        task = tasks.ofCase(caseId).get(0).id();
    }

    @AfterEach
    void back() {
        comeBack();
    }

    @AfterAll
    static void stop() {
        clamd.close();
    }

    @Test
    void cleanFileIsReadableAtOnceAndSavedNotShown() throws Exception {
        send("schoon").andExpect(redirectedUrl("/werk?view=groups"));

        assertThat(documents.of(caseId)).extracting(Documents.Row::scan).containsExactly(Scan.CLEAN);
        download()
                .andExpect(status().isOk())
                .andExpect(content().string("schoon"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void infectedFileIsRefusedAtItsFieldAndTheRestIsKept() throws Exception {
        var page = page(send("EICAR").andExpect(status().isUnprocessableEntity()));

        assertThat(page.expectFirst("#files-error").text()).startsWith("brief.txt: In dit bestand zat een virus");
        assertThat(page.select(".linelist [name=_drop]")).isEmpty();
        assertThat(page.expectFirst("#note").val()).isEqualTo("Een opmerking");
        assertThat(tasks.find(task)).isPresent();
        assertThat(documents.of(caseId)).isEmpty();
        assertThat(jdbc.sql("select count(*) from casefile_document_chunk")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void formIsSentWhileTheScannerIsDownAndItsFileIsReadableLater() throws Exception {
        clamd.close();

        send("schoon").andExpect(redirectedUrl("/werk?view=groups"));

        assertThat(tasks.find(task)).isEmpty();
        assertThat(dossier().text()).contains("wordt nagekeken op virussen");
        download().andExpect(status().is4xxClientError());
        scanning.scanWhatWaits();
        download().andExpect(status().is4xxClientError());

        comeBack();
        scanning.scanWhatWaits();
        download().andExpect(status().isOk()).andExpect(content().string("schoon"));
    }

    @Test
    void whatTurnsOutToBeInfectedLaterIsGoneFromTheDossier() throws Exception {
        clamd.close();
        send("EICAR").andExpect(redirectedUrl("/werk?view=groups"));

        comeBack();
        scanning.scanWhatWaits();

        download().andExpect(status().is4xxClientError());
        assertThat(dossier().text()).contains("brief.txt").doesNotContain("wordt nagekeken op virussen");
        assertThat(jdbc.sql("select count(*) from casefile_document_chunk")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatTurnsOutToBeInfectedBeforeSendingStopsTheForm() throws Exception {
        clamd.close();
        send("EICAR", "_update").andExpect(status().isFound());
        var waiting = page(mvc.perform(get("/taken/{task}", task).with(role("participation-office"))));
        assertThat(waiting.select(".linelist").text()).contains("brief.txt");
        assertThat(waiting.select(".linelist .chip")).hasSize(1);

        comeBack();
        scanning.scanWhatWaits();
        var page = page(mvc.perform(multipart("/taken/{task}", task)
                        .param("note", "Een opmerking")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isUnprocessableEntity()));

        assertThat(page.expectFirst("#files-error").text()).contains("virus", "brief.txt");
        assertThat(tasks.find(task)).isPresent();
    }

    private static void comeBack() {
        var port = clamd.port();
        clamd.close();
        clamd = new FakeClamd(port);
    }

    private ResultActions send(String content) throws Exception {
        return send(content, "_page");
    }

    private ResultActions send(String content, String button) throws Exception {
        var file =
                new MockMultipartFile("files", "brief.txt", "text/plain", content.getBytes(StandardCharsets.US_ASCII));
        return mvc.perform(multipart("/taken/{task}", task)
                .file(file)
                .param("note", "Een opmerking")
                .param(button, "11111111-1111-1111-1111-111111111111")
                .with(csrf())
                .with(role("participation-office")));
    }

    private ResultActions download() throws Exception {
        var id = documents.of(caseId).get(0).id();
        return mvc.perform(
                get("/zaken/{number}/documenten/{id}", cases.get(caseId).number(), id)
                        .with(role("participation-office")));
    }

    private Document dossier() throws Exception {
        return page(
                mvc.perform(get("/zaken/{number}", cases.get(caseId).number()).with(role("participation-office"))));
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }
}
