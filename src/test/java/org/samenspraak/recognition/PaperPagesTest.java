package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** An official enters an application that came in on paper a week ago. */
class PaperPagesTest extends RecognitionScenario {

    private static final PersonId ME = PersonId.create();
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private Documents documents;

    @Test
    void keepsTheScanAndCountsFromTheDayThePaperCameIn() throws Exception {
        enter("2026-09-07").andExpect(redirectedUrl("/zaken/2026-REC-0001"));
        run();

        var caseId = cases.byNumber("2026-REC-0001").orElseThrow().id();
        assertThat(view(caseId).received()).isEqualTo(LocalDate.of(2026, 9, 7));
        assertThat(documents.of(caseId)).anySatisfy(document -> {
            assertThat(document.name()).isEqualTo("aanvraag.pdf");
            assertThat(document.kind()).isEqualTo(Documents.Kind.SCAN);
        });
        mvc.perform(get("/zaken/2026-REC-0001").with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("op papier"),
                                containsString("7 september 2026"),
                                containsString("aanvraag.pdf"))));
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "De raad werkt goed."));
        assertThat(due(caseId, "Task_CheckApplication")).isEqualTo(LocalDate.of(2026, 9, 21));
        check(caseId, Map.of());
        advise(caseId);
        assertThat(due(caseId, "Task_DecideCollege")).isEqualTo(LocalDate.of(2027, 1, 5));
    }

    @Test
    void asksNoPaperOfWhatTheOfficeStartsItself() throws Exception {
        mvc.perform(get("/start/recognition-withdrawal").with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("_paper"))));
    }

    @Test
    void areaManagersStartCasesInTheirOwnAreas() throws Exception {
        enter("2026-09-07", "", "area-manager@" + AreaId.create())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("U begint zaken in uw eigen gebieden.")));
        assertThat(cases.byNumber("2026-REC-0001")).isEmpty();

        enter("2026-09-07", "", "area-manager@" + area).andExpect(redirectedUrl("/zaken/2026-REC-0001"));
    }

    @Test
    void refusesADayThatIsStillToCome() throws Exception {
        enter("2026-09-15")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#_paper.received\"")));

        assertThat(cases.byNumber("2026-REC-0001")).isEmpty();
    }

    @Test
    void keepsNoAnswerOfItsOwnAndTheScanThroughARefusal() throws Exception {
        var page = UUID.randomUUID().toString();
        enter("2026-09-15", page).andExpect(content().string(containsString("Verwijder aanvraag.pdf")));
        enter("2026-09-14", page);

        var caseId = cases.byNumber("2026-REC-0001").orElseThrow().id();
        assertThat(documents.of(caseId))
                .filteredOn(it -> it.kind() == Documents.Kind.SCAN)
                .hasSize(1);
        assertThat(jdbc.sql("select answers ->> '_paper' from forms_submission")
                        .query(String.class)
                        .list())
                .containsOnlyNulls();
    }

    @Test
    void whatComesAfterSendingDoesNotBringTheDraftBack() throws Exception {
        var page = UUID.randomUUID().toString();
        enter("2026-09-07", page).andExpect(redirectedUrl("/zaken/2026-REC-0001"));

        mvc.perform(post("/start/recognition/concept")
                        .param("_page", page)
                        .param("name", "Te laat")
                        .with(csrf())
                        .with(person(ME, "participation-office")))
                .andExpect(content().string(containsString("niet meer open")));
        enter("2026-09-07", page).andExpect(redirectedUrl("/zaken/2026-REC-0001"));

        assertThat(jdbc.sql("select (select count(*) from forms_draft) + (select count(*) from forms_chosen_file)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private ResultActions enter(String received) throws Exception {
        return enter(received, "");
    }

    private ResultActions enter(String received, String page) throws Exception {
        return enter(received, page, "participation-office");
    }

    private ResultActions enter(String received, String page, String group) throws Exception {
        return mvc.perform(multipart("/start/recognition")
                .file(new MockMultipartFile("_paper.scan", "aanvraag.pdf", "application/pdf", PDF))
                .params(TypedForm.of(application(Map.of())))
                .param("_paper.came", "true")
                .param("_paper.received", received)
                .with(csrf())
                .param("_page", page)
                .with(person(ME, group)));
    }

    private LocalDate due(CaseId caseId, String element) {
        var due = Objects.requireNonNull(task(caseId, element).due());
        return LocalDate.ofInstant(due, ZoneId.of("Europe/Brussels"));
    }
}
