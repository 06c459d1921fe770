package org.samenspraak.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.SearchWords;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.NameSearch;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code council_council}. */
@Repository
class CouncilRecords {

    private final JdbcClient jdbc;

    CouncilRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CouncilId id, CouncilKind kind, String name, AreaId area) {
        jdbc.sql(
                        """
                        insert into council_council (id, kind, name, area_id, words)
                        values (:id, :kind, :name, :area, array_to_tsvector(:words))
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("name", name)
                .param("area", area.value())
                .param("words", SearchWords.of(name).toArray(String[]::new))
                .update();
    }

    Optional<CouncilView> find(CouncilId id) {
        return one("select * from council_council where id = :id", id);
    }

    /** The row stays locked until the transaction ends: what is decided about one council is decided one by one. */
    CouncilView lock(CouncilId id) {
        return one("select * from council_council where id = :id for update", id)
                .orElseThrow(() -> new Refusal("council.refusal.unknown"));
    }

    Map<CouncilId, String> names(Set<CouncilId> ids) {
        var names = new HashMap<CouncilId, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from council_council where id in (:ids)")
                    .param("ids", ids.stream().map(CouncilId::value).toList())
                    .query(row -> {
                        names.put(new CouncilId(row.getObject("id", UUID.class)), row.getString("name"));
                    });
        }
        return names;
    }

    private Optional<CouncilView> one(String sql, CouncilId id) {
        return jdbc.sql(sql).param("id", id.value()).query(CouncilRecords::view).optional();
    }

    Optional<CouncilView> byName(CouncilKind kind, String name) {
        return jdbc.sql("select * from council_council where kind = :kind and lower(name) = lower(:name)")
                .param("kind", kind.name())
                .param("name", name)
                .query(CouncilRecords::view)
                .optional();
    }

    List<CouncilView> search(CouncilSearch search, @Nullable CouncilId after, int limit) {
        var text = SearchWords.asked(search.text());
        var order = text.isEmpty() ? "lower(name), id" : NameSearch.EXACT_FIRST + ", lower(name), id";
        var sql = "select * from council_council where true"
                + (text.isEmpty() ? "" : " and " + NameSearch.FOUND)
                + (search.kind() == null ? "" : " and kind = '" + search.kind() + "'")
                + (search.areas().isEmpty() ? "" : " and area_id = any (:areas)")
                + (search.standings().isEmpty() ? "" : " and standing = any (:standings)")
                + (after == null
                        ? ""
                        : " and (" + order + ") > (select " + order + " from council_council where id = :after)")
                + " order by " + order + " limit :limit";
        return jdbc.sql(sql)
                .param("text", text)
                .param("areas", ids(search.areas()))
                .param(
                        "standings",
                        search.standings().stream().map(Standing::name).toArray(String[]::new))
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(CouncilRecords::view)
                .list();
    }

    List<CouncilView> inRegister(CouncilKind kind, Collection<AreaId> areas) {
        return jdbc.sql(
                        """
                        select * from council_council
                        where kind = :kind and area_id = any (:areas) and standing in ('RECOGNISED', 'REGISTERED')
                        order by lower(name), id
                        """)
                .param("kind", kind.name())
                .param("areas", ids(areas))
                .query(CouncilRecords::view)
                .list();
    }

    void changeKind(CouncilId id, CouncilKind kind) {
        set(id, "kind = :value", kind.name());
    }

    void changeLevel(CouncilId id, @Nullable String level) {
        set(id, "level = :value", level);
    }

    void succeed(CouncilId id, Set<CouncilId> successors) {
        jdbc.sql("delete from council_successor where council_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("insert into council_successor select :id, unnest(cast(:successors as uuid[]))")
                .param("id", id.value())
                .param("successors", successors.stream().map(CouncilId::value).toArray(UUID[]::new))
                .update();
    }

    List<CouncilView> successors(CouncilId id) {
        return jdbc.sql(
                        """
                        select council.* from council_council council
                        join council_successor next on next.successor_id = council.id
                        where next.council_id = :id order by lower(council.name), council.id
                        """)
                .param("id", id.value())
                .query(CouncilRecords::view)
                .list();
    }

    List<CouncilView> predecessors(CouncilId id) {
        return jdbc.sql(
                        """
                        select council.* from council_council council
                        join council_successor next on next.council_id = council.id
                        where next.successor_id = :id order by lower(council.name), council.id
                        """)
                .param("id", id.value())
                .query(CouncilRecords::view)
                .list();
    }

    void flag(CouncilId id, boolean broken) {
        set(id, "composition_broken = :value", broken);
    }

    void stand(CouncilId id, Standing standing) {
        set(id, "standing = :value", standing.name());
    }

    void inscribe(CouncilId id, Standing standing, LocalDate from, @Nullable LocalDate until, @Nullable String level) {
        jdbc.sql(
                        """
                        update council_council set standing = :standing, from_day = :from, until_day = :until,
                            level = :level, version = version + 1
                        where id = :id
                        """)
                .param("standing", standing.name())
                .param("from", from)
                .param("until", until)
                .param("level", level)
                .param("id", id.value())
                .update();
    }

    void end(CouncilId id, Standing standing, LocalDate on) {
        stand(id, standing);
        set(id, "until_day = :value", on);
    }

    private void set(CouncilId id, String what, @Nullable Object value) {
        jdbc.sql("update council_council set version = version + 1, " + what + " where id = :id")
                .param("value", value)
                .param("id", id.value())
                .update();
    }

    private static UUID[] ids(Collection<AreaId> areas) {
        return areas.stream().map(AreaId::value).toArray(UUID[]::new);
    }

    static CouncilView view(ResultSet row, int number) throws SQLException {
        return new CouncilView(
                new CouncilId(row.getObject("id", UUID.class)),
                CouncilKind.valueOf(row.getString("kind")),
                row.getString("name"),
                new AreaId(row.getObject("area_id", UUID.class)),
                Standing.valueOf(row.getString("standing")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("level"),
                row.getBoolean("composition_broken"),
                row.getInt("version"));
    }
}
