package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.TypedForm;
import org.samenspraak.voting.Jury;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.samenspraak.wijkbudget.JuryScores.Given;
import org.springframework.beans.factory.annotation.Autowired;

/** The college decides on what was chosen; all proposers hear of it before anybody else. */
class WijkbudgetDecisionProcessTest extends DecidedScenario {

    @Autowired
    private BallotRows ballots;

    @Autowired
    private DecisionPrefill prefill;

    @Test
    void tellsNobodyHowFewPeopleVoted() throws Exception {
        counted("Groen plein", true);
        ballots.add(round, poort, "ONLINE", List.of(1), null);

        answer(round, "Task_DecideRound", decision("yes"));

        outbox.sendDue();
        assertThat(mails())
                .anyMatch(mail -> mail.contains("Minder dan 5 mensen stemden"))
                .noneMatch(mail -> mail.contains("de meeste stemmen"));
    }

    @Test
    void tellsAllProposersBeforeAnybodyElseReadsTheResult() throws Exception {
        var project = counted("Groen plein", true);
        assertThat(open(round)).containsExactly("Task_DecideRound");

        answer(round, "Task_DecideRound", decision("yes"));

        release.release();
        mvc.perform(get(publicUrl() + "/uitslag")).andExpect(status().isNotFound());
        assertThat(body(publicUrl() + "/projecten"))
                .contains("Kan gekozen worden")
                .doesNotContain("Gekozen<");
        assertThat(body("/publiek/wijkbudget-projecten.csv"))
                .contains("FEASIBLE")
                .doesNotContain("CHOSEN");

        outbox.sendDue();
        release.release();

        assertThat(mails())
                .anyMatch(mail -> mail.contains("is gekozen") && mail.contains("Groen plein"))
                .as("in plain words, not as a step of the count")
                .anyMatch(mail -> mail.contains("krijgt 8.000,00 euro. 42 mensen stemden ervoor.")
                        && mail.contains("2028-CBS-0042")
                        && mail.contains("Die is op de site zodra"))
                .noneMatch(mail -> mail.contains("de meeste stemmen"));
        assertThat(body(publicUrl() + "/uitslag"))
                .contains("Groen plein", "42", "Het heeft de meeste stemmen.", "2028-CBS-0042")
                .contains("1 project krijgt geld: 8.000,00 euro.")
                .contains(
                        "werd geen enkel idee een project waarover iemand kon kiezen",
                        "blijft in de pot van dit gebied")
                .contains("class=\"bar__part\" height=\"8\" width=\"100.0\"")
                .as("the only one has no place in a row")
                .doesNotContain("als nummer");
        assertThat(body(publicUrl() + "/uitslag?lang=en")).contains("It has the most votes.");
        assertThat(body(address(PROPOSER))).contains("staat bij de uitslag").doesNotContain("op de site zodra");
        assertThat(body(publicUrl())).contains("/uitslag");
        assertThat(roundNews.newest(null, null, 1_000))
                .filteredOn(
                        one -> publicUrl().endsWith(one.number()) && one.kind().equals("results"))
                .hasSize(1);
        jdbc.sql("update wijkbudget_decision set public_at = public_at - interval '13 months' where round = ?")
                .param(round.value())
                .update();
        assertThat(roundNews.newest(null, null, 1_000))
                .as("phases of that time are in the feed too")
                .filteredOn(
                        one -> publicUrl().endsWith(one.number()) && one.kind().equals("results"))
                .hasSize(1);
        assertThat(body("/publiek/sitemap.xml")).contains(publicUrl() + "/uitslag<", publicUrl() + "/evaluatie<");
        assertThat(stands(project)).isEqualTo(State.CHOSEN);
        assertThat(pots.held(project).orElseThrow().reserved().cents()).isEqualTo(800_000L);
        assertThat(left()).isEqualTo(28_880_597L - 800_000L);
    }

