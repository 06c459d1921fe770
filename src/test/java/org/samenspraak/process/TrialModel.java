package org.samenspraak.process;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.ApplicationContext;

/** A small trajectory for tests of pages: one task of the participation office, then one of the case's council. */
public final class TrialModel {

    public static final String KEY = "trial";

    private static final String FORM =
            """
            {"type": "default", "id": "trial-form", "components": [
              {"type": "textfield", "id": "Field_Note", "key": "note", "label": "Opmerking", "validate": {"required": true}},
              {"type": "textarea", "id": "Field_Reason", "key": "reason", "label": "Reden"}
            ]}
            """;

    /** A task for a council has a clock for when no answer comes. */
    private static final String OVER =
            """
            <bpmn:boundaryEvent id="Timer_AnswerOver" name="Termijn voorbij" attachedToRef="Task_Answer"><bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${clock.due('check')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            """
                    + TestModel.flow("Timer_AnswerOver", "End_Done");

    private TrialModel() {}

    public static void deploy(ApplicationContext context) {
        var model = TestModel.process(
                KEY,
                TestModel.line("Task_Check", "Task_Answer")
                        + task("Task_Check", "Nakijken", "participation-office")
                        + task("Task_Answer", "Aanvullen", "council@case")
                        + OVER);
        var deployment =
                context.getBean(RepositoryService.class).createDeployment().name("trial");
        Map.of(KEY + ".bpmn", model, "trial-form.form", FORM).forEach(deployment::addString);
        deployment.deploy();
    }

    private static String task(String id, String name, String groups) {
        return TestModel.task(id, groups, "")
                .replace("name=\"Nakijken\"", "name=\"" + name + "\"")
                .replace("camunda:formRef=\"small\"", "camunda:formRef=\"trial-form\"");
    }
}
