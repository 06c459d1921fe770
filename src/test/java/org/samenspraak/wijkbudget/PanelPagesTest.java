package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.wijkbudget.JuryScores.Given;
import org.samenspraak.wijkbudget.JuryScores.Juror;
import org.samenspraak.wijkbudget.LotRows.Input;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Nobody alone says what a panel decided: two officials read its paper, the lot says who sits in it, and what was there stays to be read. */
class PanelPagesTest extends VoteScenario {

    private static final PersonId ONE = PersonId.create();
    private static final PersonId OTHER = PersonId.create();

    @Autowired
    private JuryHistory past;

    @Autowired
    private LotDesk lot;

    @Override
    Map<String, String> regulation() {
        return Map.of(
                "choice.method",
                "mix",
                "choice.public-share",
                "70",
                "choice.criteria",
                "draagvlak:1",
                "choice.points",
                "10",
                "vote.most",
                "2",
                "count.rule",
                "greedy-skip");
    }

    @Autowired
    private PaperCards cards;

    @Test
    void countsPaperOnlyOnceASecondOfficialReadTheSame() throws Exception {
        toChoice();
        jury.add(round, "lid 1", null, CLERK);
        pastChoice();
        send(sheet(), ONE, "version", "0", "p-1-0", "2", "p-2-0", "8", "c-3", "yes", "p-4-0", "5")
                .andExpect(redirectedUrl(url()));
        refused("wijkbudget.jury.refusal.unconfirmed", () -> counting.count(round, CLERK));
        read(url()).andExpect(content().string(containsString("Een collega moet dit nog nakijken")));
        read(sheet(), ONE).andExpect(content().string(not(containsString("/bevestigen"))));
        send(sheet() + "/bevestigen", ONE, "version", "1")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("U voerde deze punten in.")));
        send(sheet() + "/bevestigen", OTHER, "version", "0")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("intussen bevestigd of veranderd")));

        read(sheet(), OTHER).andExpect(content().string(containsString("/bevestigen")));
        send(sheet() + "/bevestigen", OTHER, "version", "1").andExpect(redirectedUrl(url()));

        counting.count(round, CLERK);
        assertThat(counts.isCounted(round)).isTrue();
    }

    @Test
    void asksWhyPointsOfPaperChangeAndKeepsWhatTheyWere() throws Exception {
        toChoice();
        jury.add(round, "lid 1", null, CLERK);
        send(sheet(), ONE, "version", "0", "p-1-0", "2", "c-2", "yes", "c-3", "yes", "c-4", "yes")
                .andExpect(redirectedUrl(url()));
        send(sheet() + "/bevestigen", OTHER, "version", "1").andExpect(redirectedUrl(url()));
        send(
                        sheet(),
                        OTHER,
                        "version",
                        "0",
                        "p-1-0",
                        "9",
                        "c-2",
                        "yes",
                        "c-3",
                        "yes",
                        "c-4",
                        "yes",
                        "why",
                        "Het papier zegt 9.")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Een collega wijzigde dit blad intussen")));
        send(sheet(), OTHER, "version", "1", "p-1-0", "9", "c-2", "yes", "c-3", "yes", "c-4", "yes")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("Schrijf waarom"), containsString("value=\"9\""))));
        assertThat(juror().isUnconfirmed()).isFalse();

        send(
                        sheet(),
                        OTHER,
                        "version",
                        "1",
                        "p-1-0",
                        "9",
                        "c-2",
                        "yes",
                        "c-3",
                        "yes",
                        "c-4",
                        "yes",
                        "why",
                        "Het papier zegt 9.")
                .andExpect(redirectedUrl(url()));

        assertThat(juror().isUnconfirmed()).isTrue();
        mvc.perform(get(url()).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("1;draagvlak;2\n2;;\n3;;\n4;;"),
                                containsString("Het papier zegt 9."),
                                containsString("vervangen door participation-office"))));
        send(sheet() + "/weg", OTHER, "gone", "").andExpect(status().isUnprocessableEntity());
        send(sheet() + "/weg", OTHER, "gone", "Het lid is ziek.").andExpect(redirectedUrl(url()));
        assertThat(past.of(round))
                .extracting(JuryHistory.Past::points, JuryHistory.Past::why)
                .containsExactly(
                        tuple("1;draagvlak;9\n2;;\n3;;\n4;;", "Het lid is ziek."),
                        tuple("1;draagvlak;2\n2;;\n3;;\n4;;", "Het papier zegt 9."));
    }

    @Test
    void namesAllWrongFieldsAtOnceAndKeepsWhatWasTyped() throws Exception {
        toChoice();
        jury.add(round, "lid 1", null, CLERK);

        send(sheet(), ONE, "p-1-0", "11", "p-2-0", "veel", "p-4-0", "7")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"p-1-0-error\""),
                                containsString("id=\"p-2-0-error\""),
                                not(containsString("id=\"p-4-0-error\"")),
                                containsString("value=\"11\""),
                                containsString("value=\"veel\""),
                                containsString("value=\"7\""))));
        assertThat(juror().keptBy()).isNull();
    }

    @Test
    void countsNoMixWithoutAJuryAndSaysPerProjectWhoseScoreIsMissing() throws Exception {
        toChoice();
        pastChoice();
        refused("wijkbudget.jury.refusal.empty", () -> counting.count(round, CLERK));
        mvc.perform(post("/wijkbudget/" + number + "/tellen")
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("maar niemand geeft er")));
        jury.add(round, "lid 1", null, CLERK);
        jury.add(round, "lid 2", null, CLERK);
        jury.keep(round, juror().id(), given(1, 2), "", CLERK);

        refused("wijkbudget.jury.refusal.open", () -> counting.count(round, CLERK));
        read(url())
                .andExpect(content()
                        .string(allOf(
                                containsString("lid 1. Onvolledig: nog geen punten voor project 3, 4."),
                                containsString("lid 2. Er zijn nog geen punten."))));
    }

    @Test
    void letsOnlyWhoTheLotDrewGivePointsAndFollowsWhoDropsOut() throws Exception {
        lot.fix(round, drawnFrom(40), CLERK);
        goTo(today().plusDays(1));
        lot.draw(round, CLERK);
        jdbc.sql(
                        "insert into wijkbudget_juror (id, round, label, kept_by, kept_on) values (gen_random_uuid(), ?, 'lid 1', 'bureau', ?)")
                .params(round.value(), today())
                .update();
        toChoice();
        pastChoice();
        refused("wijkbudget.jury.refusal.other-members", () -> counting.count(round, CLERK));
        refused("wijkbudget.jury.refusal.by-lot", () -> jury.add(round, "lid 2", null, CLERK));

        send(url() + "/panel", ONE).andExpect(redirectedUrl(url()));

        var members = lot.members(round);
        assertThat(labels()).hasSize(20).containsExactlyInAnyOrderElementsOf(members);
        assertThat(past.of(round)).extracting(JuryHistory.Past::label).containsExactly("lid 1");
        refused("wijkbudget.jury.refusal.by-lot", () -> jury.remove(round, juror(), "Ziek.", CLERK));
        jury.keep(round, juror().id(), given(1, 2, 3, 4), "", CLERK);
        var gone = juror().label();
        refused("wijkbudget.refusal.reason", () -> lot.drop(round, gone, " ", CLERK));
        lot.drop(round, gone, "Het lid verhuist.", CLERK);

        assertThat(labels()).doesNotContain(gone).containsExactlyInAnyOrderElementsOf(lot.members(round));
        assertThat(past.of(round)).extracting(JuryHistory.Past::why).contains("Het lid verhuist.");
        scores.jurors(round).forEach(one -> {
            jury.keep(round, one.id(), given(1, 2, 3, 4), "", CLERK);
            jury.confirm(round, one.id(), 1, Actor.person(OTHER, "bureau"));
        });
        refused("wijkbudget.paper.refusal.cards-late", () -> cards.issue(round, poort, 1, "", CLERK));
        counting.count(round, CLERK);
        refused("wijkbudget.lot.refusal.counted", () -> lot.drop(round, labels().get(0), "Ziek.", CLERK));
        read("/wijkbudget/" + number + "/loting")
                .andExpect(content()
                        .string(allOf(containsString("Het lid verhuist."), not(containsString("/loting/vervangen")))));
    }

    @Test
    void isConfirmedByAnotherThanWhoCounted() throws Exception {
        toChoice();
        jury.add(round, "lid 1", null, CLERK);
        jury.keep(round, juror().id(), given(1, 2, 3, 4), "", Actor.person(ONE, "bureau"));
        jury.confirm(round, juror().id(), 1, Actor.person(OTHER, "bureau"));
        pastChoice();
        counting.count(round, Actor.person(ONE, "bureau"));

        refused(
                "wijkbudget.refusal.own-count",
                () -> send(round, "Task_ConfirmCount", Map.of("checked", "true"), Actor.person(ONE, "bureau")));
        answer(round, "Task_ConfirmCount", Map.of("checked", "true"), Actor.person(OTHER, "bureau"));

        assertThat(rounds.get(round).phase()).isEqualTo(Phase.DECISION);
    }

    private String url() {
        return "/wijkbudget/" + number + "/jury";
    }

    private String sheet() {
        return url() + "/" + juror().id();
    }

    private Juror juror() {
        return scores.jurors(round).get(0);
    }

    private List<String> labels() {
        return scores.jurors(round).stream().map(Juror::label).toList();
    }

    private Given given(Integer... projects) {
        var points = jury.projects(round).stream()
                .filter(one -> List.of(projects).contains(one.number()))
                .collect(Collectors.toMap(Candidates.Candidate::id, one -> Map.of("draagvlak", 5)));
        return new Given(points, Set.of());
    }

    private ResultActions send(String path, PersonId by, String... typed) throws Exception {
        var request = post(path).with(csrf());
        for (var at = 0; at < typed.length; at += 2) {
            request.param(typed[at], typed[at + 1]);
        }
        return perform(request, by);
    }

    private ResultActions read(String path) throws Exception {
        return read(path, ONE);
    }

    private ResultActions read(String path, PersonId by) throws Exception {
        return perform(get(path), by);
    }

    private ResultActions perform(MockHttpServletRequestBuilder request, PersonId by) throws Exception {
        return mvc.perform(request.with(person(by, "participation-office")));
    }

    private static Input drawnFrom(int candidates) {
        var list = IntStream.rangeClosed(1, candidates)
                .mapToObj(at -> "K" + at + ";" + (at % 3 == 1 ? "jong" : "oud"))
                .collect(Collectors.joining("\n", "nummer;leeftijd\n", ""));
        return new Input("leeftijd;jong;300\nleeftijd;oud;700\n", 20, 10, list);
    }
}
