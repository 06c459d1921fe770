package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.AreaLimit;
import org.samenspraak.kernel.CaseId;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** A project that somebody leads who has no e-mail address. */
class LeadingOnPaperPagesTest extends ExecutionScenario {

    @Test
    void signsTellsAndReportsByLetter() throws Exception {
        var project = chosen("Groen plein");
        withoutMail(project);
        answer(project, "Task_Agree", agreement(project));
        assertThat(letters.waiting(new AreaLimit(false, Set.of(poort)), null, 50))
                .filteredOn(one -> one.caseId().equals(ideas(project)))
                .extracting(IdeaLetters.Waiting::title)
                .anyMatch(title -> title.startsWith("Teken de afspraak"));
        shows(project, "buurvrouw tekent de afspraak over Groen plein", "eindverslag");

        note(project, "AGREE", today().minusDays(1), "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("moet binnengekomen zijn van")));
        note(project, "REPORT", today(), "Klaar.").andExpect(status().isUnprocessableEntity());
        kept(project, "AGREE", "");
        councilSigns(project);
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);

        shows(project, "buurvrouw geeft het eindverslag van Groen plein", "tekent de afspraak");
        note(project, "TELL", today(), " ").andExpect(status().isUnprocessableEntity());
        kept(project, "TELL", "De bomen staan er.");
        kept(project, "REPORT", "Alles is klaar.");
        assertThat(executions.progress(projects.get(project).id()))
                .extracting(Execution.Progress::words, Execution.Progress::report)
                .contains(tuple("De bomen staan er.", false), tuple("Alles is klaar.", true));
    }

    @Test
    void doesNotAgreeAndSaysWhy() throws Exception {
        var project = chosen("Groen plein");
        withoutMail(project);
        answer(project, "Task_Agree", agreement(project));

        note(project, "DECLINE", today(), "").andExpect(status().isUnprocessableEntity());
        kept(project, "DECLINE", "Ik wil eerst banken.");

        assertThat(open(project)).containsExactly("Task_Agree");
        assertThat(kinds(project)).contains("wijkbudget.agreement-refused");
    }

    private void shows(CaseId project, String offered, String other) throws Exception {
        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(content().string(containsString(url(project))));
        mvc.perform(get(url(project)).with(role("participation-office")))
                .andExpect(content().string(allOf(containsString(offered), not(containsString(other)))));
    }

    private void kept(CaseId project, String act, String words) throws Exception {
        note(project, act, today(), words)
                .andExpect(redirectedUrl("/zaken/" + view(ideas(project)).number()));
        run();
    }

    private ResultActions note(CaseId project, String act, LocalDate on, String words) throws Exception {
        var what = "%s.%s.%s"
                .formatted(
                        act,
                        supporters.proposer(ideas(project)).id(),
                        projects.get(project).id());
        return mvc.perform(multipart(url(project))
                .file(new MockMultipartFile("file", "brief.png", "image/png", photo("png")))
                .param("what", what)
                .param("on", on.toString())
                .param("reason", words)
                .with(role("participation-office"))
                .with(csrf()));
    }

    private String url(CaseId project) {
        return "/wijkbudget/idee/" + view(ideas(project)).number() + "/brief";
    }

    private void withoutMail(CaseId project) {
        jdbc.sql("update wijkbudget_supporter set mail = null where case_id = ?")
                .param(ideas(project).value())
                .update();
    }
}
