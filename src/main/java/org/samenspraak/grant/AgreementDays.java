package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.agenda.AgendaEntry;
import org.samenspraak.agenda.AgendaQuery;
import org.samenspraak.agenda.AgendaSource;
import org.samenspraak.kernel.GroupId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open agreements on the day they are due, for who keeps them. */
@Repository
@Order(7)
class AgreementDays implements AgendaSource {

    private final JdbcClient jdbc;
    private final GrantWords words;

    AgreementDays(JdbcClient jdbc, GrantWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @Override
    public String kind() {
        return "agreement";
    }

    @Override
    public List<AgendaEntry> entries(AgendaQuery query, LocalDate from, @Nullable String after, int limit) {
        if (query.trajectory() != null) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select a.id, a.due, a.what, a.moves, c.number, coalesce(o.name, c.title) name
                          from grant_agreement a join casefile_case c on c.id = a.talk
                          left join council_council o on o.id = a.council_id
                         where a.done_on is null and a.due between :from and :until
                           and (a.owner_group = any(:groups) or :alone and a.owner_person = :me)
                           and (cardinality(:areas::uuid[]) = 0 or o.id is null or o.area_id = any(:areas::uuid[]))
                           and (a.due > :from or a.id > :after)
                         order by a.due, a.id limit :limit
                        """)
                .param("from", from)
                .param("until", query.until())
                .param("groups", groups(query))
                .param("alone", query.group() == null)
                .param("me", query.me().person().value())
                .param("areas", TalkDays.areas(query))
                .param("after", after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : 0L)
                .param("limit", limit)
                .query((row, number) -> new AgendaEntry(
                        kind(),
                        row.getString("id"),
                        row.getObject("due", LocalDate.class),
                        row.getString("id"),
                        words.say("agenda.agreement"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("what"),
                        "/afspraken/" + row.getString("id"),
                        true,
                        row.getInt("moves")))
                .list();
    }

    private static String[] groups(AgendaQuery query) {
        var group = query.group();
        return group == null
                ? query.me().offered().stream().map(GroupId::toString).toArray(String[]::new)
                : new String[] {group.toString()};
    }
}
