package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * Ideas that somebody has to bring further. The office decides on them: to read them before the call is over, to admit them or not in the
 * phase for that, to look at them again before the dialogue is over. A department answers; what was admitted gets into a project. From the
 * warning of the model on, and once their time is over, they are work of the office and of their area manager.
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

    /** With what it waits for, as the table of ideas knows it, and the last day of its term or of its phase. */
    private static final String OPEN =
            """
            select c.number, p.round, p.area_id, k.kind, h.begins,
                   coalesce((select max(t.last_day) from deadlines_clock t where t.case_id = p.case_id and t.running
                              and k.kind <> 'UNDECIDED' and t.term in ('wijkbudget-take-over', 'wijkbudget-explain')), h.ends) ends
              from wijkbudget_proposal p join casefile_case c on c.id = p.case_id and c.status = 'OPEN'
              join wijkbudget_round r on r.case_id = p.round
              cross join lateral (select case when %s then 'UNDECIDED' when p.state = 'REGULAR_ASKED' then p.state
                when r.phase not in ('CALL', 'ADMISSIBILITY') and %s then 'LOOSE' end kind) k
              join wijkbudget_phase h on h.round = p.round and h.phase = case
                   when k.kind = 'LOOSE' and r.phase = 'FEASIBILITY' then 'FEASIBILITY' when p.state <> 'IN' then 'DIALOGUE'
                   when p.published is null then 'CALL' else 'ADMISSIBILITY' end
             where k.kind is not null"""
                    .formatted(IS, CohortRows.IS_LOOSE);

    private static final String TABLE = "/wijkbudget/%s/ideeen?stands=%s";
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

    /** How many wait for what, and how many of them are late. */
    List<Count> counts(CaseId round) {
        return jdbc.sql("select kind, count(*) many, count(*) filter (where ends < :today) late from (" + OPEN
                        + ") o where round = :round group by kind order by kind")
                .param("today", dates.today())
                .param("round", round.value())
                .query(Count.class)
                .list();
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
        timeline.add(round, "wijkbudget.undecided." + phase.code(), Map.of("ideas", numbers(open)), null, Actor.SYSTEM);
        var told = open.stream()
                .map(one -> new GroupId(AREA_MANAGER, one.areaId().toString()))
                .collect(Collectors.toSet());
        told.add(OFFICE);
        notes.tell(
                told,
                "wijkbudget.undecided.work",
                open.stream()
                        .collect(Collectors.groupingBy(Open::kind, TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .flatMap(one -> lines(one, phase))
                        .toList(),
                TABLE.formatted(cases.get(round).number(), open.get(0).kind()));
    }

    private Stream<String> lines(List<Open> of, Phase phase) {
        var kind = of.get(0).kind();
        var key = kind.equals(CohortRows.UNDECIDED) ? phase.code() : kind;
        return Stream.of(
                words.dutch(
                        "wijkbudget.undecided.told." + key,
                        words.dutchDay(of.get(0).ends())),
                numbers(of));
    }

    private static String numbers(List<Open> of) {
        return of.stream().map(Open::number).collect(Collectors.joining(", "));
    }

    /** The one first that has to be decided last. */
    private List<Open> by(CaseId round, Phase phase) {
        return jdbc.sql("select number, area_id, kind, ends from (" + OPEN + ") o where round = :round and begins <= ("
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
                        select n.number, r.title, o.kind, count(*) many, min(o.ends) ends from (%s) o
                          join wijkbudget_round r on r.case_id = o.round
                          join casefile_case n on n.id = o.round and n.status = 'OPEN'
                          join wijkbudget_phase w on w.round = o.round and w.phase = r.warned
                           and (w.begins >= o.begins or o.ends < :today)
                         where :office or o.area_id = any(:areas)
                         group by n.number, r.title, o.kind order by ends, n.number, o.kind limit :limit
                        """
                                .formatted(OPEN))
                .param("office", me.groups().contains(OFFICE))
                .param("areas", areas(me))
                .param("today", dates.today())
                .param("limit", limit)
                .query((row, at) -> new Line(
                        words.say("wijkbudget.undecided.many." + row.getString("kind"), row.getInt("many")),
                        row.getString("number"),
                        row.getString("title"),
                        row.getObject("ends", LocalDate.class),
                        TABLE.formatted(row.getString("number"), row.getString("kind"))))
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

    private record Open(String number, UUID areaId, String kind, LocalDate ends) {}

    /**
     * @param kind what they wait for: {@code UNDECIDED} by the office, {@code REGULAR_ASKED} for a department, {@code LOOSE} for a project
     * @param late whose term or phase is over
     */
    record Count(String kind, int many, int late) {}
}
