package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

        assertThatThrownBy(() -> deployBytes(attack.files()))
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

        trying(() -> deployBytes(attack.files()));
        trying(() -> processes.start("hostile", caseId, Map.of("name", "x"), CLERK));
        trying(() -> tasks.ofCase(caseId).forEach(task -> tasks.complete(task.id(), Map.of(), CLERK)));
        trying(engineClock::runDue);
        trying(() -> decisions.evaluateDecisionByKey("hostile").evaluate());

        assertThat(Canary.SONGS).hasValue(songs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE"})
    void readsNoFileWithoutTheCheckEither(String encoding, @TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "the word of the office");
        var model = TestModel.process("hostile", TestModel.line("Task_Check") + TestModel.task("Task_Check"))
                .replace("UTF-8", encoding)
                .replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                .replace("Een proef om", "&e; om");
        EngineOnly.gateIsOpen = true;

        trying(() -> deployBytes(Map.of("hostile.bpmn", model.getBytes(Charset.forName(encoding)))));

        assertThat(repository.createProcessDefinitionQuery().list())
                .extracting(found -> String.valueOf(Drawn.about((ProcessDefinitionEntity)
                        ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(found.getId()))))
                .noneMatch(about -> about.contains("word of the office"));
    }

    @Test
    void areManyAndMostMeetTheWallsToo() {
        assertThat(all().count()).isGreaterThanOrEqualTo(40);
        assertThat(heldByWalls().count()).isGreaterThanOrEqualTo(all().count() / 2);
    }

    private void deployBytes(Map<String, byte[]> files) {
        var deployment = repository.createDeployment().name("hostile");
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        deployment.deploy();
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
