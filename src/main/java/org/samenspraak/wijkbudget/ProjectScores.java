package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.voting.Fraction;
import org.samenspraak.voting.Jury;
import org.samenspraak.voting.Jury.Criterion;
import org.samenspraak.voting.Jury.Score;
import org.samenspraak.voting.Jury.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each member of the committee thinks of a project, on the criteria of the regulation. Who has an interest in it is left out: {@code
 * wijkbudget_points}.
 */
@Service
class ProjectScores {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Regulations regulations;
    private final CriteriaNames names;
    private final ProjectInterests interests;
    private final Timeline timeline;

    ProjectScores(
            JdbcClient jdbc,
            Cases cases,
            Regulations regulations,
            CriteriaNames names,
            ProjectInterests interests,
            Timeline timeline) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.regulations = regulations;
        this.names = names;
        this.interests = interests;
        this.timeline = timeline;
    }

    /** The sentences of the regulation that the round follows. */
    List<CriteriaNames.Name> criteria(BudgetProject project) {
        return names.ofIdeas(regulation(project));
    }

    /** The most that can be given on each. */
    int most(BudgetProject project) {
        return regulations.get(regulation(project), "proposal.points").number();
    }

    private RegulationId regulation(BudgetProject project) {
        return cases.get(project.round()).regulation();
    }

    /**
     * Keeps the points of one member; those of before are replaced.
     *
     * @param points for each criterion, none where it was left open
     * @throws Refusal when the advice is given, for a member with an interest, and unless each criterion has points within its most
     */
    @Transactional
    public void score(BudgetProject project, List<Integer> points, Actor member) {
        interests.refuseClosed(project);
        if (interests.of(project).containsKey(id(member))) {
            throw new Refusal("wijkbudget.refusal.conflict");
        }
        wrong(project, points).stream().findFirst().ifPresent(refusal -> {
            throw refusal;
        });
        forget(project, member);
        for (int i = 0; i < points.size(); i++) {
            jdbc.sql("insert into wijkbudget_points (project, member, criterion, points) values (?, ?, ?, ?)")
                    .params(project.id(), id(member), i, points.get(i))
                    .update();
        }
        timeline.add(project.caseId(), "wijkbudget.scored", Map.of(), null, member);
    }

    /** One for each criterion without points, or with more than its most. */
    List<Refusal> wrong(BudgetProject project, List<Integer> points) {
        var most = most(project);
        return IntStream.range(0, criteria(project).size())
                .filter(i -> i >= points.size() || points.get(i) < 0 || points.get(i) > most)
                .mapToObj(i -> Refusal.of("points" + i, "wijkbudget.refusal.points", most))
                .toList();
    }

    private void forget(BudgetProject project, Actor member) {
        jdbc.sql("delete from wijkbudget_points where project = ? and member = ?")
                .params(project.id(), id(member))
                .update();
    }

    private static UUID id(Actor member) {
        return Objects.requireNonNull(member.id(), "a member signs in");
    }

    /** What a member gave, by criterion; empty when they gave none. */
    Map<Integer, Integer> own(BudgetProject project, Actor member) {
        var points = new HashMap<Integer, Integer>();
        jdbc.sql("select criterion, points from wijkbudget_points where project = ? and member = ?")
                .params(project.id(), id(member))
                .query(row -> {
                    points.put(row.getInt("criterion"), row.getInt("points"));
                });
        return points;
    }

    /** What each member gave, in the order of the criteria, signed with their names. */
    List<Signed> signed(BudgetProject project) {
        return jdbc.sql(
                        """
                        select p.name, string_agg(g.points::text, ', ' order by g.criterion) points from wijkbudget_points g
                          join identity_person p on p.id = g.member where g.project = ? group by p.id, p.name order by p.name, p.id
                        """)
                .param(project.id())
                .query(Signed.class)
                .list();
    }

    /** Projects of a round that wait for advice until its phase is over, and what is still to do there for one member. */
    List<Waiting> waiting(CaseId round, UUID member) {
        return jdbc.sql(
                        """
                        select c.number, j.title, a.name area,
                               case when exists (select from wijkbudget_interest i where i.project = j.id and i.member = :member)
                                 then 'interest' when exists (select from wijkbudget_points g where g.project = j.id
                                 and g.member = :member) then 'given' else 'open' end stands,
                               (select count(distinct g.member) from wijkbudget_points g where g.project = j.id) members
                          from wijkbudget_project j join casefile_case c on c.id = j.case_id and c.status = 'OPEN'
                          join identity_area a on a.id = j.area_id
                          join wijkbudget_round r on r.case_id = j.round and r.phase in ('FEASIBILITY', 'ADVICE')
                         where j.round = :round and j.state = 'FEASIBLE'
                           and not exists (select from wijkbudget_project_advice v where v.project = j.id)
                         order by j.number
                        """)
                .param("round", round.value())
                .param("member", member)
                .query(Waiting.class)
                .list();
    }

    /** How far members are apart: on each criterion, then altogether; none while nobody scored. */
    List<Spread> spread(BudgetProject project) {
        var given = jdbc.sql("select member, criterion, points from wijkbudget_points where project = ?")
                .param(project.id())
                .query(Given.class)
                .list();
        var members = given.stream()
                .map(one -> one.member().toString())
                .distinct()
                .sorted()
                .toList();
        if (members.isEmpty()) {
            return List.of();
        }
        var criteria = criteria(project);
        var most = most(project);
        var conflicts = new HashSet<Seat>();
        interests.of(project).keySet().forEach(member -> conflicts.add(new Seat(member.toString(), "")));
        return IntStream.rangeClosed(0, criteria.size())
                .mapToObj(i -> {
                    var of = i < criteria.size()
                            ? List.of(i)
                            : IntStream.range(0, criteria.size()).boxed().toList();
                    var result = result(of, given, members, most, conflicts);
                    return new Spread(
                            i < criteria.size() ? criteria.get(i) : null,
                            times(result.score(), most),
                            times(result.lowest(), most),
                            times(result.highest(), most),
                            result.members());
                })
                .toList();
    }

    /** On some of the criteria, which weigh the same. */
    private static Jury.Result result(
            List<Integer> criteria, List<Given> given, List<String> members, int most, Set<Seat> conflicts) {
        var jury = new Jury(
                criteria.stream().map(i -> new Criterion(i.toString(), 1, most)).toList(),
                given.stream()
                        .filter(one -> criteria.contains(one.criterion()))
                        .map(one -> new Score(
                                new Seat(one.member().toString(), ""), String.valueOf(one.criterion()), one.points()))
                        .toList(),
                conflicts);
        return jury.results(List.of(""), members).get(0);
    }

    /** As people read it: in points, with one digit. */
    private static BigDecimal times(Fraction part, int most) {
        return part.times(most).nearest(1);
    }

    /** @param points as people read them: "4, 5, 2" */
    record Signed(String name, String points) {}

    /**
     * @param number of its case
     * @param stands open, given or interest
     * @param members how many gave points
     */
    record Waiting(String number, String title, String area, String stands, long members) {}

    private record Given(UUID member, int criterion, int points) {}

    /**
     * In points.
     *
     * @param criterion none for all of them together
     */
    record Spread(
            CriteriaNames.@Nullable Name criterion,
            BigDecimal mean,
            BigDecimal lowest,
            BigDecimal highest,
            int members) {}
}
