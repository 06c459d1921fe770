package org.samenspraak.grant;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code grant_agreement}. */
@Repository
class Agreements {

    private static final String SELECT =
            """
            select a.id, c.number, a.council_id council, coalesce(o.name, c.title) council_name, o.area_id area, a.what, a.owner_group,
                   a.owner_person, p.name owner_name, a.due, a.done_on, a.done_by, coalesce(p.active, true) owner_active, a.note, a.moves, a.version
              from grant_agreement a join casefile_case c on c.id = a.talk left join council_council o on o.id = a.council_id
              left join identity_person p on p.id = a.owner_person
            """;

    private static final String OPEN_OF =
            """
             where (a.council_id = :council or a.council_id is null) and a.done_on is null
               and (:day::date is null or (a.due, a.id) > (:day::date, :id))
             order by a.due, a.id limit :limit
            """;

    private static final String DONE_OF =
            """
             where (a.council_id = :council or a.council_id is null) and a.done_on is not null
               and (:day::date is null or (a.done_on, a.id) < (:day::date, :id))
             order by a.done_on desc, a.id desc limit :limit
            """;

    private final JdbcClient jdbc;

    Agreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a talk or a meeting agreed, with one council or with all, instead of what was kept of it before. */
    void keep(CaseId talk, @Nullable CouncilId council, List<Promise> promises) {
        jdbc.sql("delete from grant_agreement where talk = ?")
                .param(talk.value())
                .update();
        promises.forEach(one -> jdbc.sql(
                        "insert into grant_agreement (talk, council_id, what, owner_group, owner_person, due) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        talk.value(),
                        council == null ? null : council.value(),
                        one.what(),
                        one.ownerGroup(),
                        one.ownerPerson(),
                        one.due()))
                .update());
    }

    Optional<Agreement> find(long id) {
        return jdbc.sql(SELECT + " where a.id = ?")
                .param(id)
                .query(Agreement.class)
                .optional();
    }

    List<Agreement> ofTalk(CaseId talk) {
        return jdbc.sql(SELECT + " where a.talk = ? order by a.due, a.id")
                .param(talk.value())
                .query(Agreement.class)
                .list();
    }

    List<Agreement> open(CouncilId council, int limit) {
        return jdbc.sql(SELECT + " where a.council_id = ? and a.done_on is null order by a.due, a.id limit ?")
                .params(council.value(), limit)
                .query(Agreement.class)
                .list();
    }

    /** The open ones by day, those that are done newest first; after the day and id of the last one of the page before. */
    List<Agreement> ofCouncil(CouncilId council, boolean done, @Nullable String after, int limit) {
        var place = after == null ? null : after.split("_", 2);
        return jdbc.sql(SELECT + (done ? DONE_OF : OPEN_OF))
                .param("council", council.value())
                .param("day", place == null ? null : LocalDate.parse(place[0]), Types.DATE)
                .param("id", place == null ? 0L : Long.parseLong(place[1]))
                .param("limit", limit)
                .query(Agreement.class)
                .list();
    }

    /** By day and id, after the place of the last one of the page before. */
    List<Agreement> page(AgreementQuery query, int limit) {
        var params = new HashMap<String, Object>();
        var where = query.where(params);
        return jdbc.sql(SELECT + " where " + where + " order by a.due, a.id limit :limit")
                .params(params)
                .param("limit", limit)
                .query(Agreement.class)
                .list();
    }

    void done(long id, int version, LocalDate on, String note, String by) {
        changed(
                jdbc.sql(
                                """
                                update grant_agreement set done_on = ?, note = ?, done_by = ?, version = version + 1
                                 where id = ? and version = ? and done_on is null
                                """)
                        .params(on, note, by, id, version)
                        .update(),
                id);
    }

    void move(long id, int version, LocalDate due) {
        changed(
                jdbc.sql(
                                """
                                update grant_agreement set due = ?, moves = moves + 1, version = version + 1
                                 where id = ? and version = ? and done_on is null
                                """)
                        .params(due, id, version)
                        .update(),
                id);
    }

    private static void changed(int rows, long id) {
        if (rows == 0) {
            throw new OptimisticLockingFailureException("agreement " + id);
        }
    }

    /** The case of the talk that it was made in. */
    CaseId talk(long id) {
        return new CaseId(jdbc.sql("select talk from grant_agreement where id = ?")
                .param(id)
                .query(UUID.class)
                .single());
    }

    /**
     * The council does it where neither is named.
     *
     * @param ownerGroup who does it, in the house
     * @param ownerPerson the one official who does it
     */
    record Promise(String what, @Nullable String ownerGroup, @Nullable UUID ownerPerson, LocalDate due) {}
}
