package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OtherWork;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.web.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ideas on which the office has to decide still: to read them before the call is over, to admit them or not in the phase for that, to
 * look at them again before the dialogue is over. From the warning of the model on they are work of the office and of their area manager.
 */
@Component
class UndecidedIdeas implements OtherWork {

    /** Of an idea {@code p}: somebody else looks at it. */
    static final String AGAIN =
            "exists (select from deadlines_clock k where k.case_id = p.case_id and k.term = 'wijkbudget-review' and k.running)";

    /** Of an idea {@code p} with its case {@code c}. */
    static final String IS = "c.status = 'OPEN' and (" + AGAIN
            + """
             or p.state = 'IN'
              and (p.published is null or (select u.phase from wijkbudget_round u where u.case_id = p.round) <> 'CALL'))""";

    /** With the last day of the phase in which it had to be decided. */
    private static final String OPEN =
            """
            select c.number, p.round, p.area_id, h.phase, h.begins, h.ends
              from wijkbudget_proposal p join casefile_case c on c.id = p.case_id
              join wijkbudget_phase h on h.round = p.round and h.phase = case when p.state <> 'IN' then 'DIALOGUE'
                   when p.published is null then 'CALL' else 'ADMISSIBILITY' end
             where\s"""
                    + IS;

    private static final String TABLE = "/wijkbudget/%s/ideeen?stands=" + CohortRows.UNDECIDED;
    private static final String WARNING = "wijkbudget-undecided";
    private static final GroupId OFFICE = GroupId.of("participation-office");
    private static final String AREA_MANAGER = "area-manager";

    private final JdbcClient jdbc;
    private final BudgetRounds rounds;
    private final Cases cases;
    private final Clocks clocks;
    private final StaffNotes notes;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Dates dates;

    UndecidedIdeas(
            JdbcClient jdbc,
            BudgetRounds rounds,
            Cases cases,
            Clocks clocks,
            StaffNotes notes,
            Timeline timeline,
            BudgetWords words,
            Dates dates) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.cases = cases;
        this.clocks = clocks;
        this.notes = notes;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
    }

    /** How many there are, and how many of them are late. */
    Count count(CaseId round) {
        return jdbc.sql("select count(*) many, count(*) filter (where ends < :today) late from (" + OPEN
                        + ") o where round = :round")
                .param("today", dates.today())
                .param("round", round.value())
                .query(Count.class)
                .single();
    }

    /** What had to be decided by the end of this phase, or of one before it, and is not. */
    @Transactional
    public void tell(CaseId round, Phase phase) {
        clocks.stop(round, WARNING, null);
        rounds.warned(round, phase);
        var open = by(round, phase);
        if (open.isEmpty()) {
            return;
        }
        var numbers = open.stream().map(Open::number).collect(Collectors.joining(", "));
        timeline.add(round, "wijkbudget.undecided." + phase.code(), Map.of("ideas", numbers), null, Actor.SYSTEM);
        var told = open.stream()
                .map(one -> new GroupId(AREA_MANAGER, one.areaId().toString()))
                .collect(Collectors.toSet());
        told.add(OFFICE);
        notes.tell(
                told,
                "wijkbudget.undecided.work",
                List.of(
                        words.dutch(
                                "wijkbudget.undecided.told." + phase.code(),
                                words.dutchDay(open.get(0).ends())),
                        numbers),
                TABLE.formatted(cases.get(round).number()));
    }

    /** The one first that has to be decided last. */
    private List<Open> by(CaseId round, Phase phase) {
        return jdbc.sql("select number, area_id, ends from (" + OPEN + ") o where round = :round and begins <= ("
                        + "select w.begins from wijkbudget_phase w where w.round = :round and w.phase = :phase)"
                        + " order by ends desc, number")
                .param("round", round.value())
                .param("phase", phase.name())
                .query(Open.class)
                .list();
    }

    @Override
    public String titleKey() {
        return "wijkbudget.undecided.work";
    }

    @Override
    public String nameKey() {
        return "wijkbudget.undecided.work";
    }

    @Override
    public String url() {
        return "/wijkbudget";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> open(SignedIn me, int limit) {
        return jdbc.sql(
                        """
                        select n.number, r.title, count(*) many, min(o.ends) ends from (%s) o
                          join wijkbudget_round r on r.case_id = o.round
                          join casefile_case n on n.id = o.round and n.status = 'OPEN'
                          join wijkbudget_phase w on w.round = o.round and w.phase = r.warned and w.begins >= o.begins
                         where :office or o.area_id = any(:areas)
                         group by n.number, r.title order by ends, n.number limit :limit
                        """
                                .formatted(OPEN))
                .param("office", me.groups().contains(OFFICE))
                .param("areas", areas(me))
                .param("limit", limit)
                .query((row, at) -> new Line(
                        words.say("wijkbudget.undecided.many", row.getInt("many")),
                        row.getString("number"),
                        row.getString("title"),
                        row.getObject("ends", LocalDate.class),
                        TABLE.formatted(row.getString("number"))))
                .list();
    }

    private static UUID[] areas(SignedIn me) {
        return me.groups().stream()
                .filter(group -> group.role().equals(AREA_MANAGER))
                .map(GroupId::scope)
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .collect(Collectors.toSet())
                .toArray(UUID[]::new);
    }

    private record Open(String number, UUID areaId, LocalDate ends) {}

    /** @param late whose phase is over */
    record Count(int many, int late) {}
}
