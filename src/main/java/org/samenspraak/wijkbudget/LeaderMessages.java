package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Progress;
import org.springframework.stereotype.Component;

/** What who leads a project wrote waits until the office puts it on the site, or says that it read it. */
@Component
class LeaderMessages {

    private final Executions executions;
    private final ProgressNotes notes;
    private final Timeline timeline;
    private final Dates dates;
    private final Clock clock;

    LeaderMessages(Executions executions, ProgressNotes notes, Timeline timeline, Dates dates, Clock clock) {
        this.executions = executions;
        this.notes = notes;
        this.timeline = timeline;
        this.dates = dates;
        this.clock = clock;
    }

    /** Those that wait, the oldest first, each by its number among all that was told. */
    Map<String, Progress> waiting(BudgetProject project) {
        var told = executions.progress(project.id());
        var waiting = new LinkedHashMap<String, Progress>();
        for (var place = told.size() - 1; place >= 0; place--) {
            if (told.get(place).waits()) {
                waiting.put(String.valueOf(told.size() - place), told.get(place));
            }
        }
        return waiting;
    }

    /** Puts words on the site, about a message or of the office itself. */
    void publish(BudgetProject project, Answers answers, Actor by) {
        notes.publish(
                project.id(),
                about(project, answers).map(Progress::id).orElseGet(UUID::randomUUID),
                IdeaIntake.text(answers, "words"),
                !IdeaIntake.text(answers, "photo").matches("|no"),
                clock.instant(),
                dates.today(),
                by.name());
        timeline.add(project.caseId(), "wijkbudget.progress-public", Map.of(), null, by);
    }

    /** @throws Refusal when none waits */
    void read(BudgetProject project, Answers answers, Actor by) {
        var message = about(project, answers).orElseThrow(() -> Refusal.of("message", "wijkbudget.refusal.no-message"));
        notes.handle(message.id(), dates.today());
        timeline.add(project.caseId(), "wijkbudget.progress-read", Map.of(), message.words(), by);
    }

    /** A form from before messages were chosen is about the one whose photo it shows, or the oldest: its words stood there. */
    private Optional<Progress> about(BudgetProject project, Answers answers) {
        var waiting = waiting(project);
        var chosen = IdeaIntake.text(answers, "message");
        var named = chosen.isEmpty() ? IdeaIntake.text(answers, "photo") : chosen;
        return chosen.isEmpty() && !waiting.containsKey(named)
                ? waiting.values().stream().findFirst()
                : Optional.ofNullable(waiting.get(named));
    }
}
