package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;

/** What who leads a project writes: it waits until the office says what became of it, and is told once. */
class WijkbudgetMessagesProcessTest extends ExecutionScenario {

    @Test
    void keepsItsPlaceAndItsDayUntilTheOfficeSaysWhatBecameOfIt() throws Exception {
        var project = running();
        tells(project, "De bomen staan er.", "1", "");
        var soon = lookedAt(project);
        assertThat(soon).as("the office looks soon").isBefore(today().plusMonths(2));
        wait(3);
        tells(project, "Het plein is klaar.", "2", "true");
        wait(1);

        answer(project, "Task_Follow", WijkbudgetExecutionProcessTest.reached(today()));
        answer(project, "Task_Follow", note("own", "Er kwam subsidie bij."));
        assertThat(lookedAt(project)).as("another note pushes nothing back").isEqualTo(soon);
        assertThat(known(project, "Task_Follow").get("waiting"))
                .asString()
                .containsSubsequence("Bericht van", "De bomen staan er.", "Eindverslag van", "Het plein is klaar.");
        assertThat(known(project, "Task_Follow").get("words")).isEqualTo("De bomen staan er.");
        assertThat(errors(project, Map.of("next", "progress", "words", "Er is nieuws.")))
                .containsExactly("message");

        answer(project, "Task_Follow", note("1", "De bomen staan er."));
        assertThat(lookedAt(project)).as("the report waits").isAfter(soon).isBefore(today().plusMonths(2));
        answer(project, "Task_Follow", Map.of("next", "read", "message", "2"));
        assertThat(lookedAt(project)).isAfter(today().plusMonths(5));
        assertThat(known(project, "Task_Follow").get("waiting")).isNull();
        assertThat(errors(project, Map.of("next", "read"))).containsExactly("next");
        assertThat(body(publicProject(project)))
                .contains("De bomen staan er.", "Er kwam subsidie bij.")
                .doesNotContain("Het plein is klaar.");
    }

    @Test
    void isToldOnceFromOnePage() throws Exception {
        var project = running();
        for (var page : List.of("1", "1", "2")) {
            tells(project, "De bomen staan er.", page, "");
        }
        tells(project, "De banken ook.", "2", "");

        assertThat(body(led(project))).contains("name=\"page\"");
        assertThat(executions.progress(projects.get(project).id())).hasSize(3);
        assertThat(kinds(project).stream().filter("wijkbudget.progress-told"::equals))
                .hasSize(3);
    }

    private static Map<String, Object> note(String message, String words) {
        return Map.of("next", "progress", "message", message, "words", words);
    }

    private LocalDate lookedAt(CaseId project) {
        return clocks.find(project, Running.FORM, null).orElseThrow().lastDay();
    }

    private void tells(CaseId project, String words, String page, String report) throws Exception {
        mvc.perform(multipart(led(project) + "/voortgang")
                        .param("page", page)
                        .param("words", words)
                        .param("report", report.isEmpty() ? "false" : report))
                .andExpect(status().is3xxRedirection());
    }
}
