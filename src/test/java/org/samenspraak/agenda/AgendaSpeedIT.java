package org.samenspraak.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** With a hundred thousand terms and tasks a month reads its days by an index, and of each day what it shows. */
@Tag("full")
class AgendaSpeedIT extends PostgresIT {

    /** A day has some 270 tasks and terms; none is looked at a dozen times. */
    private static final long ROWS_AT_MOST = 100_000;

    @Autowired
    private AgendaEntries agenda;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void fillTheOffice() {
        jdbc.sql(
                        """
                        insert into casefile_case (id, number, code, year, trajectory, title, regulation_name, regulation_version,
                                received, on_paper, opened_at, words)
                            select gen_random_uuid(), '2026-REC-' || lpad(i::text, 6, '0'), 'REC', 2026, 'recognition', 'zaak ' || i,
                                'hasselt', 1, '2026-01-01', false, now(), ''::tsvector from generate_series(1, 50000) i;
                        insert into process_task (id, case_id, process_key, element, name, groups, for_council, due, priority,
                                created, suspended, term)
                            select i::text, c.id, 'k', 'Task_X', 'Taak', array[case when i % 300 = 0 then 'finance' else 'legal' end],
                                false, timestamptz '2026-01-01' + (i % 365) * interval '1 day', 50, now(), false, 'check'
                            from generate_series(1, 100000) i
                            join casefile_case c on c.number = '2026-REC-' || lpad((1 + i % 50000)::text, 6, '0');
                        insert into deadlines_clock (case_id, term, scope, round, regulation, regulation_version, from_day, since,
                                last_day, due, at_start, extensions, running)
                            select c.id, term, '', 1, 'hasselt', 1, '2026-01-01', 'start', date '2026-01-01' + n % 365,
                                date '2026-01-02' + n % 365, false, 0, true
                            from (select id, row_number() over ()::int n from casefile_case) c, unnest(array['check', 'hear']) term;
                        analyze process_task; analyze deadlines_clock; analyze casefile_case""")
                .update();
    }

    @Test
    void readsNoTableFromEndToEnd() {
        for (var group : List.of("legal", "finance")) {
            for (var whose : List.of(Whose.ALL, Whose.MINE, Whose.GROUPS)) {
                var query = query(whose, group);
                assertThat(read(() -> agenda.days(query)))
                        .as("days of " + group + " " + whose)
                        .isBetween(0L, ROWS_AT_MOST);
                assertThat(read(() -> agenda.page(query, null)))
                        .as("list of " + group + " " + whose)
                        .isBetween(0L, ROWS_AT_MOST);
            }
        }
    }

    /** How many rows of tasks and terms were looked at; all of a table that was read from end to end. */
    private long read(Runnable request) {
        var rows = transaction.execute(status -> {
            request.run();
            return jdbc.sql("select sum(seq_tup_read + idx_tup_fetch)::bigint from pg_stat_xact_user_tables"
                            + " where relname in ('process_task', 'deadlines_clock')")
                    .query(Long.class)
                    .single();
        });
        return rows == null ? -1 : rows;
    }

    private static AgendaQuery query(Whose whose, String group) {
        var me = SignedIn.of(
                PersonId.create(), "", Stream.of(group).map(GroupId::parse).toList());
        return new AgendaQuery(
                me,
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 9, 30),
                whose,
                null,
                null,
                null,
                Set.of("task", "term"));
    }
}
