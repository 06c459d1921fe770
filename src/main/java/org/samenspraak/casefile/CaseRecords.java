package org.samenspraak.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.regulation.RegulationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code casefile_case}. A case is seen once it has its number. */
@Repository
class CaseRecords {

    private final JdbcClient jdbc;

    CaseRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OpenCase command, RegulationId regulation, int year, Instant now) {
        jdbc.sql(
                        """
                        insert into casefile_case (id, code, year, trajectory, title, council_id, area_id,
                            regulation_name, regulation_version, received, on_paper, opened_at, words)
                        values (:id, :code, :year, :trajectory, :title, :council, :area,
                            :regulation, :regulationVersion, :received, :onPaper, :now, array_to_tsvector(:words))
                        """)
                .param("id", command.id().value())
                .param("code", command.code())
                .param("year", year)
                .param("trajectory", command.trajectory())
                .param("title", command.title())
                .param("council", value(command.council()))
                .param("area", value(command.area()))
                .param("regulation", regulation.name())
                .param("regulationVersion", regulation.version())
                .param("received", command.received())
                .param("onPaper", command.onPaper())
                .param("now", Timestamp.from(now))
                .param("words", SearchWords.of(command.title()).toArray(String[]::new))
                .update();
    }

    void bind(CaseId id, RegulationId regulation) {
        jdbc.sql(
                        "update casefile_case set regulation_name = ?, regulation_version = ?, version = version + 1 where id = ?")
                .params(regulation.name(), regulation.version(), id.value())
                .update();
    }

    Optional<CaseView> find(CaseId id) {
        return jdbc.sql("select * from casefile_case where id = :id and number is not null")
                .param("id", id.value())
                .query(CaseRecords::view)
                .optional();
    }

    List<CaseView> all(Collection<CaseId> ids) {
        return jdbc.sql("select * from casefile_case where id = any(:ids) and number is not null")
                .param("ids", ids.stream().map(CaseId::value).toArray(UUID[]::new))
                .query(CaseRecords::view)
                .list();
    }

    Optional<CaseView> byNumber(String number) {
        return jdbc.sql("select * from casefile_case where number = :number")
                .param("number", number)
                .query(CaseRecords::view)
                .optional();
    }

    List<CaseView> search(CaseSearch search, @Nullable CaseId after, int limit) {
        var sql = new StringBuilder("select * from ");
        var text = SearchWords.asked(search.text());
        // found first and sorted then: the planner can't know how rare a word is
        sql.append(
                text.isEmpty()
                        ? "casefile_case c"
                        : "(select * from casefile_case where findable @@ search_query(:text) offset 0) c");
        sql.append(" where number is not null");
        sql.append(search.areas().isEmpty() ? "" : " and area_id = any (:areas)");
        sql.append(search.council() == null ? "" : " and council_id = :council");
        sql.append(search.trajectory() == null ? "" : " and trajectory = :trajectory");
        sql.append(search.status() == null ? "" : " and status = '" + search.status() + "'");
        sql.append(search.work().condition());
        sql.append(
                after == null
                        ? ""
                        : " and (opened_at, id) < (select opened_at, id from casefile_case where id = :after)");
        sql.append(" order by opened_at desc, id desc limit :limit");
        return jdbc.sql(sql.toString())
                .params(search.work().values())
                .param("text", text)
                .param("areas", search.areas().stream().map(AreaId::value).toArray(UUID[]::new))
                .param("council", value(search.council()))
                .param("trajectory", search.trajectory())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(CaseRecords::view)
                .list();
    }

    /** Says whether it still had that version. */
    boolean move(CaseId id, int version, CouncilId council, @Nullable AreaId area, String title) {
        return jdbc.sql(
                                """
                        update casefile_case set council_id = :council, area_id = :area, title = :title,
                            words = array_to_tsvector(:words), version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("council", council.value())
                        .param("area", value(area))
                        .param("title", title)
                        .param("words", words(id, title))
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private String[] words(CaseId id, String title) {
        var number = find(id).map(CaseView::number).orElse("");
        return SearchWords.of(number + " " + title).toArray(String[]::new);
    }

    /** Says whether it still had that version. */
    boolean own(CaseId id, int version, @Nullable PersonId owner) {
        return jdbc.sql("update casefile_case set owner = cast(:owner as uuid), version = version + 1"
                                + " where id = :id and version = :version")
                        .param("owner", owner == null ? null : owner.value())
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Says whether the case was still open. */
    boolean end(CaseId id, CaseStatus as, @Nullable String outcome, Instant now) {
        return jdbc.sql(
                                """
                                update casefile_case
                                set status = :status, outcome = :outcome, closed_at = :now, version = version + 1
                                where id = :id and status = 'OPEN'
                                """)
                        .param("status", as.name())
                        .param("outcome", outcome)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void entrust(CaseId id, GroupId group) {
        jdbc.sql("update casefile_case set responsible = :group where id = :id")
                .param("group", group.toString())
                .param("id", id.value())
                .update();
    }

    /** What scope words of models stand for; also of a case that has no number yet. */
    Optional<Binding> binding(CaseId id) {
        return jdbc.sql("select council_id, area_id, responsible from casefile_case where id = :id")
                .param("id", id.value())
                .query(Binding.class)
                .optional();
    }

    record Binding(@Nullable UUID councilId, @Nullable UUID areaId, @Nullable String responsible) {}

    private static @Nullable UUID value(@Nullable CouncilId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable UUID value(@Nullable AreaId id) {
        return id == null ? null : id.value();
    }

    private static CaseView view(ResultSet row, int number) throws SQLException {
        var council = row.getObject("council_id", UUID.class);
        var area = row.getObject("area_id", UUID.class);
        var owner = row.getObject("owner", UUID.class);
        var closed = row.getTimestamp("closed_at");
        return new CaseView(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("trajectory"),
                row.getString("title"),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("outcome"),
                council == null ? null : new CouncilId(council),
                area == null ? null : new AreaId(area),
                owner == null ? null : new PersonId(owner),
                new RegulationId(row.getString("regulation_name"), row.getInt("regulation_version")),
                row.getObject("received", LocalDate.class),
                row.getBoolean("on_paper"),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getInt("version"));
    }

    int boundTo(RegulationId regulation) {
        return jdbc.sql("select count(*) from casefile_case where regulation_name = ? and regulation_version = ?")
                .params(regulation.name(), regulation.version())
                .query(Integer.class)
                .single();
    }
}
