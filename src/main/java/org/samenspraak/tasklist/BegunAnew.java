package org.samenspraak.tasklist;

import java.util.Optional;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.casefile.TimelineTexts;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.process.LapsedTasks;
import org.springframework.stereotype.Component;

/** Leads who has a task before them that lapsed to the one that took its place, with what happened meanwhile. */
@Component
class BegunAnew {

    private static final int NEWEST = 10;

    private final LapsedTasks lapsed;
    private final Desks desks;
    private final Timeline timeline;
    private final TimelineTexts texts;

    BegunAnew(LapsedTasks lapsed, Desks desks, Timeline timeline, TimelineTexts texts) {
        this.lapsed = lapsed;
        this.desks = desks;
        this.timeline = timeline;
        this.texts = texts;
    }

    /** None where nothing took its place, or that is not theirs to do. */
    Optional<Anew> of(String task, SignedIn me) {
        return lapsed.begunAnew(task)
                .flatMap(again -> desks.own(again.id(), me))
                .map(desk -> new Anew(desk.task().id(), why(desk)));
    }

    /** The last thing that somebody did in the case, besides its tasks. */
    private String why(Desk desk) {
        return timeline.page(desk.file().id(), null, NEWEST).stream()
                .filter(entry -> !entry.by().isEmpty() && !entry.kind().startsWith("task."))
                .map(texts::of)
                .findFirst()
                .orElse("");
    }

    /** @param why in words of the timeline, or empty */
    record Anew(String task, String why) {}
}
