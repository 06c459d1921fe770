package org.samenspraak.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands before everybody, and what did. */
@Repository
class Publications {

    private static final String ALL =
            """
            select * from advice_publication p
              left join lateral (select looked_back_on from advice_request r where r.case_id = p.case_id) request on true
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Publications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** It waits until it is released. One that is there stays as it is, also when it was withdrawn; says whether it is new. */
    boolean add(Account account, String subject, int year) {
        var request = account.request();
        var added = jdbc.sql(
                        """
                        insert into advice_publication (case_id, number, subject, domain, year, decision_day, councils, published_at, waiting)
                        values (:case, :number, :subject, :domain, :year, :day, :councils, :now, true) on conflict do nothing
                        """)
                .param("case", account.dossier().id().value())
                .param("number", account.dossier().number())
                .param("subject", subject)
                .param("domain", request == null ? "" : request.domain())
                .param("year", year)
                .param("day", request == null ? null : request.decisionDay(), Types.DATE)
                .param("councils", ids(account))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("update advice_request set published_at = coalesce(published_at, :now) where case_id = :case")
                .param("now", Timestamp.from(clock.instant()))
                .param("case", account.dossier().id().value())
                .update();
        return added == 1;
    }

    private static UUID[] ids(Collection<CouncilId> councils) {
        return councils.stream().map(CouncilId::value).toArray(UUID[]::new);
    }

    private static UUID[] ids(Account account) {
        return account.advice().stream()
                .filter(one -> "advice".equals(one.given().answer()))
                .flatMap(one -> Stream.concat(Stream.of(one.council()), one.joint().keySet().stream()))
                .map(CouncilId::value)
                .distinct()
                .toArray(UUID[]::new);
    }

    Optional<Publication> find(CaseId caseId) {
        return jdbc.sql(ALL + " where case_id = ?")
                .param(caseId.value())
                .query(Publications::row)
                .optional();
    }

    /** Those that were published and are not shown yet. */
    List<CaseId> waiting() {
        return jdbc.sql("select case_id from advice_publication where waiting order by published_at, case_id")
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Shows it from now on, unless its embargo runs or it was withdrawn; says whether it is new to everybody. */
    boolean release(CaseId caseId) {
        return jdbc.sql(
                                """
                                update advice_publication p set waiting = false, published_at = :now
                                 where case_id = :case and waiting and withdrawn_at is null and not exists (
                                       select from advice_embargo e where e.case_id = p.case_id and e.until_moment > :now)
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("case", caseId.value())
                        .update()
                == 1;
    }

    Optional<Instant> embargo(CaseId caseId) {
        return jdbc.sql("select until_moment from advice_embargo where case_id = ?")
                .param(caseId.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** None lifts it. */
    void embargo(CaseId caseId, @Nullable Instant until) {
        jdbc.sql("delete from advice_embargo where case_id = ?")
                .param(caseId.value())
                .update();
        if (until != null) {
            jdbc.sql("insert into advice_embargo values (?, ?)")
                    .params(caseId.value(), Timestamp.from(until))
                    .update();
        }
    }

    /** Leaves a trace that what everybody read is not what stands there now. */
    void corrected(CaseId caseId) {
        jdbc.sql("update advice_publication set corrected_at = ? where case_id = ? and not waiting")
                .params(Timestamp.from(clock.instant()), caseId.value())
                .update();
    }

    /** Says whether it stood before everybody, or would have. */
    boolean withdraw(CaseId caseId, String reason, Actor by) {
        return jdbc.sql(
                                """
                                update advice_publication set withdrawn_at = :now, withdrawn_by = :by, withdrawn_reason = :reason
                                 where case_id = :case and withdrawn_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", by.name())
                        .param("reason", reason)
                        .param("case", caseId.value())
                        .update()
                == 1;
    }

    /** Says whether it was withdrawn. */
    boolean bringBack(CaseId caseId, String subject) {
        return jdbc.sql(
                                """
                                update advice_publication set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null,
                                       subject = :subject
                                 where case_id = :case and withdrawn_at is not null
                                """)
                        .param("subject", subject)
                        .param("case", caseId.value())
                        .update()
                == 1;
    }

    /** Also one that was withdrawn: of that only the trace is for everybody. */
    Optional<Publication> released(String number) {
        return jdbc.sql(ALL + " where number = ? and not waiting")
                .param(number)
                .query(Publications::row)
                .optional();
    }

    /** Those that were published or corrected last, the newest first. */
    List<Publication> changed(PublicSearch search, int limit) {
        return asked(
                search,
                null,
                limit,
                " order by greatest(published_at, corrected_at, looked_back_on) desc, case_id desc");
    }

    /** Newest first, after the case that the last page ended with. */
    List<Publication> page(PublicSearch search, @Nullable UUID after, int limit) {
        return asked(search, after, limit, " order by published_at desc, case_id desc");
    }

    private List<Publication> asked(PublicSearch search, @Nullable UUID after, int limit, String order) {
        return jdbc.sql(ALL
                        + """
                         where withdrawn_at is null and not waiting
                           and (cast(:council as uuid) is null or :council = any(councils))
                           and (cast(:among as uuid[]) is null or councils && :among)
                           and (cast(:domain as text) is null or domain = :domain)
                           and (cast(:year as integer) is null or year = :year)
                           and (cast(:after as uuid) is null or (published_at, case_id)
                                < (select published_at, case_id from advice_publication where case_id = :after))
                        """
                        + order + " limit :limit")
                .param(
                        "council",
                        search.council() == null ? null : search.council().value(),
                        Types.OTHER)
                .param("among", search.among() == null ? null : ids(search.among()), Types.ARRAY)
                .param("domain", search.domain(), Types.VARCHAR)
                .param("year", search.year(), Types.INTEGER)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(Publications::row)
                .list();
    }

    /** Of what is shown. */
    List<Integer> years() {
        return jdbc.sql(
                        "select distinct year from advice_publication where withdrawn_at is null and not waiting order by year desc")
                .query(Integer.class)
                .list();
    }

    /** Of what is shown, and of what was. */
    OptionalInt firstYear() {
        return jdbc.sql("select min(year) from advice_publication where not waiting")
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    List<String> domains() {
        return jdbc.sql(
                        "select distinct domain from advice_publication where withdrawn_at is null and not waiting and domain <> '' order by domain")
                .query(String.class)
                .list();
    }

    List<CouncilId> councils() {
        return jdbc.sql(
                        "select distinct unnest(councils) from advice_publication where withdrawn_at is null and not waiting")
                .query((row, number) -> new CouncilId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Publication row(ResultSet row, int number) throws SQLException {
        var withdrawn = row.getTimestamp("withdrawn_at");
        var corrected = row.getTimestamp("corrected_at");
        return new Publication(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getString("subject"),
                row.getString("domain"),
                row.getInt("year"),
                row.getObject("decision_day", LocalDate.class),
                Stream.of((UUID[]) row.getArray("councils").getArray())
                        .map(CouncilId::new)
                        .toList(),
                row.getTimestamp("published_at").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString("withdrawn_by"),
                row.getString("withdrawn_reason"),
                row.getBoolean("waiting"),
                corrected == null ? null : corrected.toInstant(),
                row.getObject("looked_back_on", LocalDate.class));
    }

    /**
     * @param waiting published, and not shown yet: its letters wait, or its embargo runs
     * @param correctedAt when something that everybody could read was hidden or brought back, or none
     * @param lookedBackOn when somebody told what came of it, or none yet
     */
    record Publication(
            CaseId caseId,
            String number,
            String subject,
            String domain,
            int year,
            @Nullable LocalDate decisionDay,
            List<CouncilId> councils,
            Instant publishedAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable String withdrawnReason,
            boolean waiting,
            @Nullable Instant correctedAt,
            @Nullable LocalDate lookedBackOn) {

        boolean shown() {
            return withdrawnAt == null && !waiting;
        }
    }
}
