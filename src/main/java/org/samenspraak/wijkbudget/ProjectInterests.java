package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.samenspraak.regulation.Regulations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of the committee is left out of the advice on a project by an interest, and whether enough members are left: {@code
 * wijkbudget_interest}. What somebody took back stays on the timeline.
 */
@Service
class ProjectInterests {

    private static final int LONGEST = 2000;
    private static final String TOO_FEW_LEFT = "too-few-left";
    private static final String ENOUGH_AGAIN = "enough-again";

    private final JdbcClient jdbc;
    private final People people;
    private final Cases cases;
    private final Regulations regulations;
    private final Tasks tasks;
    private final Processes processes;
    private final Timeline timeline;
    private final Clock clock;

    ProjectInterests(
            JdbcClient jdbc,
            People people,
            Cases cases,
            Regulations regulations,
            Tasks tasks,
            Processes processes,
            Timeline timeline,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.cases = cases;
        this.regulations = regulations;
        this.tasks = tasks;
        this.processes = processes;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** While the committee has the task. */
    boolean isOpen(BudgetProject project) {
        return has(project, "Task_AdviseProject");
    }

    /** @throws Refusal when the committee does not advise on it now */
    void refuseClosed(BudgetProject project) {
        if (!isOpen(project)) {
            throw new Refusal("wijkbudget.refusal.no-advice-now");
        }
    }

    /**
     * A member has an interest in the project: it takes no part, and points of before no longer count.
     *
     * @throws Refusal when the advice is given, and without a reason
     */
    @Transactional
    public void declare(BudgetProject project, String why, Actor member) {
        refuse(project, why);
        jdbc.sql("delete from wijkbudget_points where project = ? and member = ?")
                .params(project.id(), id(member))
                .update();
        jdbc.sql(
                        """
                        insert into wijkbudget_interest (project, member, why, declared_at) values (?, ?, ?, ?)
                        on conflict (project, member) do update set why = excluded.why
                        """)
                .params(project.id(), id(member), why.strip(), Timestamp.from(clock.instant()))
                .update();
        timeline.add(project.caseId(), "wijkbudget.conflict", Map.of(), why.strip(), member);
        tellModel(project);
    }

    /**
     * There was no interest after all: the member takes part again.
     *
     * @throws Refusal when the advice is given, without a reason, and for who declared none
     */
    @Transactional
    public void takeBack(BudgetProject project, String why, Actor member) {
        refuse(project, why);
        var gone = jdbc.sql("delete from wijkbudget_interest where project = ? and member = ?")
                .params(project.id(), id(member))
                .update();
        if (gone == 0) {
            throw new Refusal("wijkbudget.refusal.no-interest");
        }
        timeline.add(project.caseId(), "wijkbudget.conflict-back", Map.of(), why.strip(), member);
        tellModel(project);
    }

    private void refuse(BudgetProject project, String why) {
        refuseClosed(project);
        if (why.isBlank() || why.length() > LONGEST) {
            throw Refusal.of("why", "wijkbudget.refusal.reason", LONGEST);
        }
    }

    /** Names of who has an interest, by their id. */
    Map<UUID, String> of(BudgetProject project) {
        var names = new HashMap<UUID, String>();
        jdbc.sql(
                        """
                        select c.member, p.name from wijkbudget_interest c join identity_person p on p.id = c.member
                         where c.project = ?
                        """)
                .param(project.id())
                .query(row -> {
                    names.put(row.getObject("member", UUID.class), row.getString("name"));
                });
        return names;
    }

    /** Whether it is a member with an interest, or somebody in the place of one. */
    boolean isLeftOut(BudgetProject project, Actor one) {
        return of(project).keySet().stream().anyMatch(member -> one.actsFor(new PersonId(member)));
    }

    int members() {
        return people.inGroup(ProjectPages.COMMITTEE).size();
    }

    /** Of all members, how many percent have to speak; none where the regulation asks for no such part. */
    Optional<BigDecimal> quorum(BudgetProject project) {
        return regulations
                .find(cases.get(project.round()).regulation(), "proposal.quorum")
                .map(rule -> new BigDecimal(rule.value()));
    }

    /** Whether so many of the members are no more than the part that the regulation asks for. */
    boolean isFew(BudgetProject project, int many) {
        return quorum(project)
                        .orElse(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(members()))
                        .compareTo(BigDecimal.valueOf(100L * many))
                >= 0;
    }

    /** While too few members are left, the office may say that there is no advice. */
    private void tellModel(BudgetProject project) {
        var leftOut = of(project).keySet();
        var left = people.inGroup(ProjectPages.COMMITTEE).stream()
                .filter(member -> !leftOut.contains(member.id().value()))
                .count();
        var isFew = isFew(project, (int) left);
        var message = isFew ? TOO_FEW_LEFT : ENOUGH_AGAIN;
        if (isFew != has(project, "Task_NoAdvice") && processes.awaits(project.caseId(), message)) {
            processes.signal(project.caseId(), message, Map.of(), Actor.SYSTEM);
        }
    }

    private boolean has(BudgetProject project, String element) {
        return tasks.ofCase(project.caseId()).stream()
                .anyMatch(task -> task.element().equals(element));
    }

    private static UUID id(Actor member) {
        return Objects.requireNonNull(member.id(), "a member signs in");
    }
}
