package org.samenspraak.portal;

import java.util.List;
import org.samenspraak.correspondence.Acknowledging;
import org.samenspraak.correspondence.Opening.Open;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Component;

/** Lets a council say that it got a question, where that is asked. */
@Component
class GotIt {

    private final List<Acknowledging> kept;
    private final Tasks tasks;

    GotIt(List<Acknowledging> kept, Tasks tasks) {
        this.kept = kept;
        this.tasks = tasks;
    }

    boolean isAwaited(OpenTask task) {
        return kept.stream().anyMatch(it -> it.isAwaited(task));
    }

    void say(Open open) {
        var by = Actor.council(open.council(), open.name());
        tasks.find(open.taskId()).ifPresent(task -> kept.forEach(it -> it.acknowledge(task, by)));
    }
}
