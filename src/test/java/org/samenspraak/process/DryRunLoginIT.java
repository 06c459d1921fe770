package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/** With the fakes taken away: the login of dry runs may do nothing with what is the office's. */
class DryRunLoginIT extends PostgresIT {

    @Autowired
    private DryRunEngine engine;

    @Autowired
    private DryRunLogins database;

    @Autowired
    private ModelGate gate;

    @Autowired
    private Feel feel;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private DataSource office;

    @Autowired
    private StepBeans steps;

    @Test
    void hasNoRightOnAnyTableOfTheOffice() {
        engine.get();
        var open = jdbc.sql(
                        """
                        select c.relname from pg_class c
                         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
                           and (c.relkind <> 'S' and has_table_privilege(:login, c.oid,
                                  'select, insert, update, delete, truncate, references, trigger')
                             or c.relkind = 'S' and has_sequence_privilege(:login, c.oid, 'usage, select, update'))""")
                .param("login", database.login())
                .query(String.class)
                .list();

        assertThat(open).isEmpty();
        assertThat(jdbc.sql(
                                "select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls from pg_roles"
                                        + " where rolname = ?")
                        .param(database.login())
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into public.correspondence_message default values",
                "delete from public.ledger_payment",
                "insert into public.ledger_movement default values",
                "delete from public.casefile_case",
                "select * from public.casefile_line",
                "select * from public.council_membership",
                "update public.act_ru_task set name_ = 'x'",
                "select word from public.process_dry_run_login",
                "create table public.own (id int)",
                "set role postgres"
            })
    void canNotMailPayPublishReadOrWriteWhateverItTries(String sql) {
        var own = engine.get().jdbc();

        assertThatThrownBy(() -> own.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void keepsItsOwnTablesApartAndRunsNoJobByItself() {
        var running = engine.get();

        assertThat(running.jdbc()
                        .sql(
                                "select count(*) from information_schema.tables where table_schema = 'proef' and table_name like 'act_%'")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(20);
        assertThat(running.engine()
                        .getRepositoryService()
                        .createDeploymentQuery()
                        .list())
                .extracting(it -> it.getId())
                .as("nothing but what was tried")
                .isSubsetOf(running.jdbc()
                        .sql("select deployment from run")
                        .query(String.class)
                        .list());
        assertThat(engine.get()).isSameAs(running);
        assertThat(running.engine().getManagementService().getProperties()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${correspondence.letter('signal-received')}",
                "${correspondence.mail('progress')}",
                "${ledger.release()}",
                "${ledger.pay()}",
                "${casefile.note('Uit een proef')}",
                "${casefile.close('granted')}",
                "${clock.start('signal-route')}"
            })
    void stopsARealStepThatIsPutInThePlaceOfAFake(String step) {
        var real = new DryRunEngine(database, gate, feel, transactions, office, steps, new EngineNotes(clock));
        var runs = new DryRuns(real, new DryRunBook(real, database, clock), clock);
        var before = rows();
        var files = TestModel.files(
                "guest",
                TestModel.process("guest", TestModel.line("Step_Real") + TestModel.step("Step_Real", step, "")));

        assertThatThrownBy(() -> runs.start("guest", whole(files), "guest", Map.of(), Actor.SYSTEM))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("process.refusal.dry-run")
                .hasMessageContaining("bad SQL grammar");

        assertThat(rows()).isEqualTo(before);
        real.destroy();
    }

    /** With a form that the office takes. */
    private static Map<String, String> whole(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Long> rows() {
        return Stream.of(
                        "correspondence_message",
                        "ledger_movement",
                        "casefile_line",
                        "casefile_case",
                        "deadlines_clock")
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
