package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import org.samenspraak.kernel.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The neighbourhood budget of a year, counted; of decisions only what everybody may read. */
@Repository
public class RoundYears {

    private final JdbcClient jdbc;
    private final Municipality municipality;

    RoundYears(JdbcClient jdbc, Municipality municipality) {
        this.jdbc = jdbc;
        this.municipality = municipality;
    }

    public Year of(int year) {
        return jdbc.sql(
                        """
                        with round as (select * from wijkbudget_round where adopted_at is not null and stopped_reason is null
                              and opens between :from and :until),
                             decided as (select round from wijkbudget_decision
                                          where public_at is not null and decided_on between :from and :until)
                        select (select count(*) from round) rounds,
                               (select coalesce(sum(total_cents), 0)::bigint from round) cents,
                               (select count(*) from wijkbudget_proposal p join casefile_case c on c.id = p.case_id
                                 where p.state not in ('UNCONFIRMED', 'LAPSED')
                                   and extract(year from c.opened_at at time zone :zone) = :year) ideas,
                               (select coalesce(sum(many), 0)::bigint from (select count(*) many from wijkbudget_ballot b join decided d on d.round = b.round
                                 group by b.round, b.area_id having count(*) >= :least) area) ballots,
                               (select count(*) from wijkbudget_project p join decided d on d.round = p.round
                                 where p.decided = 'CHOSEN') chosen,
                               (select count(*) from wijkbudget_execution x join wijkbudget_project p on p.id = x.project
                                  join wijkbudget_decision d on d.round = p.round and d.public_at is not null
                                 where p.state = 'DONE' and x.ended_on between :from and :until) done
                        """)
                .param("year", year)
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year, 12, 31))
                .param("least", BallotRows.LEAST)
                .param("zone", municipality.zone().getId())
                .query(Year.class)
                .single();
    }

    /**
     * @param rounds that began in the year, and {@code cents} their money together
     * @param ideas that came in, of whatever round
     * @param ballots of rounds that were decided in the year, in areas where not few voted: a total of all would tell how few
     * @param chosen projects of rounds that were decided in the year
     * @param done projects that ended in it
     */
    public record Year(long rounds, long cents, long ideas, long ballots, long chosen, long done) {}
}
