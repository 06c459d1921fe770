package org.samenspraak.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done with the points of published advice, counted. */
@Repository
class PublicOutcomes {

    private static final String COUNTS =
            """
            count(*) points, count(*) filter (where y.outcome = 'followed') followed,
            count(*) filter (where y.outcome = 'partly') partly, count(*) filter (where y.outcome = 'not') "not",
            count(*) filter (where y.outcome = 'answered') answered, count(*) filter (where y.outcome = 'passed-on') passed_on,
            count(*) filter (where y.outcome = 'noted') noted, count(*) filter (where y.outcome is null) owed
            """;

    private static final String POINTS =
            """
              from advice_publication b
              join advice_given g on b.case_id = coalesce(g.request, g.case_id) and g.answer = 'advice'
              join advice_point p on p.advice = g.case_id
              left join advice_reply y on y.id = p.reply
            """;

    private static final String SHOWN = """
             where b.withdrawn_at is null and not b.waiting
            """;

    private static final String OF_YEAR = " and (cast(:year as integer) is null or b.year = :year)";

    private static final String ALL = COUNTS + POINTS + SHOWN;

    private final JdbcClient jdbc;
    private final String zone;

    PublicOutcomes(JdbcClient jdbc, Municipality municipality) {
        this.jdbc = jdbc;
        this.zone = municipality.zone().getId();
    }

    /** @param council its points only, also of advice that it gave together with others; none for all */
    Map<CaseId, PointCounts> of(Collection<CaseId> published, @Nullable CouncilId council) {
        var found = new HashMap<CaseId, PointCounts>();
        jdbc.sql(
                        "select b.case_id, " + ALL
                                + """
                           and b.case_id = any(:cases)
                           and (cast(:council as uuid) is null or g.council_id = :council or :council = any(g.joint_with))
                         group by b.case_id""")
                .param("cases", published.stream().map(CaseId::value).toArray(UUID[]::new))
                .param("council", council == null ? null : council.value(), Types.OTHER)
                .query(row -> {
                    found.put(new CaseId(row.getObject("case_id", UUID.class)), counts(row));
                });
        return found;
    }

    /** Of all that was published about decisions of a year. */
    PointCounts ofYear(int year) {
        return jdbc.sql("select " + ALL + " and b.year = ?")
                .param(year)
                .query((row, number) -> counts(row))
                .single();
    }

    /** The same by domain; empty for advice that nobody asked. Without a year of all that stands there. */
    Map<String, PointCounts> ofYearByDomain(@Nullable Integer year) {
        var found = new HashMap<String, PointCounts>();
        jdbc.sql("select b.domain, " + ALL + OF_YEAR + " group by b.domain")
                .param("year", year, Types.INTEGER)
                .query(row -> {
                    found.put(row.getString("domain"), counts(row));
                });
        return found;
    }

    /** The same by council; advice that several gave together counts for each of them. Without a year of all that stands there. */
    Map<CouncilId, PointCounts> ofYearByCouncil(@Nullable Integer year) {
        var found = new HashMap<CouncilId, PointCounts>();
        jdbc.sql("select m.council, " + COUNTS + POINTS
                        + " cross join lateral unnest(array_append(g.joint_with, g.council_id)) m (council)" + SHOWN
                        + OF_YEAR + " group by m.council")
                .param("year", year, Types.INTEGER)
                .query(row -> {
                    found.put(new CouncilId(row.getObject("council", UUID.class)), counts(row));
                });
        return found;
    }

    /** Advice about decisions of a year that stood before everybody and was taken away, with its points. */
    PublishedAdvice.Withdrawn withdrawn(int year) {
        return jdbc.sql("select count(distinct b.case_id) advice, count(p.id) points from advice_publication b"
                        + " left join advice_given g on b.case_id = coalesce(g.request, g.case_id) and g.answer = 'advice'"
                        + " left join advice_point p on p.advice = g.case_id"
                        + " where b.withdrawn_at is not null and not b.waiting and b.year = ?")
                .param(year)
                .query(PublishedAdvice.Withdrawn.class)
                .single();
    }

    /** Points of advice given in a year that wait for a reply and stand before nobody yet. */
    long owed(int year) {
        return jdbc.sql(
                        "select count(*) from casefile_case f join advice_given g on coalesce(g.request, g.case_id) = f.id"
                                + " left join advice_request r on r.case_id = g.request join advice_point p on p.advice = g.case_id"
                                + " left join advice_reply y on y.id = p.reply where " + Scores.OWED
                                + " and extract(year from g.given_at at time zone :zone) = :year and not exists ("
                                + " select from advice_publication b where b.case_id = f.id and b.withdrawn_at is null and not b.waiting)")
                .param("zone", zone)
                .param("year", year)
                .query(Long.class)
                .single();
    }

    private static PointCounts counts(ResultSet row) throws SQLException {
        return new PointCounts(
                row.getInt("points"),
                row.getInt("followed"),
                row.getInt("partly"),
                row.getInt("not"),
                row.getInt("answered"),
                row.getInt("passed_on"),
                row.getInt("noted"),
                row.getInt("owed"));
    }
}
