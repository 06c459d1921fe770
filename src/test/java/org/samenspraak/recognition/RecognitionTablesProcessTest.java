package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Decisions;
import org.samenspraak.process.Processes;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

class RecognitionTablesProcessTest extends PostgresIT {

    @Autowired
    private Decisions decisions;

    @Autowired
    private Regulations regulations;

    @Autowired
    private Cases cases;

    @Autowired
    private Processes processes;

    private final CaseId caseId = CaseId.create();

    /** The tables are those of the model that a case runs on. */
    @BeforeEach
    void runAModelOfTheFolder() {
        cases.open(new OpenCase(
                caseId,
                "recognition",
                "REC",
                "Wijkraad Runkst",
                null,
                null,
                LocalDate.of(2026, 9, 1),
                false,
                Actor.SYSTEM));
        processes.start("recognition-term", caseId, Map.of("hasEnd", false), Actor.SYSTEM);
    }

    @Test
    void meetsEveryConditionOfANeighbourhoodCouncil() {
        assertThat(judge(council()))
                .containsExactly(
                        entry("members", true),
                        entry("chair", true),
                        entry("secretary", true),
                        entry("treasurer", true),
                        entry("politicians", true),
                        entry("open", true));
    }

    @Test
    void holdsTheBalanceOfSexesAgainstAdvisoryCouncilsOnly() {
        assertThat(judge(council())).doesNotContainKey("balance");
        assertThat(judge(with("kind", "adviesraad"))).containsEntry("balance", true);
    }

    @ParameterizedTest
    @CsvSource({
        "members, distinctAddresses, 2",
        "chair, hasChair, false",
        "secretary, hasSecretary, false",
        "treasurer, hasTreasurer, false",
        "politicians, votingPoliticians, 1",
        "open, openToNewMembers, false"
    })
    void failsTheConditionThatIsNotMetAndNoOther(String condition, String fact, String value) {
        var judged = judge(with(fact, typed(value)));

        assertThat(judged).containsEntry(condition, false);
        assertThat(judged.values()).containsOnlyOnce(false);
    }

    /** Only of advisory councils the decree says it; of other councils it is the city's own rule, and a city may have none. */
    @ParameterizedTest
    @CsvSource({
        "adviesraad, no, no, false, members.politician-voting.adviesraad",
        "adviesraad, no, yes, false, members.politician-voting.adviesraad",
        "adviesraad, yes, no, true, members.politician-voting.adviesraad",
        "adviesraad, , no, false, members.politician-voting",
        "wijkraad, no, no, false, members.politician-voting",
        "wijkraad, no, yes, true, members.politician-voting",
        "dorpsraad, yes, no, false, members.politician-voting",
        "buurtcomite, no, yes, true, members.politician-voting"
    })
    void judgesVotingPoliticiansByTheRuleForTheKind(
            String kind, @Nullable String advisory, String others, boolean met, String parameter) {
        var facts = with("kind", kind);
        facts.put("votingPoliticians", 1);
        var regulation = new HashMap<Object, Object>((Map<?, ?>) facts.get("regulation"));
        regulation.put("membersPoliticianVotingAdviesraad", advisory);
        regulation.put("membersPoliticianVoting", others);
        facts.put("regulation", regulation);

        assertThat(decisions.evaluate(caseId, "recognition-conditions", facts))
                .filteredOn(row -> "politicians".equals(row.get("condition")))
                .singleElement()
                .isEqualTo(Map.of("condition", "politicians", "met", met, "parameter", parameter));
    }

    @ParameterizedTest
    @CsvSource({
        "6, 4, 2, true",
        "6, 2, 4, true",
        "7, 5, 2, false",
        "7, 2, 5, false",
        "3, 2, 1, true",
        "1, 1, 0, false",
        "0, 0, 0, true",
        "6, 4, 0, true"
    })
    void allowsAtMostTwoThirdsOfOneSex(int voting, int women, int men, boolean met) {
        var facts = with("kind", "adviesraad");
        facts.putAll(Map.of("votingEffective", voting, "votingWomen", women, "votingMen", men));

        assertThat(judge(facts)).containsEntry("balance", met);
    }

    @Test
    void needsNoTreasurerWithoutMoney() {
        var facts = with("hasTreasurer", false);
        facts.put("receivesMoney", false);

        assertThat(judge(facts)).containsEntry("treasurer", true);
    }

    @ParameterizedTest
    @CsvSource({
        "adviesraad, gemeenteraad",
        "wijkraad, college",
        "dorpsraad, college",
        "buurtcomite, college",
        "wijkorgaan, college",
        "committee, college"
    })
    void sendsAdvisoryCouncilsToTheGemeenteraadAndOthersToTheCollege(String kind, String organ) {
        var rows = decisions.evaluate(
                caseId,
                "recognition-organ",
                Map.of("kind", kind, "regulation", council().get("regulation")));

        assertThat(rows).singleElement().isEqualTo(Map.of("organ", organ));
    }

    private Map<String, Boolean> judge(Map<String, Object> facts) {
        var judged = new LinkedHashMap<String, Boolean>();
        decisions
                .evaluate(caseId, "recognition-conditions", facts)
                .forEach(row -> judged.put(String.valueOf(row.get("condition")), (Boolean) row.get("met")));
        return judged;
    }

    private Map<String, Object> with(String fact, Object value) {
        var facts = council();
        facts.put(fact, value);
        return facts;
    }

    private static Object typed(String value) {
        return value.matches("\\d+") ? (Object) Integer.valueOf(value) : Boolean.valueOf(value);
    }

    private Map<String, Object> council() {
        var facts = new HashMap<String, Object>();
        facts.put("kind", "wijkraad");
        facts.put("distinctAddresses", 3);
        facts.put("hasChair", true);
        facts.put("hasSecretary", true);
        facts.put("hasTreasurer", true);
        facts.put("receivesMoney", true);
        facts.put("openToNewMembers", true);
        facts.put("votingEffective", 3);
        facts.put("votingWomen", 2);
        facts.put("votingMen", 1);
        facts.put("votingPoliticians", 0);
        facts.put("regulation", regulations.facts(regulations.inForce("recognition", LocalDate.of(2026, 1, 5))));
        return facts;
    }
}
