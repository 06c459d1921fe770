package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;

/** The advice of the committee on a project is of most of its members. */
class WijkbudgetAdviceProcessTest extends ProjectScenario {

    @Autowired
    private ProjectScores points;

    @Autowired
    private ProjectPrefill prefill;

    @Test
    void isNotedOnceMoreThanHalfOfTheMembersSpokeOrWithAReason() throws Exception {
        var one = Actor.person(colleague("lid.een", ProjectPages.COMMITTEE), "lid een");
        var two = Actor.person(colleague("lid.twee", ProjectPages.COMMITTEE), "lid twee");
        var project = feasible("Groen plein");
        var advice = new HashMap<String, Object>(Map.of("projectAdvice", "positive", "consensus", "Weinig groen."));
        points.declare(projects.get(project), "Ik woon ernaast.", one);
        assertThat(prefill.known(project, CLERK)).as("one of two").containsKey("few");
        assertThat(accepts(project, advice)).isFalse();

        points.declare(projects.get(project), "Ik ook.", two);
        assertThat(accepts(project, advice)).isTrue();

        colleague("lid.drie", ProjectPages.COMMITTEE);
        colleague("lid.vier", ProjectPages.COMMITTEE);
        assertThat(accepts(project, advice)).isFalse();
        advice.put("fewWhy", "Er is vakantie.");
        answer(project, "Task_AdviseProject", advice);
        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(content().string(containsString("Er is vakantie.")));
    }

    private boolean accepts(CaseId project, Map<String, Object> answers) {
        var task = task(project, "Task_AdviseProject");
        var form = form(task);
        return forms.judge(form, taskData.of(task, form, CLERK), TypedForm.of(answers))
                .accepted();
    }
}
