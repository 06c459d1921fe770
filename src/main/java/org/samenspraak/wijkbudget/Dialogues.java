package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done in the areas of a round to make projects of ideas, and who was reached by it: {@code wijkbudget_meeting}. */
@Service
class Dialogues {

    /** Target groups, as the reach plan names them. */
    static final List<String> GROUPS =
            List.of("children", "teens", "students", "seniors", "migration", "poverty", "disability");

    static final List<String> KINDS = List.of("meeting", "walk", "call");

    private static final int LONGEST = 2000;
    private static final int LONGEST_PLACE = 200;
    private static final int MOST_PEOPLE = 100_000;

    private final JdbcClient jdbc;
    private final BudgetRounds rounds;
    private final BudgetAreas areas;
    private final Cases cases;
    private final Timeline timeline;
    private final Dates dates;

    Dialogues(JdbcClient jdbc, BudgetRounds rounds, BudgetAreas areas, Cases cases, Timeline timeline, Dates dates) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.areas = areas;
        this.cases = cases;
        this.timeline = timeline;
        this.dates = dates;
    }

    /**
     * Keeps what was done.
     *
     * @throws Refusal for an area that takes no part, a day that lies ahead, before the round, or before the dialogue without a note that says why, without a place or people, and for a group that
     *     nobody knows
     */
    @Transactional
    public void keep(CaseId round, Held held, Actor by) {
        var area = areas.of(round).stream()
                .filter(share -> share.takesPart() && share.area().equals(held.area()))
                .findFirst()
                .orElseThrow(() -> Refusal.of("area", "wijkbudget.refusal.area"));
        if (!KINDS.contains(held.kind())) {
            throw Refusal.of("kind", "wijkbudget.refusal.kind");
        }
        if (held.on().isAfter(dates.today())) {
            throw Refusal.of("on", "wijkbudget.refusal.day-ahead");
        }
        var prepared = cases.get(round).received();
        if (held.on().isBefore(prepared)) {
            throw Refusal.of("on", "wijkbudget.refusal.day-before", dates.day(prepared));
        }
        refuseEarly(round, held);
        if (held.place().isBlank() || held.place().length() > LONGEST_PLACE) {
            throw Refusal.of("place", "wijkbudget.refusal.text", LONGEST_PLACE);
        }
        if (held.people() < 1 || held.people() > MOST_PEOPLE) {
            throw Refusal.of("people", "wijkbudget.refusal.people");
        }
        if (!GROUPS.containsAll(held.reached())) {
            throw Refusal.of("reached", "wijkbudget.refusal.reached");
        }
        if (held.note() != null && held.note().length() > LONGEST) {
            throw Refusal.of("note", "wijkbudget.refusal.text", LONGEST);
        }
        add(round, held, by);
        timeline.add(
                round,
                "wijkbudget.held." + held.kind(),
                Map.of("area", area.name(), "on", held.on().toString()),
                held.note(),
                by);
    }

    /** The dialogue has days that everybody can read: what came sooner is kept with the reason. */
    private void refuseEarly(CaseId round, Held held) {
        var begins = rounds.phases(round).stream()
                .filter(days -> days.phase() == Phase.DIALOGUE)
                .map(PhaseDays::begins)
                .findFirst();
        if (begins.filter(held.on()::isBefore).isPresent()
                && (held.note() == null || held.note().isBlank())) {
            throw Refusal.of("note", "wijkbudget.refusal.before-dialogue", dates.day(begins.get()));
        }
    }

    /**
     * The same in the place of one that was noted before.
     *
     * @throws Refusal also without a reason, and when that one was struck meanwhile
     */
    @Transactional
    public void correct(CaseId round, UUID before, Held held, String why, Actor by) {
        strike(round, before, why, by);
        keep(round, held, by);
    }

    /**
     * Takes one away: it stays to be read, and counts nowhere.
     *
     * @throws Refusal without a reason, and when it was struck before
     */
    @Transactional
    public void strike(CaseId round, UUID id, String why, Actor by) {
        if (why.isBlank() || why.length() > LONGEST) {
            throw Refusal.of("why", "wijkbudget.refusal.reason", LONGEST);
        }
        var struck = jdbc.sql(
                        """
                        update wijkbudget_meeting set struck_by = :by, struck_why = :why
                         where id = :id and round = :round and struck_by is null
                        """)
                .param("by", by.name())
                .param("why", why.strip())
                .param("id", id)
                .param("round", round.value())
                .update();
        if (struck == 0) {
            throw new Refusal("wijkbudget.refusal.struck");
        }
        timeline.add(round, "wijkbudget.held-struck", Map.of(), why.strip(), by);
    }

    private void add(CaseId round, Held held, Actor by) {
        jdbc.sql(
                        """
                        insert into wijkbudget_meeting (id, round, area_id, kind, held_on, place, people, reached, note, kept_by)
                        values (:id, :round, :area, :kind, :on, :place, :people, :reached, :note, :by)
                        """)
                .param("id", held.id())
                .param("round", round.value())
                .param("area", held.area().value())
                .param("kind", held.kind())
                .param("on", held.on())
                .param("place", held.place().strip())
                .param("people", held.people())
                .param("reached", held.reached().toArray(String[]::new))
                .param("note", held.note(), Types.VARCHAR)
                .param("by", by.name())
                .update();
    }

    /** Newest first, after the one that a page ended with. */
    List<Held> page(CaseId round, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select m.*, a.name from wijkbudget_meeting m join identity_area a on a.id = m.area_id
                         where m.round = :round and (:after::uuid is null or (m.held_on, m.id)
                           < (select x.held_on, x.id from wijkbudget_meeting x where x.id = :after and x.round = :round))
                         order by m.held_on desc, m.id desc limit :limit
                        """)
                .param("round", round.value())
                .param("after", after)
                .param("limit", limit)
                .query(Dialogues::held)
                .list();
    }

    /** One that was not struck. */
    Optional<Held> find(CaseId round, UUID id) {
        return jdbc.sql(
                        """
                        select m.*, a.name from wijkbudget_meeting m join identity_area a on a.id = m.area_id
                         where m.round = ? and m.id = ? and m.struck_by is null
                        """)
                .params(round.value(), id)
                .query(Dialogues::held)
                .optional();
    }

    /** For each area that takes part: what was planned and what was reached. */
    List<Reach> reach(CaseId round) {
        var times = jdbc
                .sql(
                        """
                        select m.area_id, g.name, count(*) many from wijkbudget_meeting m, unnest(m.reached) g(name)
                         where m.round = ? and m.struck_by is null group by m.area_id, g.name
                        """)
                .param(round.value())
                .query((row, number) -> Map.entry(row.getString("area_id") + row.getString("name"), row.getInt("many")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return areas.of(round).stream()
                .filter(BudgetAreas.Share::takesPart)
                .map(share -> new Reach(
                        share.area().value(),
                        share.name(),
                        GROUPS.stream()
                                .map(group -> new Cell(
                                        group,
                                        share.reachGroups().contains(group),
                                        times.getOrDefault(share.area() + group, 0)))
                                .toList()))
                .toList();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getString("name"),
                row.getString("kind"),
                row.getObject("held_on", LocalDate.class),
                row.getString("place"),
                row.getInt("people"),
                Arrays.asList((String[]) row.getArray("reached").getArray()),
                row.getString("note"),
                row.getString("struck_by"),
                row.getString("struck_why"));
    }

    /**
     * A meeting, a walk or a round of calls.
     *
     * @param areaName read only
     * @param people how many took part, about
     * @param reached the target groups among them
     * @param struckBy read only, as is why: who took it away
     */
    record Held(
            UUID id,
            AreaId area,
            String areaName,
            String kind,
            LocalDate on,
            String place,
            int people,
            List<String> reached,
            @Nullable String note,
            @Nullable String struckBy,
            @Nullable String struckWhy) {}

    /** @param cells in the order of {@link #GROUPS} */
    record Reach(UUID id, String area, List<Cell> cells) {}

    /** @param times how often the group was reached */
    record Cell(String group, boolean planned, int times) {

        /** How it stands, in the word that messages use. */
        public String stands() {
            return times > 0 ? (planned ? "reached" : "besides") : (planned ? "missed" : "none");
        }
    }
}
