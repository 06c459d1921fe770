package org.samenspraak.process;

import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.samenspraak.kernel.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where dry runs are kept: a schema of their own, with a login that has no right on any table of the office. Made at the first
 * dry run; a role belongs to a whole database server, so a migration can't.
 */
@Component
class DryRunLogins {

    static final String SCHEMA = "proef";

    private static final String PREPARE =
            """
            do $$
            declare
                login text := left(current_database(), 57) || '_proef';
                secret text := (select word from process_dry_run_login);
            begin
                if not exists (select from pg_roles where rolname = login) then
                    execute format('create role %I', login);
                end if;
                execute format('alter role %I login password %L', login, secret);
                create schema if not exists proef;
                execute format('grant usage, create on schema proef to %I', login);
            end $$""";

    private final DataSource office;
    private final JdbcClient jdbc;

    DryRunLogins(DataSource office, JdbcClient jdbc) {
        this.office = office;
        this.jdbc = jdbc;
    }

    /**
     * Makes schema and login when they are not there, in a transaction of its own: who signs in next has to find them.
     *
     * @throws Refusal when the office's own login may not make another
     */
    @Transactional
    void prepare() {
        try {
            takeTurn();
            jdbc.sql("insert into process_dry_run_login (word)"
                            + " values (gen_random_uuid()::text || gen_random_uuid()::text) on conflict do nothing")
                    .update();
            jdbc.sql(PREPARE).update();
        } catch (DataAccessException noRight) {
            throw new Refusal("process.refusal.dry-run-login");
        }
    }

    /** Whether anybody ever tried a model here. */
    boolean isPrepared() {
        return jdbc.sql("select exists (select from process_dry_run_login)")
                .query(Boolean.class)
                .single();
    }

    /** Until the end of the transaction: two nodes make it one after the other. */
    void takeTurn() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('dry run', 1))")
                .query((row, number) -> true)
                .list();
    }

    /** What is signed in to as dry runs are. */
    DataSource open() {
        return new DriverManagerDataSource(url(), connection());
    }

    private Properties connection() {
        var properties = new Properties();
        properties.setProperty("user", login());
        properties.setProperty(
                "password",
                jdbc.sql("select word from process_dry_run_login")
                        .query(String.class)
                        .single());
        properties.setProperty("currentSchema", SCHEMA);
        return properties;
    }

    /** The role that dry runs sign in with. */
    String login() {
        return jdbc.sql("select left(current_database(), 57) || '_proef'")
                .query(String.class)
                .single();
    }

    /** The same server, without whom the office signs in as. */
    private String url() {
        try {
            var url = JdbcUtils.extractDatabaseMetaData(office, metadata -> metadata.getURL());
            return Objects.requireNonNull(url).replaceAll("(?<=[?&])(user|password|currentSchema)=[^&]*&?", "");
        } catch (MetaDataAccessException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
