package org.samenspraak.advice;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.advice.Scores.Score;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/**
 * A request of Gent on its policy note on participation: six councils, their points and what was done with each, from the
 * appendix of the note. The college approved the draft on 1 October 2020, it was debated on 22 October 2020, and the note is of
 * 25 January 2021.
 */
class GentRequestProcessTest extends AdviceScenario {

    private static final Map<String, String> COUNCILS = Map.of(
            "JR", "Jeugdraad van Gent",
            "CR", "Cultuurraad van Gent",
            "SR", "Seniorenraad van Gent",
            "SAPH", "Stedelijke adviesraad voor personen met een handicap",
            "STANZ", "Noord-Zuidraad van Gent",
            "Ad Rem", "Adviesraad etnisch-culturele diversiteit");
    private static final Map<String, String> KINDS =
            Map.of("positief", "positive", "voorwaarde", "condition", "negatief", "negative", "vraag", "question");
    private static final Map<String, String> OUTCOMES =
            Map.of("gevolgd", "followed", "deels", "partly", "niet", "not", "kennisgenomen", "noted");

    @Autowired
    private Scores scores;

    @Test
    void scoresWhatTheNoteSaysOfEachCouncil() throws IOException {
        var facts = facts();
        goTo(LocalDate.of(2020, 10, 1));
        var gent = areas.add("Gent", null, CLERK);
        var asked = COUNCILS.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> council(CouncilKind.ADVIESRAAD, it.getValue(), gent)));

        var request = sent(asked);
        goTo(LocalDate.of(2020, 10, 22));
        asked.forEach((code, council) -> answer(caseOf(request, council), "Task_WriteAdvice", advice(code, facts)));
        goTo(LocalDate.of(2020, 12, 1));
        reply(request, asked, facts);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        goTo(LocalDate.of(2021, 1, 25));
        answer(request, "Task_DecideCouncil", decision(today()));
        lookThrough(request);
        goTo(LocalDate.of(2022, 1, 26));
        answer(request, "Task_LookBack", Map.of("lookBack", "Het traject na de inspraak wordt bewaakt."));

        assertThat(view(request).status()).isEqualTo(CaseStatus.CLOSED);
        var board = scores.of(ScoreQuery.of("council", "2020-01-01", "2020-12-31", null, null, today())).stream()
                .collect(toMap(Score::of, it -> it));
        asked.forEach((code, council) -> assertThat(numbers(requireNonNull(board.get(council.toString()))))
                .as(code)
                .isEqualTo(numbers(of(code, facts))));
        assertThat(numbers(facts)).isEqualTo(Map.of("followed", 25L, "partly", 10L, "not", 3L, "noted", 21L));
        assertThat(board.values()).allSatisfy(score -> {
            assertThat(score.inTime()).isEqualTo(1);
            assertThat(score.daysTaken()).isEqualTo(21);
            assertThat(score.owed()).isZero();
        });
        assertThat(jdbc.sql("select count(*) from correspondence_letter where template = 'advice-feedback'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    private CaseId sent(Map<String, CouncilId> asked) {
        var request = drafted(Map.of(
                "asker", "participation-office",
                "onBehalfOf", "gemeenteraad",
                "subject", "Beleidsnota participatie",
                "question", "Wat vindt u van het ontwerp van de nota?",
                "domain", "participation",
                "area", ""));
        var rows = new LinkedHashMap<String, Map<String, Object>>();
        for (var proposed :
                (List<?>) requireNonNull(known(request, "Task_ChooseCouncils").get("councils"))) {
            var council = String.valueOf(((Map<?, ?>) proposed).get("council"));
            rows.put(council, Map.of("council", council, "ask", "no", "leftOut", "Raad van een andere stad."));
        }
        asked.values()
                .forEach(council -> rows.put(council.toString(), Map.of("council", council.toString(), "ask", "yes")));
        answer(request, "Task_ChooseCouncils", Map.of("councils", List.copyOf(rows.values()), "urgent", "no"));
        answer(request, "Task_CheckRequest", Map.of("checked", "send"));
        return request;
    }

    private static Map<String, Object> advice(String council, List<Fact> facts) {
        var points = new ArrayList<Map<String, Object>>();
        for (var fact : of(council, facts)) {
            points.add(Map.of(
                    "topic",
                    fact.chapter(),
                    "text",
                    fact.text(),
                    "kind",
                    KINDS.get(fact.kind()),
                    "page",
                    fact.chapter()));
        }
        return Map.of(
                "answer",
                "advice",
                "points",
                points,
                "basis",
                "consensus",
                "chair",
                "acting",
                "chairActing",
                "voorzitter " + council,
                "secretary",
                "acting",
                "secretaryActing",
                "secretaris " + council);
    }

    private void reply(CaseId request, Map<String, CouncilId> asked, List<Fact> facts) {
        var typed = new ArrayList<TypedReply>();
        asked.forEach((code, council) -> {
            var filter = new ReplyFilter(council.value(), null, null, null, ReplyFilter.BY_COUNCIL, null);
            var shown = units.page(request, filter, 100).rows();
            var said = of(code, facts);
            assertThat(shown).hasSameSizeAs(said);
            for (int point = 0; point < said.size(); point++) {
                var unit = shown.get(point);
                var fact = said.get(point);
                assertThat(unit.points().get(0).text()).isEqualTo(fact.text());
                var place = "followed".equals(fact.outcome()) ? fact.reply() : "";
                typed.add(new TypedReply(unit.key(), unit.mark(), fact.outcome(), fact.reply(), place, "", ""));
            }
        });
        assertThat(typed).hasSize(59);
        assertThat(replies.save(request, typed, CLERK).isWhole()).isTrue();
        answer(request, "Task_Reply", Map.of());
    }

    private static List<Fact> of(String council, List<Fact> facts) {
        return facts.stream().filter(fact -> fact.council().equals(council)).toList();
    }

    private static Map<String, Long> numbers(List<Fact> facts) {
        return facts.stream().collect(groupingBy(Fact::outcome, counting()));
    }

    private static Map<String, Long> numbers(Score score) {
        var numbers = new HashMap<>(Map.of(
                "followed", score.followed(),
                "partly", score.partly(),
                "not", score.refused(),
                "noted", score.noted(),
                "answered", score.answered(),
                "passed-on", score.passedOn()));
        numbers.values().removeIf(number -> number == 0);
        return numbers;
    }

    private static List<Fact> facts() throws IOException {
        return new ClassPathResource("advice/gent-2020.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(";", 6))
                .map(cells -> new Fact(
                        cells[0], cells[1], cells[2], cells[3], requireNonNull(OUTCOMES.get(cells[4])), cells[5]))
                .toList();
    }

    record Fact(String council, String chapter, String text, String kind, String outcome, String reply) {}
}
