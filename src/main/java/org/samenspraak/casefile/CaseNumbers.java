package org.samenspraak.casefile;

import java.time.Instant;
import java.util.UUID;
import org.samenspraak.kernel.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Numbers of cases, without gaps per code and year: {@code 2026-REC-0012}. The counter's row stays locked until the
 * transaction ends, so it is taken last, and in one order of codes, so that two transactions never wait for each other.
 */
@Component
class CaseNumbers {

    private final JdbcClient jdbc;
    private final Municipality municipality;

    CaseNumbers(JdbcClient jdbc, Municipality municipality) {
        this.jdbc = jdbc;
        this.municipality = municipality;
    }

    int yearOf(Instant moment) {
        return moment.atZone(municipality.zone()).getYear();
    }

    /** Sees to it that the cases this transaction opened have their numbers when it commits. */
    void promise() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                settle();
            }
        });
    }

    /** Numbers what this transaction opened: cases of others without a number can't be seen. Says whether there were any. */
    boolean settle() {
        var waiting = jdbc.sql(
                        """
                        select id, code, year from casefile_case where number is null
                        order by code, year, opened_at, id
                        """)
                .query(Waiting.class)
                .list();
        waiting.forEach(this::number);
        return !waiting.isEmpty();
    }

    private void number(Waiting opened) {
        int next = jdbc.sql(
                        """
                        insert into casefile_number as n (code, year, last) values (:code, :year, 1)
                        on conflict (code, year) do update set last = n.last + 1
                        returning last
                        """)
                .param("code", opened.code())
                .param("year", opened.year())
                .query(Integer.class)
                .single();
        var number = "%d-%s-%04d".formatted(opened.year(), opened.code(), next);
        jdbc.sql("update casefile_case set number = :number, words = words || array_to_tsvector(:words) where id = :id")
                .param("number", number)
                .param("words", SearchWords.of(number).toArray(String[]::new))
                .param("id", opened.id())
                .update();
    }

    private record Waiting(UUID id, String code, int year) {}
}
