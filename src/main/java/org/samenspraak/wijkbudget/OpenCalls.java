package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.forms.OfferedValues;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The areas whose call for ideas is open: {@code valuesKey: call-areas}; on paper also where it was. */
@Repository
class OpenCalls implements OfferedValues {

    private static final String BEGUN =
            """
            from wijkbudget_round r join casefile_case c on c.id = r.case_id and c.status = 'OPEN'
              join wijkbudget_area s on s.round = r.case_id and s.takes_part
              join wijkbudget_phase p on p.round = r.case_id and p.phase = 'CALL'
              join identity_area a on a.id = s.area_id
             where r.phase is not null
            """;

    private static final String OPEN = BEGUN + " and r.phase = 'CALL'\n";

    private final JdbcClient jdbc;

    OpenCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "call-areas";
    }

    @Override
    public List<Value> values(Locale locale) {
        return jdbc.sql("select a.id, a.name " + OPEN + " order by lower(a.name), a.id")
                .query(OpenCalls::value)
                .list();
    }

    @Override
    public List<Value> entered(Locale locale) {
        return jdbc.sql("select distinct a.id, a.name, lower(a.name) " + BEGUN + " order by lower(a.name), a.id")
                .query(OpenCalls::value)
                .list();
    }

    @Override
    public List<Value> once(Locale locale) {
        return jdbc.sql(
                        "select a.id, a.name from identity_area a where exists (select from wijkbudget_area s where s.area_id = a.id)")
                .query(OpenCalls::value)
                .list();
    }

    private static Value value(ResultSet row, int number) throws SQLException {
        return new Value(row.getObject(1, UUID.class).toString(), row.getString(2));
    }

    /** The newest round whose call is open there. */
    Optional<Call> in(AreaId area) {
        return jdbc.sql("select r.case_id, p.begins, p.ends " + OPEN + " and a.id = ? order by r.opens desc limit 1")
                .param(area.value())
                .query(OpenCalls::call)
                .optional();
    }

    /** The call there in which a day lies; else the newest that began, of a round that is under way. */
    Optional<Call> on(LocalDate day, AreaId area) {
        return jdbc.sql("select r.case_id, p.begins, p.ends " + BEGUN
                        + " and a.id = :area order by :day between p.begins and p.ends desc, r.opens desc limit 1")
                .param("area", area.value())
                .param("day", day)
                .query(OpenCalls::call)
                .optional();
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        return new Call(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class));
    }

    /** Whether a call of a round that is under way began. */
    boolean anyBegun() {
        return jdbc.sql("select exists (select " + BEGUN + ")")
                .query(Boolean.class)
                .single();
    }

    /** The rounds whose call is open, the newest first. */
    List<Open> open() {
        return jdbc.sql("select distinct c.number, r.title, p.ends, r.opens " + OPEN
                        + " order by r.opens desc, c.number")
                .query((row, number) -> new Open(
                        row.getString("number"), row.getString("title"), row.getObject("ends", LocalDate.class)))
                .list();
    }

    /** The day on which the next call of an adopted round begins. */
    Optional<LocalDate> next() {
        return jdbc.sql(
                        """
                        select p.begins
                          from wijkbudget_round r join casefile_case c on c.id = r.case_id and c.status = 'OPEN'
                          join wijkbudget_phase p on p.round = r.case_id and p.phase = 'CALL'
                         where r.phase is null and r.adopted_at is not null and r.closed_at is null
                         order by p.begins limit 1
                        """)
                .query(LocalDate.class)
                .optional();
    }

    /** @param ends the last day to hand in an idea */
    record Open(String number, String title, LocalDate ends) {}

    /** @param ends the last day to hand in an idea */
    record Call(CaseId round, LocalDate begins, LocalDate ends) {

        /** Whether it was over on a day. */
        boolean isOverOn(LocalDate day) {
            return day.isAfter(ends);
        }
    }
}
