package org.samenspraak.grant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Grants, talks and meetings of a year, counted. */
@Repository
public class GrantYears {

    private final JdbcClient jdbc;

    GrantYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Grants for the year; one whose letter waits to leave the office is not decided yet for anybody else. */
    public Money money(int year) {
        return jdbc.sql(
                        """
                        with told as (
                            select g.*, not exists (select from correspondence_message w
                                                     where w.case_id = g.case_id and w.state = 'WAITING') told
                              from grant_grant g where g.year = :year)
                        select count(*) filter (where asked is not null) asked,
                               count(*) filter (where told and granted is not null) granted,
                               count(*) filter (where told and state = 'REFUSED') refused,
                               coalesce(sum(granted) filter (where told), 0)::bigint cents from told
                        """)
                .param("year", year)
                .query(Money.class)
                .single();
    }

    /** Talks of the yearly round of the year; forums and meetings that were held in it. */
    public Meetings meetings(int year) {
        return jdbc.sql(
                        """
                        select (select count(*) from grant_talk where year = :year and state in ('HELD', 'CONFIRMED')) talks,
                               (select count(*) from grant_talk where year = :year and state = 'WAIVED') waived,
                               count(*) filter (where council_id is not null) forums,
                               count(*) filter (where council_id is null) together
                          from grant_meeting where state = 'HELD' and held_on between :from and :until
                        """)
                .param("year", year)
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year, 12, 31))
                .query(Meetings.class)
                .single();
    }

    /** What everybody may know of the year of one council. */
    public OfCouncil of(CouncilId council, int year) {
        return jdbc.sql(
                        """
                        select (select max(held_on) from grant_talk
                                 where council_id = :council and year = :year and round is not null and state = 'CONFIRMED') talk,
                               (select granted from grant_grant g
                                 where council_id = :council and year = :year and not exists (
                                       select from correspondence_message w where w.case_id = g.case_id and w.state = 'WAITING')) granted
                        """)
                .param("council", council.value())
                .param("year", year)
                .query(OfCouncil.class)
                .single();
    }

    /**
     * @param talk day of the talk of the yearly round, once the council confirmed its report; none before and without
     * @param granted in cents, once the council was told; none before and without
     */
    public record OfCouncil(@Nullable LocalDate talk, @Nullable Long granted) {}

    /** @param cents of what was granted, together */
    public record Money(long asked, long granted, long refused, long cents) {}

    /**
     * @param waived talks that the council and the city left out together
     * @param forums open forums of one council
     * @param together meetings of the city with all councils
     */
    public record Meetings(long talks, long waived, long forums, long together) {}
}