    private List<String> mails() {
        return mail.receivedBy(PROPOSER).stream()
                .map(it -> GreenMailUtil.getWholeMessage(it).replace("=\r\n", ""))
                .toList();
    }

    private long left() {
        return budgets.find(decisions.pot(round, poort).orElseThrow())
                .orElseThrow()
                .available()
                .cents();
    }

    @Test
    void deviatesPerProjectWithAReasonThatEverybodyReads() throws Exception {
        var project = counted("Groen plein", true);

        answer(round, "Task_DecideRound", deviation(project, "left"));
        outbox.sendDue();
        release.release();

        assertThat(view(project).outcome()).isEqualTo("left");
        assertThat(mails())
                .as("that residents chose it, by which decision it gets nothing, and what can be done")
                .anyMatch(mail -> mail.contains("niet gekozen")
                        && mail.contains("De telling koos dit project, met 42 stemmen.")
                        && mail.contains("heraangelegd")
                        && mail.contains("2028-CBS-0042")
                        && mail.contains("klacht indienen bij de toezichthoudende overheid"));
        assertThat(body(address(PROPOSER)))
                .contains("De telling koos dit project, met 42 stemmen.", "heraangelegd", "2028-CBS-0042", "30 dagen");
        assertThat(body(publicUrl() + "/uitslag"))
                .contains("De telling koos dit project, met 42 stemmen.", "Het college week hier af van de telling.")
                .contains("wijkt af van de telling", "De straat wordt toch heraangelegd.")
                .as("what it would have got")
                .doesNotContain("Het heeft de meeste stemmen.", "als nummer")
                .contains("In dit gebied is geen enkel project gekozen.");
        assertThat(body(publicUrl() + "/projecten/" + projects.get(project).id()))
                .contains("Waarom dit project niet gekozen is", "De straat wordt toch heraangelegd.")
                .contains("href=\"" + publicUrl() + "/uitslag\"");
        assertThat(pots.held(project)).isEmpty();
        goTo(begins(Phase.EXECUTION));
        assertThat(rounds.get(round).phase()).isEqualTo(Phase.EXECUTION);
    }

    @Test
    void showsEverybodyWhatMembersGaveWithoutANameOnceItIsDecided() throws Exception {
        var project = feasible("Groen plein");
        goTo(begins(Phase.DECISION));
        var criteria = jury.criteria(round);
        for (var at = 1; at <= BallotRows.LEAST; at++) {
            jury.add(round, "Mevrouw " + at, null, CLERK);
            var member = scores.find(round, "Mevrouw " + at).orElseThrow().id();
            var points = criteria.stream().collect(Collectors.toMap(Jury.Criterion::name, one -> 7));
            jury.keep(round, member, new Given(Map.of(projects.get(project).id(), points), Set.of()), "", CLERK);
            jury.confirm(round, member, 1, Actor.person(PersonId.create(), "bureau"));
        }
        counting.count(round, CLERK);
        answer(round, "Task_ConfirmCount", Map.of("checked", "true"));
        assertThat(body("/publiek/wijkbudget-punten.csv"))
                .doesNotContain(projects.get(project).id().toString());
        assertThat(String.valueOf(prefill.known(round, CLERK).get("results"))).containsAnyOf("100,00%", "100.00%");

        answer(round, "Task_DecideRound", decision("yes"));
        outbox.sendDue();
        release.release();

        assertThat(body(publicUrl() + "/uitslag"))
                .contains("Punten van jury of panel (0 tot 10)", "7,00", "/publiek/wijkbudget-punten.csv");
        assertThat(mails()).anyMatch(mail -> mail.contains("gemiddeld 7,00 van de 10 punten"));
        assertThat(body("/publiek/wijkbudget-punten.csv"))
                .contains("\"" + projects.get(project).id() + "\",\"5\",\""
                        + criteria.get(0).name() + "\",\"7\"")
                .doesNotContain("Mevrouw");
    }

