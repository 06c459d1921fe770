package org.samenspraak.wijkbudget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
        var all = new LinkedHashMap<String, Supporter>();
        Stream.concat(leader(project), projects.ideas(project.id()).stream().map(supporters::proposer))
                .forEach(one -> all.putIfAbsent(
                        Objects.requireNonNullElseGet(one.mail(), () -> one.id().toString())
                                .toLowerCase(Locale.ROOT),
                        one));
        all.values().forEach(one -> mails.send(one, text, given(told)));
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
