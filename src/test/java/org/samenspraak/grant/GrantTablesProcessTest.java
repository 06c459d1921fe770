package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Every rule of the tables of grants, met and not met, and what is there without a rule. */
class GrantTablesProcessTest extends PostgresIT {

    private final CaseId caseId = CaseId.create();

    @Autowired
    private Decisions decisions;

    @Autowired
    private Cases cases;

    @Autowired
    private Processes processes;

    /** The tables are those of the model that a case runs on. */
    @BeforeEach
    void runAModelOfTheFolder() {
        cases.open(new OpenCase(
                caseId, "yearly-talk", "GES", "Gesprek", null, null, LocalDate.of(2027, 1, 5), false, Actor.SYSTEM));
        processes.start("grant-decision", caseId, Map.of(), Actor.SYSTEM);
    }

    @Test
    void asksEverythingWhereTheRegulationDoes() {
        assertThat(judge(facts()))
                .containsExactly(
                        entry("register", true),
                        entry("talk", true),
                        entry("forum", true),
                        entry("accounted", true),
                        entry("blocked", true),
                        entry("reserve", true),
                        entry("engagement", true),
                        entry("treasurer", true));
    }

    @ParameterizedTest
    @CsvSource({"grantForum,forum", "grantReserve,reserve", "grantEngagement,engagement", "grantTreasurer,treasurer"})
    void leavesOutWhatTheRegulationDoesNotAsk(String parameter, String condition) {
        var facts = facts();
        var regulation = new HashMap<>(regulation());
        regulation.put(parameter, "no");
        facts.put("regulation", regulation);

        assertThat(judge(facts)).doesNotContainKey(condition).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "inRegister,false,register",
        "talked,false,talk",
        "forumKnown,false,forum",
        "openReports,1,accounted",
        "blockedReports,1,blocked",
        "reserve,1000.01,reserve",
        "engagementSigned,false,engagement",
        "treasurerApart,false,treasurer"
    })
    void failsTheConditionThatIsNotMetAndNoOther(String fact, String value, String condition) {
        var facts = facts();
        facts.put(fact, typed(value));

        var judged = judge(facts);

        assertThat(judged).containsEntry(condition, false);
        assertThat(judged.values()).containsOnlyOnce(false);
    }

    @Test
    void nobodyDeviatesFromABlockOnly() {
        assertThat(decisions.evaluate(caseId, "grant-conditions", facts()))
                .filteredOn(row -> Boolean.TRUE.equals(row.get("hard")))
                .extracting(row -> row.get("condition"))
                .containsExactly("blocked");
    }

    @ParameterizedTest
    @CsvSource({"0.01,official", "2500,official", "2500.00,official", "2500.01,college", "99999,college"})
    void anOfficialDecidesUpToAnAmount(BigDecimal asked, String organ) {
        assertThat(decisions.evaluate(caseId, "grant-organ", Map.of("asked", asked, "regulation", regulation())))
                .containsExactly(Map.of("organ", organ));
    }

    private static Object typed(String value) {
        return value.equals("false") ? false : new BigDecimal(value);
    }

    private Map<String, Boolean> judge(Map<String, Object> facts) {
        var judged = new LinkedHashMap<String, Boolean>();
        decisions
                .evaluate(caseId, "grant-conditions", facts)
                .forEach(
                        row -> judged.put(Objects.toString(row.get("condition")), Boolean.TRUE.equals(row.get("met"))));
        return judged;
    }

    private static Map<String, Object> regulation() {
        return Map.of(
                "grantForum", "yes",
                "grantReserve", "yes",
                "grantEngagement", "yes",
                "grantTreasurer", "yes",
                "grantOfficialMaximum", new BigDecimal("2500"));
    }

    private static Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        facts.put("inRegister", true);
        facts.put("talked", true);
        facts.put("forumKnown", true);
        facts.put("openReports", 0);
        facts.put("blockedReports", 0);
        facts.put("reserve", new BigDecimal("1000"));
        facts.put("asked", new BigDecimal("1000"));
        facts.put("engagementSigned", true);
        facts.put("treasurerApart", true);
        facts.put("regulation", regulation());
        return facts;
    }
}
