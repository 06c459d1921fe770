package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Component;

/** What the city does next in a case, as somebody outside is told. */
@Component
public class NextStep {

    private final Tasks tasks;

    NextStep(Tasks tasks) {
        this.tasks = tasks;
    }

    /** The office's first step that has an end; none when it waits for others, or for the engine. */
    Optional<Next> of(CaseId caseId, Locale language) {
        return tasks.ofCase(caseId).stream()
                .filter(task -> task.groups().stream().noneMatch(Asking::isForCouncil))
                .flatMap(task ->
                        Optional.ofNullable(task.due()).map(due -> new Next(name(task, language), due)).stream())
                .min(Comparator.comparing(Next::until));
    }

    private static String name(OpenTask task, Locale language) {
        return language.getLanguage().equals("en") && task.nameEn() != null ? task.nameEn() : task.name();
    }

    /** @param until by when */
    public record Next(String name, Instant until) {}
}
