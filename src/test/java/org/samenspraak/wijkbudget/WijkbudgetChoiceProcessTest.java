package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samenspraak.voting.RecountRun;
import org.samenspraak.voting.Seed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** From the first ballot to a count that anybody can repeat. */
class WijkbudgetChoiceProcessTest extends VoteScenario {

    @Autowired
    private PaperCards cards;

    @Autowired
    private PaperDesk paper;

    @Autowired
    private CountPrefill prefill;

    @Test
    void opensWithTheHashOfItsSeedAndLocksTheRules() throws Exception {
        mvc.perform(get("/stemmen/" + number)).andExpect(status().isNotFound());
        toChoice();

        var vote = votes.find(round).orElseThrow();
        assertThat(new Seed(vote.seed()).commitment()).isEqualTo(vote.commitment());
        assertThat(vote.closes())
                .isEqualTo(clocks.find(round, Phase.CHOICE.term(), null)
                        .orElseThrow()
                        .due());
        mvc.perform(get("/stemmen/" + number))
                .andExpect(content()
                        .string(allOf(
                                containsString(vote.commitment()),
                                not(containsString(vote.seed())),
                                containsString("1. Buurtmoestuin"),
                                containsString("95.000,00 euro"),
                                containsString("Deze regels liggen vast"))));
    }

