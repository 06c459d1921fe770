package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** A document has versions, and readers. */
class DocumentVersionsPagesTest extends PostgresIT {

    private static final String PAGE = "/zaken/2026-REC-0001/documenten";
    private static final String OFFICE = "participation-office";

    @Autowired
    private Cases cases;

    @Autowired
    private DocumentVersions versions;

    @Autowired
    private Timeline timeline;

    private CaseId caseId = CaseId.create();

    @BeforeEach
    void openCase() {
        caseId = cases.open(new OpenCase(
                caseId,
                "recognition",
                "REC",
                "a",
                null,
                null,
                LocalDate.of(2026, 9, 10),
                false,
                Actor.resident("Bureau")));
    }

    @Test
    void keepsTheOlderVersionsWithinReach() throws Exception {
        upload("", "verslag.txt", "eerste tekst", OFFICE);
        var first = latest();
        upload("/" + first + "/versies", "verslag-2.txt", "tweede tekst", OFFICE)
                .andExpect(flash().attribute("notice", "casefile.documents.added"));
        var second = latest();

        assertThat(versions.page(caseId, true, null, 10)).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("verslag-2.txt");
            assertThat(row.version()).isEqualTo(2);
        });
        for (var asked : new UUID[] {first, second}) {
            mvc.perform(get(PAGE + "/" + asked + "/versies").with(role("legal")))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("geldt nu"),
                                    containsString("vervangen"),
                                    containsString("verslag.txt"),
                                    containsString("verslag-2.txt"))));
        }
        mvc.perform(get(PAGE + "/" + first).with(role("legal")))
                .andExpect(content().string("eerste tekst"));
        assertThat(timeline.page(caseId, null, 1).get(0).kind()).isEqualTo("document.replaced");
    }

    @Test
    void refusesAVersionInThePlaceOfOneThatWasReplaced() throws Exception {
        upload("", "verslag.txt", "eerste tekst", OFFICE);
        var first = latest();
        upload("/" + first + "/versies", "b.txt", "tweede tekst", OFFICE);

        upload("/" + first + "/versies", "c.txt", "derde tekst", OFFICE).andExpect(flash().attributeExists("refusal"));

        assertThat(versions.of(caseId, first, true, null, 10))
                .extracting(Documents.Row::name)
                .containsExactly("b.txt", "verslag.txt");
        assertThat(jdbc.sql("select count(*) from casefile_document")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void hidesAlsoTheNameFromWhoMayNotSeeIt() throws Exception {
        upload("", "lidkaart-an.txt", "adressen", OFFICE, "CONTACTS").andExpect(status().is3xxRedirection());
        var id = latest();

        for (var page : new String[] {"/zaken/2026-REC-0001", PAGE, "/zaken/2026-REC-0001/tijdlijn"}) {
            mvc.perform(get(page).with(role("college")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("lidkaart-an"))));
        }
        mvc.perform(get(PAGE + "/" + id).with(role("college"))).andExpect(status().isForbidden());
        mvc.perform(get(PAGE + "/" + id + "/versies").with(role("college"))).andExpect(status().isNotFound());
        mvc.perform(get("/zaken/2026-REC-0001").with(role("auditor")))
                .andExpect(content().string(containsString("lidkaart-an.txt")));
    }

    @Test
    void opensAndClosesADocumentWithAllItsVersions() throws Exception {
        upload("", "verslag.txt", "eerste tekst", OFFICE);
        var first = latest();
        upload("/" + first + "/versies", "verslag.txt", "tweede tekst", OFFICE);

        show(latest(), "CONTACTS", "college").andExpect(status().isForbidden());
        show(latest(), "CONTACTS", OFFICE).andExpect(flash().attribute("notice", "casefile.documents.shown"));
        mvc.perform(get(PAGE + "/" + first).with(role("college"))).andExpect(status().isForbidden());
        show(latest(), "OFFICE", OFFICE);
        mvc.perform(get(PAGE + "/" + first).with(role("college"))).andExpect(status().isOk());
        show(latest(), "COUNCIL", OFFICE).andExpect(flash().attributeExists("refusal"));
        show(latest(), "NOBODY", OFFICE).andExpect(status().isBadRequest());
    }

    @Test
    void keepsAScanForWhoSeesContacts() throws Exception {
        var file = new MockMultipartFile("file", "papier.txt", null, "papier".getBytes(StandardCharsets.US_ASCII));
        mvc.perform(multipart(PAGE)
                .file(file)
                .param("kind", "SCAN")
                .with(role(OFFICE))
                .with(csrf()));

        show(latest(), "OFFICE", OFFICE).andExpect(flash().attributeExists("refusal"));
        assertThat(versions.page(caseId, false, null, 10)).isEmpty();
    }

    @Test
    void replacesADecisionOnlyForWhoSteersAndNothingInAClosedCase() throws Exception {
        var file = new MockMultipartFile("file", "besluit.txt", null, "besluit".getBytes(StandardCharsets.US_ASCII));
        mvc.perform(multipart(PAGE)
                .file(file)
                .param("kind", "DECISION")
                .with(role(OFFICE))
                .with(csrf()));
        var id = latest();

        upload("/" + id + "/versies", "x.txt", "anders", "college").andExpect(status().isForbidden());
        upload("/" + id + "/versies", "x.txt", "anders", "auditor").andExpect(status().isForbidden());
        cases.stop(caseId, CaseStatus.STOPPED, "dubbel", Actor.SYSTEM);
        upload("/" + id + "/versies", "x.txt", "anders", OFFICE).andExpect(flash().attributeExists("refusal"));

        assertThat(versions.of(caseId, id, true, null, 10)).hasSize(1);
        mvc.perform(get(PAGE + "/" + id + "/versies").with(role(OFFICE)))
                .andExpect(content().string(not(containsString("name=\"file\""))));
    }

    private UUID latest() {
        return versions.page(caseId, true, null, 1).get(0).id();
    }

    private ResultActions show(UUID document, String audience, String role) throws Exception {
        return mvc.perform(post(PAGE + "/" + document + "/zichtbaar")
                .param("audience", audience)
                .with(role(role))
                .with(csrf()));
    }

    private ResultActions upload(String where, String name, String content, String role) throws Exception {
        return upload(where, name, content, role, "OFFICE");
    }

    private ResultActions upload(String where, String name, String content, String role, String audience)
            throws Exception {
        var file = new MockMultipartFile("file", name, null, content.getBytes(StandardCharsets.US_ASCII));
        return mvc.perform(multipart(PAGE + where)
                .file(file)
                .param("audience", audience)
                .with(role(role))
                .with(csrf()));
    }
}
