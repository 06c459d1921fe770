package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.HostileModels.Attack;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Hostile models meet the gate; most of them then meet the walls behind it too. */
class HostileModelsProcessTest extends EngineTest {

    private static final List<String> TABLES = List.of(
            "act_re_deployment",
            "act_ge_bytearray",
            "act_re_procdef",
            "act_re_decision_def",
            "act_ru_job",
            "act_ru_event_subscr",
            "act_ru_execution");

    @Autowired
    private DecisionService decisions;

    static Stream<Attack> all() {
        return HostileModels.all();
    }

    static Stream<Attack> heldByWalls() {
        return HostileModels.all().filter(Attack::heldByWalls);
    }

    @AfterEach
    void close() {
        EngineOnly.gateIsOpen = false;
        repository
                .createDeploymentQuery()
                .list()
                .forEach(it -> repository.deleteDeployment(it.getId(), true, true, true));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedWithTheElementNamedAndLeavesNothing(Attack attack) {
        var before = rows();
        var songs = Canary.SONGS.get();

        assertThatThrownBy(() -> deploy(attack.files()))
                .isInstanceOfSatisfying(ModelRefused.class, refused -> assertThat(refused.findings())
                        .filteredOn(Finding::isError)
                        .extracting(Finding::element)
                        .contains(attack.element()));

        assertThat(rows()).isEqualTo(before);
        assertThat(Canary.SONGS).hasValue(songs);
    }

    @ParameterizedTest
    @MethodSource("heldByWalls")
    void runsNothingWithoutTheCheckEither(Attack attack) {
        EngineOnly.gateIsOpen = true;
        var songs = Canary.SONGS.get();
        var caseId = CaseId.create();

        trying(() -> deploy(attack.files()));
        trying(() -> processes.start("hostile", caseId, Map.of("name", "x"), CLERK));
        trying(() -> tasks.ofCase(caseId).forEach(task -> tasks.complete(task.id(), Map.of(), CLERK)));
        trying(engineClock::runDue);
        trying(() -> decisions.evaluateDecisionByKey("hostile").evaluate());

        assertThat(Canary.SONGS).hasValue(songs);
    }

    @Test
    void areManyAndMostMeetTheWallsToo() {
        assertThat(all().count()).isGreaterThanOrEqualTo(40);
        assertThat(heldByWalls().count()).isGreaterThanOrEqualTo(all().count() / 2);
    }

    private Map<String, Long> rows() {
        return TABLES.stream()
                .collect(Collectors.toMap(table -> table, table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }

    /** What the engine says of a hostile model does not matter here, only what it did. */
    private static void trying(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(HostileModelsProcessTest.class).debug("refused", e);
        }
    }
}
