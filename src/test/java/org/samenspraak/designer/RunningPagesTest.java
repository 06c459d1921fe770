package org.samenspraak.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.OpenTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of the cases of today on another version, and taking them along. */
class RunningPagesTest extends Designers {

    private static final String RUNNING = SIGNAL + "/lopend";
    private static final String ROUTE = "Dienst kiezen voor het signaal";

    @Autowired
    private CaseMover mover;

    @Autowired
    private Clocks clocks;

    @Test
    void triesADraftOnTheCasesOfTodayAndWritesNothing() throws Exception {
        var signal = reported();
        var due = task(signal, "Task_RouteSignal").due();
        change("name=\"term\" value=\"signal-route\"", "name=\"term\" value=\"signal-answer\"");

        var tried = page(RUNNING).select("section[data-part=draft]");
        assertThat(tried.text()).contains(ROUTE, "kan mee").containsPattern(ROUTE + ": .* wordt ");

        assertThat(task(signal, "Task_RouteSignal").due()).isEqualTo(due);
        assertThat(clocks.find(signal, "signal-answer", null)).isEmpty();
        assertThat(jdbc.sql("select count(*) from act_re_deployment where name_ = 'signal'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void tellsWhichFormsChangeForTheCasesOfAPlace() throws Exception {
        reported();
        var form = SIGNAL + "/signal-route.form";
        var content = content(form);
        var label = content.replaceFirst("(?s).*?\"label\": \"([^\"]+)\".*", "$1");
        post(
                FIRST,
                form + "/inhoud",
                "content",
                content.replace("\"" + label + "\"", "\"Welke dienst nu?\""),
                "version",
                0);

        assertThat(page(RUNNING).select("section[data-part=draft]").text())
                .contains("Formulier “", "“" + label + "” heet nu “Welke dienst nu?”");
        change("formRef=\"signal-route\"", "formRef=\"signal-answer\"");
        assertThat(page(RUNNING + "?lang=en").select("section[data-part=draft]").text())
                .containsPattern("Form “.+” becomes “.+”");
    }

    @Test
    void takesACaseAlongWithTheTermGroupsAndNameOfTheNewVersion() throws Exception {
        var signal = reported();
        change("name=\"term\" value=\"signal-route\"", "name=\"term\" value=\"signal-answer\"");
        change(ROUTE, "Dienst aanwijzen");
        change(
                "candidateGroups=\"area-manager@area\" camunda:formRef=\"signal-route\"",
                "candidateGroups=\"participation-office\" camunda:formRef=\"signal-route\"");
        publish();
        assertThat(task(signal, "Task_RouteSignal").name()).isEqualTo(ROUTE);

        var before = Objects.requireNonNull(task(signal, "Task_RouteSignal").due());
        var move = move(page(RUNNING));
        mover.move();

        OpenTask task = task(signal, "Task_RouteSignal");
        assertThat(task.name()).isEqualTo("Dienst aanwijzen");
        assertThat(task.groups()).hasToString("[participation-office]");
        assertThat(task.due()).isAfter(before);
        assertThat(clocks.running(signal, 10)).extracting(clock -> clock.term()).containsExactly("signal-answer");
        assertThat(inbox(signal)).isEqualTo("Dienst aanwijzen");
        assertThat(page(move).text()).contains("Meegenomen 1", "Nog te doen 0");
        assertThat(page(move).select("section[aria-labelledby=gone] li").text())
                .startsWith(view(signal).number())
                .containsPattern(ROUTE + " → Dienst aanwijzen: .+ wordt .+");
        assertThat(page(RUNNING).text()).contains("Alle lopende zaken lopen op de versie van nieuwe zaken.");
        var dossier = page("/zaken/" + view(signal).number());
        assertThat(dossier.text()).contains("gaat verder op versie 2");
        assertThat(dossier.select(".step--now").text())
                .contains("Dienst aanwijzen")
                .doesNotContain(ROUTE);

        answer(signal, "Task_RouteSignal", Map.of("department", "department-green"));
        assertThat(open(signal)).containsExactly("Task_AnswerSignal");
    }

    @Test
    void leavesACaseAsItWasWhoseStepIsGoneAndTellsWhy() throws Exception {
        var signal = reported();
        change("id=\"Task_RouteSignal\"", "id=\"Task_Choose\"");
        change("sourceRef=\"Task_RouteSignal\"", "sourceRef=\"Task_Choose\"");
        change("targetRef=\"Task_RouteSignal\"", "targetRef=\"Task_Choose\"");
        publishAll("Task_RouteSignal", "Task_Choose");

        var running = page(RUNNING);
        assertThat(running.select("section[data-part=places]").text())
                .contains("De stap “" + ROUTE + "” staat niet in de nieuwe versie.");
        assertThat(running.select("input[name=places][disabled]")).hasSize(1);
        // somebody who sends it all the same
        var move = move(running);
        mover.move();

        assertThat(page(move).text())
                .contains("Gebleven zoals ze waren 1", "De stap “" + ROUTE + "” staat niet in de nieuwe versie.");
        assertThat(open(signal)).containsExactly("Task_RouteSignal");
        post(FIRST, move + "/terug").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void bringsCasesBackAndStopsWhatWaits() throws Exception {
        var signal = reported();
        var other = reported("Donker pad");
        change(ROUTE, "Dienst aanwijzen");
        publish();
        var move = move(page(RUNNING));
        mover.move();
        assertThat(task(other, "Task_RouteSignal").name()).isEqualTo("Dienst aanwijzen");

        var back = post(FIRST, move + "/terug").andReturn().getResponse().getRedirectedUrl();
        mover.move();
        assertThat(page(Objects.requireNonNull(back)).text()).contains("Meegenomen 2");
        assertThat(task(signal, "Task_RouteSignal").name()).isEqualTo(ROUTE);
        assertThat(page("/zaken/" + view(signal).number()).text()).contains("gaat verder op versie 1");

        var again = move(page(RUNNING));
        post(FIRST, again + "/stop").andExpect(status().is3xxRedirection());
        mover.move();
        assertThat(page(again).text()).contains("Meegenomen 0", "Gestopt 2");
        assertThat(task(signal, "Task_RouteSignal").name()).isEqualTo(ROUTE);
        post(FIRST, RUNNING).andExpect(status().isUnprocessableEntity());
    }

    /** Moves every place, and the address where that is followed. */
    private String move(Document running) throws Exception {
        var places = running.select("input[name=places]").eachAttr("value");
        var pairs = places.stream().flatMap(place -> Stream.of("places", place)).toArray();
        return Objects.requireNonNull(post(FIRST, RUNNING, pairs)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    /** What is said elsewhere of an element follows its id. */
    private void publishAll(String from, String to) throws Exception {
        var content = content(MODEL)
                .replace(from + "<", to + "<")
                .replace("\"" + from + "\"", "\"" + to + "\"")
                .replace("bpmnElement=\"" + from, "bpmnElement=\"" + to);
        post(FIRST, MODEL + "/inhoud", "content", content, "version", version()).andExpect(status().isOk());
        publish();
    }

    private String inbox(CaseId signal) {
        return jdbc.sql("select name from process_task where case_id = ?")
                .params(signal.value())
                .query(String.class)
                .single();
    }
}
