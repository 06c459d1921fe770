package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An office that had steps before it was known by whom: who judged then does not decide now either. */
class StepDoerMigrationIT {

    @Test
    void knowsWhoDidWhatBeforeByTheirNames() {
        var database = new SingleConnectionDataSource(TestDatabase.another("step_doer"), "postgres", "", true);
        var flyway = Flyway.configure().dataSource(database);
        flyway.target("202611290001").load().migrate();
        var db = JdbcClient.create(database);
        var ann = person(db, "Adviseur");
        var bert = person(db, "Vervanger");
        db.sql("set session_replication_role = replica").update(); // a step without its case
        step(db, "Task_Advise", "Vervanger", "Adviseur");
        step(db, "Task_Check", "", null);

        flyway.target("202611290002").load().migrate();

        assertThat(db.sql(
                                "select actor_id || ' for ' || on_behalf_of_id from casefile_step where element = 'Task_Advise'")
                        .query(String.class)
                        .single())
                .isEqualTo(bert + " for " + ann);
        assertThat(db.sql("select count(actor_id) from casefile_step")
                        .query(Integer.class)
                        .single())
                .isOne();
        database.destroy();
    }

    private static UUID person(JdbcClient db, String name) {
        var id = UUID.randomUUID();
        db.sql("insert into identity_person (id, username, name, email, phone, password_hash, created_at)"
                        + " values (?, ?, ?, '', '', '', now())")
                .params(id, name, name)
                .update();
        return id;
    }

    private static void step(JdbcClient db, String element, String by, @Nullable String onBehalfOf) {
        db.sql("insert into casefile_step (case_id, process_key, element, type, entered_at, left_at, actor_name,"
                        + " on_behalf_of) values (gen_random_uuid(), 'recognition', ?, 'userTask', now(), now(), ?, ?)")
                .params(element, by, onBehalfOf)
                .update();
    }
}
