package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

class DocumentPagesTest extends PostgresIT {

    private static final String PAGE = "/zaken/2026-REC-0001/documenten";

    @Autowired
    private Cases cases;

    @Autowired
    private Documents documents;

    private CaseId caseId = CaseId.create();

    @BeforeEach
    void openCase() {
        var office = Actor.resident("Bureau");
        caseId = cases.open(
                new OpenCase(caseId, "recognition", "REC", "a", null, null, LocalDate.of(2026, 9, 10), false, office));
    }

    @Test
    void takesAFileAndGivesItBackAsADownloadOnly() throws Exception {
        upload("Verslag é.pdf", "%PDF-1.7 inhoud", "participation-office")
                .andExpect(redirectedUrl("/zaken/2026-REC-0001"))
                .andExpect(flash().attribute("notice", "casefile.documents.added"));
        var id = documents.of(caseId).get(0).id();

        mvc.perform(get(PAGE + "/" + id).with(role("auditor")))
                .andExpect(status().isOk())
                .andExpect(content().string("%PDF-1.7 inhoud"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("Content-Disposition", containsString("Verslag%20%C3%A9.pdf")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
                .andExpect(header().string("Content-Type", "application/pdf"));
        mvc.perform(get(PAGE + "/" + id).with(role("administrator"))).andExpect(status().isForbidden());
    }

    @Test
    void opensAFormOnPaperForThoseWhoMaySeeAddressesOnly() throws Exception {
        upload("aanvraag.pdf", "%PDF-1.7 papier", "participation-office", "SCAN");
        var id = documents.of(caseId).get(0).id();

        mvc.perform(get(PAGE + "/" + id).with(role("college"))).andExpect(status().isForbidden());
        mvc.perform(get("/zaken/2026-REC-0001").with(role("college")))
                .andExpect(content().string(not(containsString(id.toString()))))
                .andExpect(content().string(containsString("Wie met deze raad werkt, opent ze.")));
        for (var role : List.of("participation-office", "participation-office", "auditor")) {
            mvc.perform(get(PAGE + "/" + id).with(role(role))).andExpect(status().isOk());
        }
        mvc.perform(get("/zaken/2026-REC-0001").with(role("auditor")))
                .andExpect(content().string(containsString(id.toString())));
    }

    @Test
    void showsNothingToWhoWorksOnNoCases() throws Exception {
        upload("lidkaart-an.pdf", "%PDF-1.7 inhoud", "participation-office");
        var id = documents.of(caseId).get(0).id();

        mvc.perform(get(PAGE + "/" + id).with(role("process-designer"))).andExpect(status().isForbidden());
        mvc.perform(get("/zaken/2026-REC-0001").with(role("process-designer")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(id.toString()))))
                .andExpect(content().string(containsString("Documenten opent alleen wie met de zaak werkt.")));
        mvc.perform(get(PAGE + "/" + id).with(role("college"))).andExpect(status().isOk());
    }

    @Test
    void tellsOnceWhoOpenedADocument() throws Exception {
        upload("verslag.pdf", "%PDF-1.7 inhoud", "participation-office");
        var id = documents.of(caseId).get(0).id();
        var me = person(PersonId.create(), "college");

        mvc.perform(get(PAGE + "/" + id).with(me));
        mvc.perform(get(PAGE + "/" + id).with(me));

        assertThat(jdbc.sql("select about from identity_audit where what = 'document-opened' and subject = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("2026-REC-0001");
    }

    @Test
    void saysWhyAFileIsRefused() throws Exception {
        upload("verslag.pdf", "<!DOCTYPE html><html></html>", "participation-office")
                .andExpect(redirectedUrl("/zaken/2026-REC-0001"))
                .andExpect(flash().attributeExists("refusal"));

        assertThat(documents.of(caseId)).isEmpty();
    }

    @Test
    void takesNothingFromWhoMayOnlyRead() throws Exception {
        upload("verslag.pdf", "%PDF-1.7", "auditor").andExpect(status().isForbidden());

        assertThat(documents.of(caseId)).isEmpty();
    }

    @Test
    void takesLettersAndDecisionsFromWhoSteersCasesOnly() throws Exception {
        for (var kind : List.of("LETTER", "DECISION")) {
            upload("besluit.pdf", "%PDF-1.7", "college", kind).andExpect(status().isForbidden());
        }
        mvc.perform(get("/zaken/2026-REC-0001").with(role("college")))
                .andExpect(content().string(containsString("value=\"SCAN\"")))
                .andExpect(content().string(not(containsString("value=\"DECISION\""))));
        assertThat(documents.of(caseId)).isEmpty();

        upload("besluit.pdf", "%PDF-1.7", "participation-office", "DECISION")
                .andExpect(flash().attribute("notice", "casefile.documents.added"));
    }

    @Test
    void takesNothingFromAnotherArea() throws Exception {
        upload("verslag.pdf", "%PDF-1.7", "area-manager@" + AreaId.create()).andExpect(status().isForbidden());

        assertThat(documents.of(caseId)).isEmpty();
    }

    @Test
    void takesNothingIntoAClosedCase() throws Exception {
        cases.stop(caseId, CaseStatus.STOPPED, "dubbel", Actor.SYSTEM);

        upload("verslag.pdf", "%PDF-1.7", "participation-office").andExpect(flash().attributeExists("refusal"));
        assertThat(documents.of(caseId)).isEmpty();
        mvc.perform(get("/zaken/2026-REC-0001").with(role("participation-office")))
                .andExpect(content().string(not(containsString("name=\"file\""))));
    }

    private ResultActions upload(String name, String content, String role) throws Exception {
        return upload(name, content, role, "ATTACHMENT");
    }

    private ResultActions upload(String name, String content, String role, String kind) throws Exception {
        var file = new MockMultipartFile("file", name, null, content.getBytes(StandardCharsets.US_ASCII));
        return mvc.perform(
                multipart(PAGE).file(file).param("kind", kind).with(role(role)).with(csrf()));
    }
}
