package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.TypedForm;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** The office shows everybody what stands there now, and takes it off again. */
class MilestonePhotosPagesTest extends ExecutionScenario {

    @Test
    void showsPhotosOfTheOfficeBesideTheMilestone() throws Exception {
        var project = running();
        reaches(project, "zaag.txt", "text/plain", new byte[] {65})
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Wel: jpg, png.")));
        assertThat(executions.milestones(projects.get(project).id()).get(0).done())
                .isFalse();

        reaches(project, "bomen.png", "image/png", photo("png")).andExpect(status().is3xxRedirection());
        run();

        var shown = body(publicProject(project));
        var photo = shown.replaceAll("(?s).*<img [^>]*src=\"([^\"]+)\"[^>]*alt=\"Foto: Bomen geplant\".*", "$1");
        mvc.perform(get(photo)).andExpect(status().isOk()).andExpect(header().string("Content-Type", "image/jpeg"));
        var note = executions.progress(projects.get(project).id()).get(0).id();
        assertThat(body("/publiek/nieuws.atom")).as("the photo is no report").doesNotContain("#progress-" + note);
        mvc.perform(post("/wijkbudget/project/" + view(project).number() + "/berichten")
                        .param("note", note.toString())
                        .param("why", "Er staat iemand op.")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().is3xxRedirection());
        assertThat(body(publicProject(project))).contains("Bomen geplant").doesNotContain("/foto/");
        mvc.perform(get(photo)).andExpect(status().isNotFound());
    }

    private ResultActions reaches(CaseId project, String name, String type, byte[] file) throws Exception {
        return mvc.perform(
                multipart("/taken/{task}", task(project, "Task_Follow").id())
                        .file(new MockMultipartFile("photos", name, type, file))
                        .params(TypedForm.of(WijkbudgetExecutionProcessTest.reached(today())))
                        .param("_page", "")
                        .with(csrf())
                        .with(role("participation-office")));
    }
}
