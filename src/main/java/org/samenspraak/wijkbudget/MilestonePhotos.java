package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.util.UUID;
import org.samenspraak.casefile.Documents;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.samenspraak.wijkbudget.Execution.Progress;
import org.springframework.stereotype.Component;

/** Photos that the office adds to a milestone: everybody sees them beside it, and they go off the site as messages do. */
@Component
class MilestonePhotos {

    private final ProgressNotes notes;
    private final Documents documents;
    private final Dates dates;
    private final Clock clock;

    MilestonePhotos(ProgressNotes notes, Documents documents, Dates dates, Clock clock) {
        this.notes = notes;
        this.documents = documents;
        this.dates = dates;
        this.clock = clock;
    }

    /** @throws Refusal for a file that is no photo */
    void add(BudgetProject project, Milestone of, Answers answers, Actor by) {
        for (var file : answers.rows("photos")) {
            var photo = UUID.fromString(String.valueOf(file.get("id")));
            if (!InitiatorActs.isPhoto(documents.get(project.caseId(), photo))) {
                throw Refusal.of("photos", "wijkbudget.refusal.photo");
            }
            var id = UUID.randomUUID();
            var sent = new Progress(
                    id,
                    clock.instant(),
                    by.name(),
                    "",
                    photo,
                    of.title(),
                    true,
                    dates.today(),
                    null,
                    null,
                    of.position(),
                    false);
            notes.tell(project.id(), sent);
        }
    }
}
