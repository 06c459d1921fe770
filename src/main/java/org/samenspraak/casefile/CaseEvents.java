package org.samenspraak.casefile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.ElementPassed;
import org.samenspraak.process.ProcessEnded;
import org.samenspraak.process.TaskAssigned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what the engine did into the case, in the same transaction. */
@Component
class CaseEvents {

    private final Cases cases;
    private final Timeline timeline;

    CaseEvents(Cases cases, Timeline timeline) {
        this.cases = cases;
        this.timeline = timeline;
    }

    /**
     * Closes the case with the outcome its end event names; one that was stopped or closed by a step stays as it is,
     * as does one beside which something else ran to its end.
     */
    @EventListener
    void close(ProcessEnded event) {
        var end = event.endElement();
        var view = cases.get(event.caseId());
        if (end != null && view.status() == CaseStatus.OPEN && view.trajectory().equals(event.processKey())) {
            cases.close(event.caseId(), outcome(end), Actor.SYSTEM);
        }
    }

    @EventListener
    void tell(ElementPassed event) {
        if (event.type().equals("userTask")) {
            timeline.add(
                    event.caseId(),
                    kind(event),
                    Timeline.named("task", name(event.name(), event.element()), event.nameEn()),
                    null,
                    event.actor());
        }
    }

    @EventListener
    void tell(TaskAssigned event) {
        timeline.add(
                event.caseId(),
                event.taken() ? "task.taken" : "task.given-back",
                Timeline.named("task", event.name(), event.nameEn()),
                null,
                event.by());
    }

    private static String kind(ElementPassed event) {
        if (event.entered()) {
            return "task.opened";
        }
        return event.canceled() ? "task.lapsed" : "task.done";
    }

    private static String name(@Nullable String name, String element) {
        return name == null ? element : name;
    }

    /** {@code End_NotHandled} is {@code not-handled}. */
    static String outcome(String endElement) {
        return endElement
                .substring(endElement.indexOf('_') + 1)
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}