    @Test
    void showsWhoDecidesWhatCommitteeDepartmentsAndCountSaid() throws Exception {
        var project = counted("Groen plein", true);
        var id = projects.get(project).id();
        jdbc.sql("update wijkbudget_answer set answer = 'IF', words = 'De leiding blijft vrij.' where project = ?")
                .param(id)
                .update();
        jdbc.sql(
                        """
                        insert into wijkbudget_project_advice (project, advice, consensus, few_why, members, given_at, given_by)
                        values (?, 'conditions', 'Eerst de bomen.', 'Er is vakantie.', 5, now(), 'commissie') on conflict (project) do update
                           set advice = excluded.advice, consensus = excluded.consensus, few_why = excluded.few_why,
                               members = excluded.members
                        """)
                .param(id)
                .update();

        assertThat(String.valueOf(prefill.known(round, CLERK).get("results")))
                .contains("Groen plein", "42")
                .containsAnyOf("Het heeft de meeste stemmen.", "It has the most votes.")
                .contains("Eerst de bomen.", "De leiding blijft vrij.", "Eén biljet had twee kruisjes.")
                .containsAnyOf("van de 5 leden, omdat: Er is vakantie.", "of the 5 members, because: Er is vakantie.");

        jdbc.sql("update wijkbudget_project_advice set advice = 'none', consensus = null where project = ?")
                .param(id)
                .update();
        assertThat(String.valueOf(prefill.known(round, CLERK).get("results")))
                .containsAnyOf("geen advies, omdat: Er is vakantie.", "no advice, because: Er is vakantie.");
    }

    @Test
    void refusesWhatIsNoDeviationAndMoreThanAnAreaHas() throws Exception {
        var project = counted("Groen plein", false);

        refused("wijkbudget.refusal.no-deviation", () -> send(round, "Task_DecideRound", deviation(project, "left")));
        jdbc.sql("update wijkbudget_area set amount_cents = 1000").update();
        refused("wijkbudget.refusal.pot", () -> send(round, "Task_DecideRound", deviation(project, "chosen")));

        assertThat(decisions.find(round)).isEmpty();
        assertThat(stands(project)).isEqualTo(State.FEASIBLE);
    }

    @Test
    void takesEachProjectOnce() throws Exception {
        var project = counted("Groen plein", true);
        for (var second : List.of("left", "chosen")) {
            var answers = deviation(project, "left");
            var rows = Stream.of(answers, deviation(project, second))
                    .flatMap(one -> ((List<?>) Objects.requireNonNull(one.get("deviations"))).stream())
                    .toList();
            answers.put("deviations", rows);
            refused("wijkbudget.refusal.project-twice", () -> send(round, "Task_DecideRound", answers));
        }
        assertThat(decisions.find(round)).isEmpty();
    }

    @Test
    void decidesOnNoDayBeforeTheCountWasConfirmed() throws Exception {
        counted("Groen plein", true);
        var counted = today();
        wait(2);
        var task = task(round, "Task_DecideRound");
        var answers = decision("yes");
        answers.put("decisionDate", counted.minusDays(1).toString());

        var judged = forms.judge(form(task), taskData.of(task, form(task), CLERK), TypedForm.of(answers));

        assertThat(judged.errors()).extracting("path").containsExactly("decisionDate");
        answers.put("decisionDate", counted.toString());
        answer(round, "Task_DecideRound", answers);
        assertThat(decisions.find(round)).isPresent();
    }

    @Test
    void asksAReasonForEachDeviation() throws Exception {
        var project = counted("Groen plein", true);
        var task = task(round, "Task_DecideRound");
        var answers = decision("no");
        answers.put(
                "deviations",
                List.of(Map.of("project", projects.get(project).id().toString(), "decided", "left", "why", "")));

        var judged = forms.judge(form(task), taskData.of(task, form(task), CLERK), TypedForm.of(answers));

        assertThat(judged.errors()).extracting("path").containsExactly("deviations[0].why");
    }
}
