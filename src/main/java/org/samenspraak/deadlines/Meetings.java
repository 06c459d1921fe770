package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The days that each organ that decides meets. */
@Service
public class Meetings {

    /** As the regulation names them. */
    public static final List<String> ORGANS = List.of("college", "gemeenteraad");

    /** Of these, the one that everybody may listen to. */
    public static final String PUBLIC_ORGAN = "gemeenteraad";

    /** Whoever enters a later day mistyped the year. */
    private static final int YEARS_AHEAD = 3;

    private final JdbcClient jdbc;
    private final TermRules rules;
    private final Dates dates;
    private final Audit audit;

    Meetings(JdbcClient jdbc, TermRules rules, Dates dates, Audit audit) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.dates = dates;
        this.audit = audit;
    }

    /** Meetings from today on, in order. */
    public List<Meeting> toCome(String organ) {
        return jdbc.sql("select * from deadlines_meeting where organ = ? and day >= ? order by day")
                .params(organ, rules.today())
                .query((row, index) -> new Meeting(row.getObject("day", LocalDate.class), row.getString("added_by")))
                .list();
    }

    /** The days from one until another, those that are over too, in order. */
    public List<LocalDate> between(String organ, LocalDate from, LocalDate until) {
        return jdbc.sql("select day from deadlines_meeting where organ = ? and day between ? and ? order by day")
                .params(organ, from, until)
                .query(LocalDate.class)
                .list();
    }

    /** All days that are known, those that are over too, in order; none when nobody entered a day to come. */
    public List<LocalDate> days(String organ) {
        var days = jdbc.sql("select day from deadlines_meeting where organ = ? order by day")
                .param(organ)
                .query(LocalDate.class)
                .list();
        return days.isEmpty() || days.get(days.size() - 1).isBefore(rules.today()) ? List.of() : days;
    }

    /**
     * Adds the days that aren't there yet, or none of them. Gives how many that are.
     *
     * @throws Refusal for another organ, no days, or a day that is over or more than three years ahead
     */
    @Transactional
    public int add(String organ, List<LocalDate> days, Actor by) {
        if (!ORGANS.contains(organ)) {
            throw Refusal.of("organ", "deadlines.refusal.organ");
        }
        if (days.isEmpty()) {
            throw Refusal.of("days", "deadlines.refusal.no-meeting");
        }
        days.forEach(this::refuse);
        return days.stream().mapToInt(day -> add(organ, day, by)).sum();
    }

    private void refuse(LocalDate day) {
        if (day.isBefore(rules.today())) {
            throw Refusal.of("days", "deadlines.refusal.meeting-over", dates.day(day));
        }
        if (day.isAfter(rules.today().plusYears(YEARS_AHEAD))) {
            throw Refusal.of("days", "deadlines.refusal.meeting-far", dates.day(day), YEARS_AHEAD);
        }
    }

    private int add(String organ, LocalDate day, Actor by) {
        var added = jdbc.sql("insert into deadlines_meeting (organ, day, added_by, added_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(organ, day, by.name(), rules.now().atOffset(ZoneOffset.UTC))
                .update();
        if (added > 0) {
            audit.add(Act.MEETING_ADDED, by, organ + " " + day);
        }
        return added;
    }

    /** Takes a day away; changes nothing when somebody did so already. */
    @Transactional
    public void remove(String organ, LocalDate day, Actor by) {
        var removed = jdbc.sql("delete from deadlines_meeting where organ = ? and day = ?")
                .params(organ, day)
                .update();
        if (removed > 0) {
            audit.add(Act.MEETING_REMOVED, by, organ + " " + day);
        }
    }
}
