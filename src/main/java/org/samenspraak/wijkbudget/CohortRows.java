package org.samenspraak.wijkbudget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All ideas of a round in one table. */
@Repository
class CohortRows {

    /** From here on two texts look so much alike that somebody should compare them. */
    private static final String ALIKE = "0.3";

    private static final String STANDS =
            "case when c.status in ('STOPPED', 'WITHDRAWN') then 'WITHDRAWN' else p.state end";

    /** Admitted, and no project came of it: at the end of the dialogue its proposer is owed a reason. */
    static final String LOOSE = "LOOSE";

    static final String IS_LOOSE =
            """
            c.status = 'OPEN' and p.state = 'ADMITTED' and not exists (
              select from wijkbudget_project_idea i join wijkbudget_project j on j.id = i.project
               where i.proposal = p.case_id and j.state <> 'STOPPED')""";

    static final String UNDECIDED = "UNDECIDED";

    private static final String TEXT = "%1$s.title || ' ' || %1$s.idea || ' ' || %1$s.place";

    private final JdbcClient jdbc;

    CohortRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many stand where, of an area or of all, and how many are in no project. */
    Map<String, Integer> counts(CaseId round, @Nullable UUID area) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("select " + STANDS
                        + " stands, count(*) many from wijkbudget_proposal p join casefile_case c on c.id = p.case_id"
                        + " where p.round = :round and (:area::uuid is null or p.area_id = :area)"
                        + " group by stands order by stands")
                .param("round", round.value())
                .param("area", area)
                .query(row -> {
                    counts.put(row.getString("stands"), row.getInt("many"));
                });
        count(round, area, UNDECIDED, UndecidedIdeas.IS, counts);
        count(round, area, LOOSE, IS_LOOSE, counts);
        return counts;
    }

    private void count(CaseId round, @Nullable UUID area, String as, String which, Map<String, Integer> counts) {
        var many = jdbc.sql("select count(*) from wijkbudget_proposal p join casefile_case c on c.id = p.case_id"
                        + " where p.round = :round and (:area::uuid is null or p.area_id = :area) and " + which)
                .param("round", round.value())
                .param("area", area)
                .query(Integer.class)
                .single();
        if (many > 0) {
            counts.put(as, many);
        }
    }

    /** By number, those of an area or all that stand somewhere or anywhere, after the last one of the page before. */
    List<Row> page(CaseId round, @Nullable String stands, @Nullable UUID area, @Nullable String after, int limit) {
        return jdbc.sql(
                        """
                        select p.case_id, c.number, p.title, a.name area, %s stands, p.published, p.cost_cents cents, p.on_paper,
                               p.reason, p.department, p.idea, p.need, p.place, p.version, s.behind, s.confirmed, o.number similar, o.title similar_title, j.projects,
                               t.number merged_into
                          from wijkbudget_proposal p join casefile_case c on c.id = p.case_id and c.number is not null
                          join identity_area a on a.id = p.area_id
                          left join casefile_case t on t.id = p.merged_into
                          left join lateral (
                            select count(*) behind, count(x.confirmed_at) confirmed from wijkbudget_supporter x
                             where x.case_id = p.case_id and not x.proposer) s on true
                          left join lateral (%s limit 1) o on true
                          left join lateral (
                            select string_agg(x.title, ', ' order by x.title) projects from wijkbudget_project_idea i
                              join wijkbudget_project x on x.id = i.project and x.state <> 'STOPPED'
                             where i.proposal = p.case_id) j on true
                         where p.round = :round and (:stands::text is null or %s = :stands or (:stands = '%s' and %s)
                           or (:stands = '%s' and %s))
                           and (:area::uuid is null or p.area_id = :area)
                           and (:after::text is null or c.number > :after)
                         order by c.number limit :limit
                        """
                                .formatted(STANDS, alike("p"), STANDS, LOOSE, IS_LOOSE, UNDECIDED, UndecidedIdeas.IS))
                .param("round", round.value())
                .param("stands", stands)
                .param("area", area)
                .param("after", after)
                .param("limit", limit)
                .query(Row.class)
                .list();
    }

    /** Ideas of the same round that look most like one, at most five. */
    List<Named> similar(CaseId caseId) {
        return jdbc.sql("select o.number, o.title from wijkbudget_proposal p, lateral (" + alike("p")
                        + " limit 5) o where p.case_id = ?")
                .param(caseId.value())
                .query(Named.class)
                .list();
    }

    /** Those that a project came of. */
    List<Named> of(UUID project) {
        return jdbc.sql(
                        """
                        select c.number, p.title from wijkbudget_project_idea i join wijkbudget_proposal p on p.case_id = i.proposal
                          join casefile_case c on c.id = p.case_id where i.project = ? order by c.number
                        """)
                .param(project)
                .query(Named.class)
                .list();
    }

    /** Of those that may still become a project. */
    private static String alike(String one) {
        return """
        select oc.number, op.title from wijkbudget_proposal op join casefile_case oc on oc.id = op.case_id
         where op.round = %1$s.round and op.case_id <> %1$s.case_id and oc.status = 'OPEN'
           and op.state in ('IN', 'ADMITTED') and %1$s.state in ('IN', 'ADMITTED')
           and similarity(%2$s, %3$s) > %4$s
         order by similarity(%2$s, %3$s) desc, oc.number"""
                .formatted(one, TEXT.formatted("op"), TEXT.formatted(one), ALIKE);
    }

    /** How many answers each group owes the proposers of a round: the office, or a department. */
    List<Owed> owed(CaseId round) {
        return jdbc.sql(
                        """
                        select coalesce(case when p.state = 'REGULAR_ASKED' and not %1$s then p.department end, 'participation-office') by,
                               count(*) many
                          from wijkbudget_proposal p join casefile_case c on c.id = p.case_id and c.status = 'OPEN'
                          join wijkbudget_round r on r.case_id = p.round
                         where p.round = ? and (p.state = 'REGULAR_ASKED'
                           or (p.state = 'IN' and r.phase <> 'CALL') or %1$s
                           or (r.phase not in ('CALL', 'ADMISSIBILITY', 'DIALOGUE') and %2$s))
                         group by 1 order by 1
                        """
                                .formatted(UndecidedIdeas.AGAIN, IS_LOOSE))
                .param(round.value())
                .query(Owed.class)
                .list();
    }

    /**
     * @param stands its state, or that it was withdrawn
     * @param behind its co-initiators, of whom some confirmed
     * @param similar number of the idea that looks most like it
     * @param projects names of those that came of it
     */
    record Row(
            UUID caseId,
            String number,
            String title,
            String area,
            String stands,
            @Nullable Boolean published,
            @Nullable Long cents,
            boolean onPaper,
            @Nullable String reason,
            @Nullable String department,
            String idea,
            String need,
            String place,
            int version,
            int behind,
            int confirmed,
            @Nullable String similar,
            @Nullable String similarTitle,
            @Nullable String projects,
            @Nullable String mergedInto) {

        /** Nobody said yet whether everybody may read it. */
        public boolean isUnread() {
            return published == null;
        }

        /** What its reader saw. */
        public String seen() {
            return CohortActs.seen(caseId, version);
        }

        boolean stands(Idea.State state) {
            return stands.equals(state.name());
        }
    }

    record Named(String number, String title) {}

    record Owed(String by, int many) {}
}
