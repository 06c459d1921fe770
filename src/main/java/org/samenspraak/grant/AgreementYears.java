package org.samenspraak.grant;

import java.time.Clock;
import java.time.LocalDate;
import org.samenspraak.kernel.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of the agreements of a year of talks, counted. */
@Repository
public class AgreementYears {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Municipality municipality;

    AgreementYears(JdbcClient jdbc, Clock clock, Municipality municipality) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** As they stand today. */
    public Year of(int year) {
        return jdbc.sql(
                        """
                        select count(*) filter (where a.done_on <= a.due) done, count(*) filter (where a.done_on > a.due) done_late,
                               count(*) filter (where a.done_on is null and a.due >= :today) running,
                               count(*) filter (where a.done_on is null and a.due < :today) late
                          from grant_agreement a join grant_talk t on t.case_id = a.talk where t.year = :year
                        """)
                .param("today", LocalDate.ofInstant(clock.instant(), municipality.zone()))
                .param("year", year)
                .query(Year.class)
                .single();
    }

    /**
     * @param running the day that was agreed is still to come
     * @param late it is over, and what was agreed is not done
     */
    public record Year(long done, long doneLate, long running, long late) {}
}
