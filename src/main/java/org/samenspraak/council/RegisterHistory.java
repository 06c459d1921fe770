package org.samenspraak.council;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every recognition and inscription that there ever was, without the words that somebody wrote about it. */
@Repository
public class RegisterHistory {

    private final JdbcClient jdbc;

    RegisterHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their ids, after the one that the last part ended with. */
    public List<Line> part(@Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select i.id, c.id council, c.name, i.recognised, i.from_day "from", i.until_day until, i.level,
                               i.decision_number, i.decided_on, i.ended_on, lower(i.ended_as) ended_as
                          from council_inscription i join council_council c on c.id = i.council_id
                         where i.id > coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid)
                         order by i.id limit :limit
                        """)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    /** How many were recognised or inscribed in a year, how many ended, and how many councils are in the register on the last day that counts. */
    public Year year(int year, LocalDate last) {
        return jdbc.sql(
                        """
                        select count(*) filter (where recognised and from_day between :first and :last) recognised,
                               count(*) filter (where not recognised and from_day between :first and :last) registered,
                               count(*) filter (where ended_as is not null and ended_on between :first and :last) ended,
                               count(distinct council_id) filter (
                                   where from_day <= :last and (ended_on is null or ended_on > :last)
                                     and (until_day is null or until_day >= :last)) held
                          from council_inscription
                        """)
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", last)
                .query(Year.class)
                .single();
    }

    /** In which somebody came into the register first; none while it is empty. */
    public OptionalInt firstYear() {
        var first = jdbc.sql("select min(extract(year from from_day))::int from council_inscription")
                .query(Integer.class)
                .optional();
        return first.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** @param endedAs in small letters, or none while it runs and when another followed on it */
    public record Line(
            UUID id,
            UUID council,
            String name,
            boolean recognised,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String level,
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate endedOn,
            @Nullable String endedAs) {}

    public record Year(long recognised, long registered, long ended, long held) {}
}
