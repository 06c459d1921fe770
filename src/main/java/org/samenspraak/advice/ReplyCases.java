package org.samenspraak.advice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Offer;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose points are replied to, by whom, how far they are and whether they can change still. */
@Repository
class ReplyCases {

    private static final String OF_CASE =
            "from advice_given g where (g.request = :case or (g.case_id = :case and g.request is null))";

    private final JdbcClient jdbc;
    private final Cases cases;

    ReplyCases(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** @throws NotFound when there is no such case, or none with points to reply to */
    ReplyCase get(String number) {
        var file = cases.byNumber(number).orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
        return jdbc.sql(
                        """
                        select coalesce(r.asker_group, g.responsible) as asker_group, coalesce(r.agreed_at, g.agreed_at) is not null as agreed,
                               coalesce(r.version, 1) as version, task.id as task, task.groups, task.assignee
                        from casefile_case c
                        left join advice_request r on r.case_id = c.id
                        left join advice_given g on g.case_id = c.id and g.request is null
                        left join lateral (select id, groups, assignee from process_task
                          where case_id = c.id and element = 'Task_Reply' and not suspended order by created limit 1) task on true
                        where c.id = :case and (r.case_id is not null or g.case_id is not null)
                        """)
                .param("case", file.id().value())
                .query((row, n) -> replyCase(row, file))
                .optional()
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    private static ReplyCase replyCase(ResultSet row, CaseView file) throws SQLException {
        var asker = row.getString("asker_group");
        var task = row.getString("task");
        var assignee = row.getObject("assignee", UUID.class);
        var offer = new Offer(
                groups(row.getArray("groups")),
                assignee == null ? null : new PersonId(assignee),
                file.trajectory(),
                file.area());
        return new ReplyCase(
                file,
                asker == null ? null : GroupId.parse(asker),
                row.getBoolean("agreed"),
                row.getInt("version"),
                task == null ? null : new ReplyCase.Task(task, offer));
    }

    private static Set<GroupId> groups(@Nullable Array array) throws SQLException {
        return array == null
                ? Set.of()
                : Stream.of((String[]) array.getArray()).map(GroupId::parse).collect(Collectors.toSet());
    }

    /** Lets one at a time change the replies of a case; refuses when they are fixed. */
    void hold(CaseId caseId) {
        var agreed = jdbc.sql("select agreed_at is not null from advice_request where case_id = ? for update")
                .param(caseId.value())
                .query(Boolean.class)
                .optional()
                .or(() -> jdbc.sql(
                                "select agreed_at is not null from advice_given where case_id = ? and request is null for update")
                        .param(caseId.value())
                        .query(Boolean.class)
                        .optional())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
        if (agreed) {
            throw new Refusal("advice.refusal.replies-fixed");
        }
        if (cases.get(caseId).status() != CaseStatus.OPEN) {
            throw new Refusal("casefile.refusal.case-ended");
        }
    }

    /** From now on the replies are fixed; a moment that was kept already stays. */
    void fix(CaseId caseId, Instant now) {
        for (var table : List.of("advice_request", "advice_given")) {
            jdbc.sql("update " + table + " set agreed_at = :now where case_id = :case and agreed_at is null"
                            + (table.equals("advice_given") ? " and request is null" : ""))
                    .param("now", Timestamp.from(now))
                    .param("case", caseId.value())
                    .update();
        }
    }

    /** By council, those who gave no points as well. */
    List<Progress> progress(CaseId caseId) {
        return jdbc.sql(
                        """
                        select g.council_id, council.name, case when g.withdrawn and g.answer is distinct from 'advice' then 'withdrawn' else g.answer end as answer, g.late, g.not_legal, g.minority, g.reason,
                               coalesce(g.votes_against > g.votes_for, false) as lost,
                               array(select other.name from council_council other where other.id = any(g.joint_with)) as joint,
                               count(p.id) as points, count(r.outcome) as answered
                        from advice_given g join council_council council on council.id = g.council_id
                        left join advice_point p on p.advice = g.case_id
                        left join advice_reply r on r.id = p.reply
                        where g.request = :case or (g.case_id = :case and g.request is null)
                        group by g.case_id, council.id order by lower(council.name), g.case_id
                        """)
                .param("case", caseId.value())
                .query((row, n) -> new Progress(
                        new CouncilId(row.getObject("council_id", UUID.class)),
                        row.getString("name"),
                        row.getString("answer"),
                        row.getBoolean("late"),
                        row.getBoolean("not_legal"),
                        row.getBoolean("lost"),
                        row.getString("minority"),
                        row.getString("reason"),
                        List.of((String[]) row.getArray("joint").getArray()),
                        row.getInt("points"),
                        row.getInt("answered")))
                .list();
    }

    /** How many points have no reply yet. */
    int open(CaseId caseId) {
        return jdbc.sql("select count(p.id) from advice_point p left join advice_reply r on r.id = p.reply"
                        + " where r.outcome is null and p.advice in (select g.case_id " + OF_CASE + ")")
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
    }

    /**
     * How far the replies to a council are.
     *
     * @param answer as {@code advice_given.answer}, or withdrawn; none while it is awaited
     * @param lost more of its members voted against it than for it
     * @param reason why it gives no advice, when it says so
     * @param joint councils that gave this advice together with it
     */
    record Progress(
            CouncilId council,
            String name,
            @Nullable String answer,
            boolean late,
            boolean notLegal,
            boolean lost,
            @Nullable String minority,
            @Nullable String reason,
            List<String> joint,
            int points,
            int answered) {}
}
