package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.process.DryRuns.View;
import org.samenspraak.process.DryRuns.Waiting;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Small models tried: what a called one hears, what waits for a fact, and when a run goes. */
class DryRunsIT extends PostgresIT {

    private static final String CONDITION =
            """
            <bpmn:conditionalEventDefinition id="Waits_Definition">
              <bpmn:condition xsi:type="bpmn:tFormalExpression">${ready == 'yes'}</bpmn:condition>
            </bpmn:conditionalEventDefinition>""";

    private static final String FORM =
            """
            {"type": "default", "id": "small", "components": [],
             "properties": {"title": "Nakijken", "title_en": "Check"}}""";

    /** Where something can wait for a fact. */
    enum Place {
        ON_A_TASK(TestModel.line("Task_Check")
                + TestModel.task("Task_Check")
                + "<bpmn:boundaryEvent id=\"Waits\" name=\"Toch klaar\" attachedToRef=\"Task_Check\">" + CONDITION
                + "</bpmn:boundaryEvent>" + TestModel.flow("Waits", "End_Done")),
        BETWEEN(TestModel.line("Waits") + "<bpmn:intermediateCatchEvent id=\"Waits\" name=\"Toch klaar\">" + CONDITION
                + "</bpmn:intermediateCatchEvent>"),
        BEHIND_A_CHOICE(TestModel.line("Gateway_First", "Waits")
                + "<bpmn:eventBasedGateway id=\"Gateway_First\" name=\"Wat eerst?\" />"
                + "<bpmn:intermediateCatchEvent id=\"Waits\" name=\"Toch klaar\">" + CONDITION
                + "</bpmn:intermediateCatchEvent>"
                + "<bpmn:intermediateCatchEvent id=\"Waits_Long\" name=\"Te laat\"><bpmn:messageEventDefinition id=\"M\" messageRef=\"Message_Late\" /></bpmn:intermediateCatchEvent>"
                + TestModel.flow("Gateway_First", "Waits_Long") + TestModel.flow("Waits_Long", "End_Done")),
        BESIDE(TestModel.line("Task_Check") + TestModel.task("Task_Check")
                + "<bpmn:subProcess id=\"Sub_Ready\" name=\"Toch klaar\" triggeredByEvent=\"true\">"
                + "<bpmn:startEvent id=\"Waits\" name=\"Toch klaar\">" + CONDITION
                + "</bpmn:startEvent><bpmn:endEvent id=\"End_Ready\" name=\"Klaar\" />"
                + TestModel.flow("Waits", "End_Ready") + "</bpmn:subProcess>");

        private final String drawn;

        Place(String drawn) {
            this.drawn = drawn;
        }
    }

    @Autowired
    private DryRuns runs;

    @Autowired
    private DryRunBook book;

    @Test
    void tellsACalledModelWhatItsStepsAnswer() {
        var run = begin(Map.of(
                "outer.bpmn",
                TestModel.process(
                        "outer",
                        TestModel.line("Task_Check", "Call_Middle", "Call_Again")
                                + TestModel.task("Task_Check")
                                + call("Call_Middle")
                                + call("Call_Again")),
                "inner.bpmn",
                TestModel.process(
                        "inner",
                        TestModel.line("Step_Asks", "Task_Inside")
                                + TestModel.step(
                                        "Step_Asks", "${council.recognised()}", "camunda:resultVariable=\"recognised\"")
                                + TestModel.task("Task_Inside")),
                "small.form",
                FORM));

        runs.say("outer", run, "answer:council.recognised", "said-before");
        runs.complete("outer", run, view(run).tasks().get(0).id(), Map.of());
        assertThat(view(run).facts()).containsEntry("recognised", "said-before");

        runs.say("outer", run, "answer:council.recognised", "said-inside");
        runs.complete("outer", run, view(run).tasks().get(0).id(), Map.of());
        assertThat(view(run).facts()).containsEntry("recognised", "said-inside");
    }

    private static String call(String id) {
        return "<bpmn:callActivity id=\"" + id + "\" name=\"Vragen\" calledElement=\"inner\""
                + " camunda:calledElementBinding=\"deployment\" />";
    }

    @ParameterizedTest
    @EnumSource
    void letsHappenWhatWaitsForAFact(Place place) {
        var run = begin(one(place));
        assertThat(view(run).conditions())
                .singleElement()
                .extracting(Waiting::name)
                .isEqualTo("Toch klaar (${ready == 'yes'})");

        runs.happen("outer", run, view(run).conditions().get(0).id());

        assertThat(view(run).ended()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void goesOnByTheFactItself(Place place) {
        var run = begin(one(place));
        runs.say("outer", run, "ready", "no");
        assertThat(view(run).ended()).isFalse();

        runs.say("outer", run, "ready", "yes");

        assertThat(view(run).ended()).isTrue();
    }

    @Test
    void isCleanedByTheClockAfterAWeek() {
        var old = begin(one(Place.BETWEEN));
        clock.advance(Duration.ofDays(6));
        book.clean();
        var young = begin(one(Place.BETWEEN));
        assertThat(view(old).ended()).isFalse();

        clock.advance(Duration.ofDays(2));
        book.clean();

        assertThatThrownBy(() -> view(old)).isInstanceOf(NotFound.class);
        assertThat(runs.of("outer")).extracting(DryRuns.Run::id).contains(young).doesNotContain(old);
    }

    private static Map<String, String> one(Place place) {
        var drawn =
                TestModel.process("outer", "", place.drawn, "<bpmn:message id=\"Message_Late\" name=\"te-laat\" />");
        return Map.of("outer.bpmn", drawn, "small.form", FORM);
    }

    private UUID begin(Map<String, String> files) {
        return runs.start("outer", files, "outer", Map.of("ready", "no"), Actor.SYSTEM);
    }

    private View view(UUID run) {
        return runs.view("outer", run);
    }
}