    @Test
    void countsEachAreaWithItsMoneyAndTheRecountGivesTheSameBytes(@TempDir Path folder) throws Exception {
        toChoice();
        vote("een@wijk.example", poort, 1, 2);
        vote("twee@wijk.example", poort, 2, 3);
        vote("drie@wijk.example", poort, 2, 3);
        vote("vier@wijk.example", dorpen, 4);
        refused("wijkbudget.refusal.not-closed", () -> counting.count(round, CLERK));

        pastChoice();
        assertThat(open(round)).containsExactly("Task_ConfirmCount");
        refused("wijkbudget.refusal.not-counted", () -> send(round, "Task_ConfirmCount", Map.of("checked", "true")));
        var url = "/wijkbudget/" + number + "/tellen";
        mvc.perform(post(url).with(role("auditor")).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post(url).with(role("participation-office")).with(csrf())).andExpect(redirectedUrl(url));

        assertThat(counts.lines(round))
                .filteredOn(line -> line.area().equals(poort.value()))
                .extracting(CountRows.Line::number, CountRows.Line::rank, CountRows.Line::votes)
                .as("99,000 and 97,000 of 288,805.97; 95,000 does not fit any more")
                .containsExactly(tuple(2, 1, 3L), tuple(3, 2, 2L), tuple(1, null, 1L));
        for (var file : counts.files(round)) {
            var written = Files.write(folder.resolve("telling.pb"), file.file());
            assertThat(RecountRun.of(written)).isEqualTo(file.steps());
        }
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Tel opnieuw"),
                                containsString("Gekozen."),
                                containsString("minder dan 5 stembiljetten"))));
        var steps = url + "/" + poort + ".txt";
        mvc.perform(get(steps).with(role("department-green"))).andExpect(status().isForbidden());
        mvc.perform(get(url).with(role("department-green")))
                .andExpect(content()
                        .string(allOf(
                                containsString("U leest het als de telling bevestigd is"),
                                not(containsString("Gekozen.")))));
        mvc.perform(get(steps).with(role("auditor"))).andExpect(status().isOk());
        mvc.perform(get(steps).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("1. "), containsString("Speelplein"), not(containsString("voting.")))));
        mvc.perform(get(steps.replace(".txt", ".csv")).with(role("participation-office")))
                .andExpect(content()
                        .bytes(counts.file(round, poort.value()).orElseThrow().steps()));
        answer(round, "Task_ConfirmCount", Map.of("checked", "true"));
        assertThat(rounds.get(round).phase()).isEqualTo(Phase.DECISION);
        mvc.perform(get(url).with(role("department-green")))
                .andExpect(content().string(containsString("Waar minder dan 5 mensen stemden")));
        isKnownToAll(folder);
    }

    @Test
    void saysWhatDecidedBetweenEquals() throws Exception {
        toChoice();
        vote("een@wijk.example", poort, 1);
        vote("twee@wijk.example", poort, 2);
        vote("drie@wijk.example", poort, 3);
        pastChoice();

        counting.count(round, CLERK);

        assertThat(counts.lines(round))
                .filteredOn(line -> line.area().equals(poort.value()))
                .hasSize(3)
                .allSatisfy(line -> {
                    assertThat(line.reason()).contains("Deze projecten stonden gelijk.", "Het lot beslist.");
                    assertThat(line.reasonEn()).contains("These projects are equal.");
                })
                .filteredOn(line -> line.rank() == null)
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).contains("past niet"));
        assertThat(counts.lines(round))
                .filteredOn(line -> line.area().equals(dorpen.value()))
                .allSatisfy(line -> assertThat(line.reason()).doesNotContain("gelijk"));
    }

    private void isKnownToAll(Path folder) throws Exception {
        var vote = votes.find(round).orElseThrow();
        var told = "/publiek/wijkbudget/" + number + "/uitslag/" + poort;
        mvc.perform(get("/stemmen/" + number))
                .andExpect(content().string(allOf(not(containsString(vote.seed())), not(containsString(".pb")))));
        mvc.perform(get(told)).andExpect(status().isNotFound());
        mvc.perform(get(told + ".pb")).andExpect(status().isNotFound());
        mvc.perform(get(told + ".csv")).andExpect(status().isNotFound());

        jdbc.sql("insert into wijkbudget_decision (round, number, decided_on, decided_at, decided_by, public_at)"
                        + " values (?, '2028_CBS_1', current_date, now(), 'college', now())")
                .param(round.value())
                .update();
        mvc.perform(get("/stemmen/" + number)).andExpect(content().string(containsString(vote.seed())));
        mvc.perform(get(told)).andExpect(status().isNotFound());
        mvc.perform(get(told + ".pb")).andExpect(status().isNotFound());
        mvc.perform(get(told + ".csv")).andExpect(status().isNotFound());
        assertThat(page("/stemmen/" + number)).contains("minder dan 5 mensen stemden");
        for (var more = 0; more < BallotRows.LEAST; more++) {
            ballots.add(round, poort, "PAPER", List.of(2), null);
        }
        assertThat(page(told + ".pb")).contains("lot_seed;" + vote.seed(), "subunit;Brugse Poort");
        mvc.perform(get("/stemmen/" + number + "/" + poort + ".pb")).andExpect(redirectedUrl(told + ".pb"));
        anybodyCountsTheSame(told, folder);
        refused("wijkbudget.refusal.settled", () -> counting.count(round, CLERK));
    }

    /** By the files alone, and told in words beside them. */
    private void anybodyCountsTheSame(String told, Path folder) throws Exception {
        var ballots = mvc.perform(get(told + ".pb"))
                .andExpect(header().string(
                                "Content-Disposition",
                                containsString(number.toLowerCase(Locale.ROOT) + "-brugse-poort.pb")))
                .andReturn();
        var file = Files.write(folder.resolve("op.pb"), ballots.getResponse().getContentAsByteArray());
        mvc.perform(get(told + ".csv"))
                .andExpect(header().string("Cache-Control", containsString("public")))
                .andExpect(content().bytes(RecountRun.of(file)));
        assertThat(page(told)).contains("Speelplein krijgt 99.000,00 euro", told + ".csv", "| cmp - ");
        assertThat(page(told + "?lang=en")).contains("Speelplein gets 99,000.00 euros");
        assertThat(page("/stemmen/" + number)).contains("href=\"" + told + "\"");
        jdbc.sql(
                        "update wijkbudget_project set case_id = round, decided = 'LEFT', deviation = 'Er ligt al een plein.' where round = ? and number = 2")
                .param(round.value())
                .update();
        for (var wrong : List.of(told + ".txt", told.replace(poort.toString(), "noord"))) {
            mvc.perform(get(wrong)).andExpect(status().isNotFound());
        }
        assertThat(page(told))
                .contains("met besluit 2028_CBS_1", "Er ligt al een plein.", "Het college geeft het geen geld.");
    }

    @Test
    void countsNoPaperAwayAndNamesWhoGetsNothing() throws Exception {
        toChoice();
        cards.issue(round, poort, 6, "", CLERK).forEach(card -> cards.take(round, card, null));
        pastChoice();
        refused("wijkbudget.paper.refusal.left", () -> counting.count(round, CLERK));
        var url = "/wijkbudget/" + number + "/tellen";
        assertThat(office(url))
                .contains("Bij 6 goede kaarten van Brugse Poort ligt nog geen stembiljet in een stapel.");
        enter(List.of("1", "1", "2", "2", "3", "3"));

        counting.count(round, CLERK);

        assertThat(office(url)).doesNotContain("ligt nog geen stembiljet");
        LocaleContextHolder.setLocale(BudgetWords.DUTCH);
        assertThat(prefill.known(round, CLERK).get("result"))
                .asString()
                .contains("Geen geld: 4 Bank aan het kanaal", "Deze projecten stonden gelijk.", "Het lot beslist.");
    }

    private String office(String url) throws Exception {
        return mvc.perform(get(url).with(role("participation-office")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void enter(List<String> lines) {
        var pile = paper.begin(round, poort, lines.size());
        paper.enter(pile, lines, UUID.randomUUID());
        paper.enter(pile, lines, UUID.randomUUID());
    }

    @Test
    void closesAtItsMinuteAlsoWhenThatIsNoticedLater() {
        toChoice();
        var ends = days(round, Phase.CHOICE).ends();

        goTo(ends.plusDays(4));

        var vote = votes.find(round).orElseThrow();
        assertThat(vote.closedAt()).isEqualTo(vote.closes());
        assertThat(clocks.find(round, "wijkbudget-count", null).orElseThrow().from())
                .isEqualTo(ends);
    }

    @Test
    void goesOnWithoutACountWhenThereIsNothingToChoose() {
        jdbc.sql("update wijkbudget_project set state = 'INFEASIBLE'").update();
        toChoice();

        pastChoice();

        assertThat(open(round)).containsExactly("Task_DecideRound");
        assertThat(rounds.get(round).phase()).isEqualTo(Phase.DECISION);
    }

    @Test
    void countsForNobodyWhatLeftTheBallot() throws Exception {
        toChoice();
        vote(VOTER, poort, 1, 2);
        jdbc.sql("update wijkbudget_project set state = 'STOPPED' where round = ? and number = 1")
                .param(round.value())
                .update();
        pastChoice();

        counting.count(round, CLERK);

        assertThat(counts.lines(round))
                .filteredOn(line -> line.area().equals(poort.value()))
                .extracting(CountRows.Line::number, CountRows.Line::votes)
                .containsExactly(tuple(2, 1L), tuple(3, 0L));
    }

    @Test
    void givesNothingWhenNobodyVotes() throws Exception {
        toChoice();
        pastChoice();

        counting.count(round, CLERK);

        assertThat(counts.lines(round)).hasSize(4).allMatch(line -> line.rank() == null);
    }
}
