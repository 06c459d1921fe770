package org.samenspraak.wijkbudget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.springframework.stereotype.Component;

/** Mails to all whose project it is: who leads it, and who handed in an idea that it came of. */
@Component
class ProjectMails {

    private final BudgetProjects projects;
    private final Executions executions;
    private final IdeaSupporters supporters;
    private final IdeaMails mails;

    ProjectMails(BudgetProjects projects, Executions executions, IdeaSupporters supporters, IdeaMails mails) {
        this.projects = projects;
        this.executions = executions;
        this.supporters = supporters;
        this.mails = mails;
    }

    /** One for each address. */
    void send(BudgetProject project, String text, Map<String, String> told) {
        each(Stream.concat(leader(project), proposers(project)))
                .values()
                .forEach(one -> mails.send(one, text, given(told)));
    }

    /** Who leads it now reads so; who led it before and who handed it in read who does. */
    void sendNewLeader(BudgetProject project, @Nullable UUID former, Map<String, String> told) {
        var now = each(leader(project));
        now.values().forEach(one -> mails.send(one, "project-yours", given(told)));
        var others = each(Stream.concat(
                Stream.ofNullable(former).flatMap(one -> supporters.find(one).stream()), proposers(project)));
        others.keySet().removeAll(now.keySet());
        others.values().forEach(one -> mails.send(one, "project-handed-over", given(told)));
    }

    private static Map<String, Supporter> each(Stream<Supporter> people) {
        var all = new LinkedHashMap<String, Supporter>();
        people.forEach(one -> all.putIfAbsent(
                Objects.requireNonNullElseGet(one.mail(), () -> one.id().toString())
                        .toLowerCase(Locale.ROOT),
                one));
        return all;
    }

    private Stream<Supporter> proposers(BudgetProject project) {
        return projects.ideas(project.id()).stream().map(supporters::proposer);
    }

    void sendLeader(BudgetProject project, String text, Map<String, String> told) {
        leader(project).forEach(one -> mails.send(one, text, given(told)));
    }

    private Stream<Supporter> leader(BudgetProject project) {
        return executions.find(project.id()).map(Execution::initiator).flatMap(supporters::find).stream();
    }

    private static Map<String, Object> given(Map<String, String> told) {
        return Map.of("told", List.of(told));
    }
}
