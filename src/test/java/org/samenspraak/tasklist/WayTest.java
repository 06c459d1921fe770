package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.StepLog.Passed;
import org.samenspraak.web.StepLine.State;
import org.samenspraak.web.StepLine.Step;
import org.springframework.core.io.ClassPathResource;

class WayTest {

    private static final Instant NOW = Instant.parse("2026-09-14T10:00:00Z");

    private final Model model = ModelReader.read(recognition());

    @Test
    void showsTheUsualWayOfANewCase() {
        var way = new Way(model, List.of(passed("Start_ApplicationReceived"), at("Step_Receive")), false);

        assertThat(way.steps(false, "participatiebureau"))
                .containsExactly(
                        new Step("Aanvraag ontvangen", State.DONE, NOW, "Voorzitter wijkraad Runkst", null),
                        new Step("Volledigheid en samenstelling nagaan", State.NOW, null, "participatiebureau", null),
                        new Step("Adviseren en beslissen", State.AHEAD),
                        new Step("Engagementsverklaring laten tekenen", State.AHEAD),
                        new Step("Erkend", State.AHEAD));
    }

    @Test
    void showsTheStepACaseIsAt() {
        var way = new Way(
                model,
                List.of(passed("Start_ApplicationReceived"), passed("Call_Completeness"), at("Call_Decision")),
                false);

        assertThat(way.steps(true, ""))
                .extracting(Step::name, Step::state)
                .contains(
                        tuple("Check completeness and composition", State.DONE), tuple("Advise and decide", State.NOW));
    }

    @Test
    void followsTheWayThatACaseReallyWent() {
        var way = new Way(
                model,
                List.of(
                        passed("Start_ApplicationReceived"),
                        passed("Call_Completeness"),
                        passed("Gateway_Handled"),
                        passed("Step_LetterNotHandled"),
                        passed("End_NotHandled")),
                true);

        assertThat(way.steps(false, ""))
                .last()
                .isEqualTo(new Step("Buiten behandeling", State.DONE, NOW, "Voorzitter wijkraad Runkst", null));
        assertThat(way.steps(false, "")).extracting(Step::name).doesNotContain("Adviseren en beslissen");
    }

    @Test
    void showsWhatACaseWaitsFor() {
        var project = ModelReader.read(model("wijkbudget/wijkbudget-project"));
        var before = List.of(passed("Start_ProjectMade"), passed("Call_Feasibility"), passed("Call_Advice"));

        assertThat(steps(project, before, at("Event_Decided"))).contains("NOW Beslissing over de ronde");
        assertThat(steps(project, before, passed("Event_Decided"), at("Call_Execution")))
                .contains("NOW Uitvoeren")
                .noneMatch(step -> step.endsWith("Beslissing over de ronde"));
    }

    @Test
    void whatWasSentBackGoesOnTheUsualWay() {
        var asked = ModelReader.read(model("advice/advice-request"));
        var before =
                List.of(passed("Start_QuestionDrafted"), passed("Task_ChooseCouncils"), passed("Task_CheckRequest"));

        var mending = steps(asked, before, at("Task_MendRequest"));
        var again = steps(asked, before, passed("Task_MendRequest"), at("Task_CheckRequest"));

        assertThat(mending)
                .containsExactly(
                        "DONE Vraag opgesteld",
                        "DONE Raden kiezen",
                        "DONE Adviesvraag nakijken",
                        "NOW Adviesvraag verbeteren",
                        "AHEAD Wachten op de raden",
                        "AHEAD Antwoorden en beslissen",
                        "AHEAD Afgerond");
        assertThat(again)
                .containsExactly(
                        "DONE Vraag opgesteld",
                        "DONE Raden kiezen",
                        "NOW Adviesvraag nakijken",
                        "AHEAD Wachten op de raden",
                        "AHEAD Antwoorden en beslissen",
                        "AHEAD Afgerond");
    }

    @Test
    void whatWasLookedAtAgainStaysOnTheWayOnceItWentOn() {
        var idea = ModelReader.read(model("wijkbudget/wijkbudget-proposal"));
        var refused = List.of(
                passed("Start_IdeaSent"),
                passed("Call_Intake"),
                passed("Task_Check"),
                passed("Gateway_WaitObjection"),
                passed("Event_LookAgain"));

        assertThat(steps(idea, refused, passed("Task_LookAgain"), passed("Gateway_Verdict"), at("Event_DialogueOver")))
                .containsSubsequence(
                        "DONE Kijken of het idee toegelaten is",
                        "DONE Wachten op een vraag om te herbekijken",
                        "DONE Idee herbekijken",
                        "NOW Wijkdialoog voorbij",
                        "AHEAD Idee afgehandeld");
    }

    private static List<String> steps(Model model, List<Passed> before, Passed... after) {
        var log = Stream.concat(before.stream(), Stream.of(after)).toList();
        return new Way(model, log, false)
                .steps(false, "").stream()
                        .map(step -> step.state() + " " + step.name())
                        .toList();
    }

    @Test
    void whatWasWithdrawnWentNoFurther() {
        var way = new Way(model, List.of(passed("Start_ApplicationReceived"), passed("Call_Completeness")), true);

        assertThat(way.steps(false, ""))
                .extracting(Step::state)
                .containsExactly(State.DONE, State.DONE, State.AHEAD, State.AHEAD, State.AHEAD);
    }

    @Test
    void drawsEveryShapeWithItsState() {
        var way = new Way(model, List.of(passed("Start_ApplicationReceived"), at("Call_Completeness")), false);

        var drawing = Drawing.of(model, way, false);

        var nodes = model.nodes().values().stream()
                .filter(node -> !node.is("subProcess"))
                .toList();
        assertThat(drawing.shapes()).hasSameSizeAs(nodes).hasSizeGreaterThan(15);
        assertThat(drawing.lines()).hasSize(model.edges().size());
        assertThat(drawing.shapes())
                .filteredOn(shape -> shape.state().equals("now"))
                .singleElement()
                .satisfies(shape -> assertThat(shape.name())
                        .extracting(Drawing.Words::text)
                        .containsExactly("Volledigheid en", "samenstelling", "nagaan"));
    }

    private static Passed passed(String element) {
        return step(element, NOW);
    }

    private static Passed at(String element) {
        return step(element, null);
    }

    private static Passed step(String element, @Nullable Instant left) {
        return new Passed("recognition", element, null, null, "", NOW, left, false, "Voorzitter wijkraad Runkst", null);
    }

    private static String recognition() {
        return model("recognition/recognition");
    }

    private static String model(String name) {
        try {
            return new ClassPathResource("processes/" + name + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
