package org.samenspraak.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A draft gone through from its first form to its end: what would happen is told, and nothing of it happens. */
class DryRunPagesTest extends Designers {

    private static final String HERE = SIGNAL + "/proef";

    /** What a mail, a payment, a page, a case, a task and a term of the office would leave. */
    private static final List<String> TRACES = List.of(
            "correspondence_message",
            "ledger_movement",
            "ledger_payment",
            "publication_follower",
            "casefile_case",
            "casefile_line",
            "casefile_document",
            "deadlines_clock",
            "act_ru_execution",
            "act_re_deployment");

    private static final String GREEN =
            """
            <bpmn:boundaryEvent id="Event_Green" name="Het is groen" attachedToRef="Call_HandleSignal">
              <bpmn:conditionalEventDefinition id="Event_Green_Definition">
                <bpmn:condition xsi:type="bpmn:tFormalExpression">${department == 'department-green'}</bpmn:condition>
              </bpmn:conditionalEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="Flow_Green" sourceRef="Event_Green" targetRef="Step_CloseHelped" />
            """;

    @Test
    void walksThroughADraftWithFormsClocksAndAnEnd() throws Exception {
        change("Dienst kiezen voor het signaal", "Dienst aanwijzen");
        var before = traces();

        var run = begin();
        var place = page(run);
        assertThat(place.select("[data-part=notes] a[href=/beheer/brieven/signal-received/nl]")
                        .text())
                .isEqualTo("Wij kregen uw signaal");
        assertThat(place.select("[data-part=waits] a").text()).isEqualTo("Dienst aanwijzen");

        var task = place.select("[data-part=waits] a").attr("href");
        assertThat(page(task).select("select, input[type=radio]")).isNotEmpty();
        assertThat(page(task).select("[name=what]").text())
                .as("of the form before")
                .isEqualTo("Iemand viel.");
        post(FIRST, task).andExpect(status().isUnprocessableEntity());
        post(FIRST, task, "department", "department-mobility", "note", "x").andExpect(status().is3xxRedirection());
        var facts = page(run).select("[data-part=facts]");
        assertThat(facts.select("dl").text()).contains("Welke dienst antwoordt? Dienst mobiliteit");
        assertThat(facts.select("option[value=department]").text()).isEqualTo("Welke dienst antwoordt?");

        act(run, "Signaal beantwoorden", "ours", "yes", "result", "solved", "reply", "De tegels liggen weer vast.");
        act(run, "Antwoord naar de raad brengen", "message", "De tegels liggen weer vast.");
        act(run, "Zeggen of het hielp", "helped", "yes");
        var end = page(run);
        assertThat(end.text()).contains("De proef is aan het einde");
        assertThat(end.select("[data-part=notes]").text())
                .contains("bericht Brief sturen")
                .endsWith(
                        "taak Zeggen of het hielp (Hielp dit antwoord u verder? Ja) einde Behandeld dossier Zaak afsluiten beantwoord"
                                + " einde Beantwoord");
        assertThat(page(run + "?lang=en").text()).contains("The dry run is at its end");
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void fillsInBeforehandAnExampleOfWhatOnlyACaseKnows() throws Exception {
        var form = SIGNAL + "/signal-route.form";
        var known = content(form)
                .replaceFirst(
                        "\"components\": \\[",
                        """
                        "components": [
                            {"type": "textfield", "id": "Field_sender", "key": "sender", "label": "Wie meldt het?",
                             "readonly": true, "properties": {"label_en": "Who?", "prefill": "portal.sender"}},""");
        post(FIRST, form + "/inhoud", "content", known).andExpect(status().isOk());
        var task = page(begin()).select("[data-part=waits] a").attr("href");

        assertThat(page(task).select("[name=sender]").val()).isEqualTo("Wie meldt het?");
        post(FIRST, form + "/terug", "version", version("signal", "signal-route.form"));
    }

    @Test
    void lettingAClockRunOutTakesItsWay() throws Exception {
        var run = begin();
        var timer = page(run).select("[name=timer]");

        if (timer.isEmpty()) {
            var task = page(run).select("[data-part=waits] a").attr("href");
            post(FIRST, task, "department", "department-mobility", "note", "x");
            timer = page(run).select("[name=timer]");
        }
        var notes = page(run).select("[data-part=notes] li").size();
        post(FIRST, run + "/verder", "timer", timer.attr("value")).andExpect(status().is3xxRedirection());

        assertThat(page(run).select("[name=timer][value=" + timer.attr("value") + "]"))
                .isEmpty();
        assertThat(page(run).select("[data-part=notes] li").size()
                        + page(run).select("[data-part=waits] li").size())
                .isGreaterThan(notes);
        post(FIRST, run + "/verder", "timer", "nothing").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void goesWhenItIsThrownAway() throws Exception {
        var run = begin();

        post(FIRST, run + "/weg").andExpect(status().is3xxRedirection());
        mvc.perform(get(run).with(role("process-designer"))).andExpect(status().isNotFound());
    }

    @Test
    void showsWhatWaitsForAFactAndLetsItHappen() throws Exception {
        var close = "<bpmn:serviceTask id=\"Step_CloseHelped\"";
        change(close, GREEN + close);
        var run = begin();
        act(run, "Dienst kiezen voor het signaal", "department", "department-mobility", "note", "x");
        var condition = page(run).select("[name=condition]").attr("value");
        assertThat(page(run).select("[data-part=waits]").text())
                .contains("Wacht op een feit: Het is groen (${department == 'department-green'})");

        post(FIRST, run + "/verder", "condition", condition).andExpect(status().is3xxRedirection());

        assertThat(page(run).text()).contains("De proef is aan het einde", "einde Beantwoord");
        post(FIRST, run + "/verder", "condition", condition).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void refusesADraftWithFaultsAndWhatIsOfAnotherRun() throws Exception {
        var run = begin();
        change("candidateGroups=\"area-manager@area\"", "candidateGroups=\"iedereen\"");

        assertThat(text(post(FIRST, HERE + "/begin/signal", "council", council, "subject", "x", "what", "y")
                        .andExpect(status().isUnprocessableEntity())))
                .contains("Er staan nog fouten in dit ontwerp");
        for (var name : List.of("caseId", "answer:nobody.nothing", "answer:ledger")) {
            post(FIRST, run + "/feit", "name", name, "value", "x").andExpect(status().isUnprocessableEntity());
        }
        assertThat(text(post(FIRST, run + "/feit", "name", "long", "value", "x".repeat(1_001))
                        .andExpect(status().isUnprocessableEntity())))
                .contains("Een waarde heeft hoogstens 1.000 tekens.");
        mvc.perform(get(HERE + "/begin/nothing").with(role("process-designer"))).andExpect(status().isNotFound());
        mvc.perform(get(run.replace("signal", "grant")).with(role("process-designer")))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"participation-office", "administrator", "auditor"})
    void isForDesigners(String other) throws Exception {
        mvc.perform(get(HERE).with(role(other))).andExpect(status().isForbidden());
        mvc.perform(MockMvcRequestBuilders.post(HERE + "/begin/signal")
                        .with(role(other))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    /** Does a task that waits, with these answers. */
    private void act(String run, String task, Object... answers) throws Exception {
        var link = page(run).select("[data-part=waits] a");
        assertThat(link.text()).isEqualTo(task);
        post(FIRST, link.attr("href"), answers).andExpect(status().is3xxRedirection());
    }

    private String begin() throws Exception {
        assertThat(page(HERE).select("[data-part=models] a").text()).contains("Signaal");
        assertThat(page(HERE + "/begin/signal").select("textarea")).isNotEmpty();
        var to = post(
                        FIRST,
                        HERE + "/begin/signal",
                        "council",
                        council,
                        "subject",
                        "Losse tegels",
                        "what",
                        "Iemand viel.")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(to);
    }

    private List<Long> traces() {
        return TRACES.stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
