package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PublicTextChanged;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Progress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the site says of how a project goes, and taking it off again. */
@Service
class SiteNotes {

    private static final int LONGEST = 500;

    private final Executions executions;
    private final ProgressNotes notes;
    private final Timeline timeline;
    private final Dates dates;
    private final ApplicationEventPublisher events;

    SiteNotes(
            Executions executions,
            ProgressNotes notes,
            Timeline timeline,
            Dates dates,
            ApplicationEventPublisher events) {
        this.executions = executions;
        this.notes = notes;
        this.timeline = timeline;
        this.dates = dates;
        this.events = events;
    }

    /** Those that everybody reads, the newest first. */
    List<Progress> of(BudgetProject project) {
        return executions.progress(project.id()).stream()
                .filter(it -> it.publicOn() != null)
                .toList();
    }

    /**
     * Takes a note and its photo off the site. That there was one stays to be seen, with the day.
     *
     * @param why for the timeline; the site does not say it
     * @throws Refusal without a reason, and when it isn't on the site
     */
    @Transactional
    public void hide(BudgetProject project, UUID note, String why, Actor by) {
        if (why.isBlank() || why.length() > LONGEST) {
            throw Refusal.of("why-" + note, "wijkbudget.refusal.reason", LONGEST);
        }
        if (!notes.hide(project.id(), note, dates.today())) {
            throw new Refusal("wijkbudget.refusal.no-note");
        }
        timeline.add(project.caseId(), "wijkbudget.note-hidden", Map.of(), why.strip(), by);
        events.publishEvent(new PublicTextChanged());
    }
}
