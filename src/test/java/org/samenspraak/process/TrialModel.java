package org.samenspraak.process;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Small trajectories for tests of pages and steps. */
public final class TrialModel {

    public static final String KEY = "trial";
    public static final String QUESTION = "question";

    public static final String FORM =
            """
            {"type": "default", "id": "trial-form", "properties": {"title": "Proef", "title_en": "Trial"}, "components": [
              {"type": "textfield", "id": "Field_Note", "key": "note", "label": "Opmerking",
               "properties": {"label_en": "Note"}, "validate": {"required": true}},
              {"type": "textarea", "id": "Field_Reason", "key": "reason", "label": "Reden", "properties": {"label_en": "Reason"}},
              {"type": "radio", "id": "Field_Choice", "key": "choice", "label": "Keuze", "properties": {"label_en": "Choice"},
               "values": [{"label": "Ja, graag", "label_en": "Yes, please", "value": "yes"}]},
              {"type": "number", "id": "Field_Count", "key": "count", "label": "Aantal", "properties": {"label_en": "Number"}}
            ]}
            """;

    /** A task for a council has a clock for when no answer comes. */
    private static final String OVER =
            """
            <bpmn:boundaryEvent id="Timer_AnswerOver" name="Termijn voorbij" attachedToRef="Task_Answer"><bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${clock.due('check')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            """
                    + TestModel.flow("Timer_AnswerOver", "End_Done");

    private TrialModel() {}

    /**
     * One task of the participation office, then one of the case's council.
     *
     * @param form of both tasks
     */
    public static void deploy(ApplicationContext context, String form) {
        var model = TestModel.process(
                KEY,
                TestModel.line("Task_Check", "Task_Answer")
                        + task("Task_Check", "Nakijken", "participation-office")
                        + task("Task_Answer", "Aanvullen", "council@case")
                        + OVER);
        deploy(context, Map.of(KEY + ".bpmn", model, "trial-form.form", form));
    }

    /** As if the model were older than the rule that a task has a form: its tasks only have to be ticked off. */
    public static void dropForms(ApplicationContext context) {
        context.getBean(JdbcClient.class)
                .sql(
                        "update act_ge_bytearray set bytes_ = convert_to(replace(convert_from(bytes_, 'UTF8'), :form, ''), 'UTF8')"
                                + " where name_ = 'trial.bpmn'")
                .param("form", "camunda:formRef=\"trial-form\" camunda:formRefBinding=\"deployment\"")
                .update();
        ((ProcessEngineConfigurationImpl) context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardProcessDefinitionCache();
    }

    /** Takes this step after the start was committed, and ends with outcome "yes" where the condition holds, else "no". */
    public static void ask(ApplicationContext context, String step, String condition) {
        var model = TestModel.process(
                QUESTION,
                TestModel.start()
                        + TestModel.step("Step_Taken", step, "camunda:asyncBefore=\"true\"")
                        + "<bpmn:exclusiveGateway id=\"Gateway_Asked\" name=\"Klopt het?\" default=\"Flow_No\" />"
                        + "<bpmn:endEvent id=\"End_Yes\" name=\"Ja\" /><bpmn:endEvent id=\"End_No\" name=\"Nee\" />"
                        + TestModel.flow("Start_Asked", "Step_Taken")
                        + TestModel.flow("Step_Taken", "Gateway_Asked")
                        + "<bpmn:sequenceFlow id=\"Flow_Yes\" name=\"Ja\" sourceRef=\"Gateway_Asked\" targetRef=\"End_Yes\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                        + condition
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>"
                        + "<bpmn:sequenceFlow id=\"Flow_No\" name=\"Nee\" sourceRef=\"Gateway_Asked\" targetRef=\"End_No\" />");
        deploy(context, Map.of(QUESTION + ".bpmn", model));
    }

    /** Takes these steps one after the other and then waits for a message. */
    public static void await(ApplicationContext context, String message, String... steps) {
        var ids = IntStream.range(0, steps.length)
                .mapToObj(at -> "Step_" + (char) ('A' + at))
                .toList();
        var waits =
                "<bpmn:intermediateCatchEvent id=\"Event_Told\" name=\"Verteld\"><bpmn:messageEventDefinition messageRef=\"Message_Told\" /></bpmn:intermediateCatchEvent>";
        var model = TestModel.process(
                QUESTION,
                "",
                TestModel.line(Stream.concat(ids.stream(), Stream.of("Event_Told"))
                                .toArray(String[]::new))
                        + IntStream.range(0, steps.length)
                                .mapToObj(at -> TestModel.step(ids.get(at), steps[at], ""))
                                .collect(Collectors.joining())
                        + waits,
                "<bpmn:message id=\"Message_Told\" name=\"" + message + "\" />");
        deploy(context, Map.of(QUESTION + ".bpmn", model));
    }

    private static void deploy(ApplicationContext context, Map<String, String> files) {
        var deployment =
                context.getBean(RepositoryService.class).createDeployment().name("trial");
        files.forEach(deployment::addString);
        deployment.deploy();
    }

    private static String task(String id, String name, String groups) {
        return TestModel.task(id, groups, "")
                .replace("name=\"Nakijken\"", "name=\"" + name + "\"")
                .replace("camunda:formRef=\"small\"", "camunda:formRef=\"trial-form\"");
    }
}
