package org.samenspraak.tasklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.CaseNotes;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DocumentVersions;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.casefile.TimelineFilter;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Component;

/** The lists of a dossier, each read on from where the page before ended. */
@Component
class CaseLists {

    private final CaseTasks tasks;
    private final DocumentVersions documents;
    private final Submissions submissions;
    private final Outbox outbox;
    private final Prompts prompts;
    private final CaseNotes notes;
    private final CaseLinks links;
    private final Timeline timeline;

    CaseLists(
            CaseTasks tasks,
            DocumentVersions documents,
            Submissions submissions,
            Outbox outbox,
            Prompts prompts,
            CaseNotes notes,
            CaseLinks links,
            Timeline timeline) {
        this.tasks = tasks;
        this.documents = documents;
        this.submissions = submissions;
        this.outbox = outbox;
        this.prompts = prompts;
        this.notes = notes;
        this.links = links;
        this.timeline = timeline;
    }

    Page<TaskRow> tasks(CaseView view, @Nullable String after, int size) {
        return Page.of(tasks.page(view.id(), after, size + 1), size, CaseTasks::cursor);
    }

    /** None for who opens no documents. */
    @Nullable
    Page<Documents.Row> documents(CaseView view, SignedIn me, @Nullable UUID after, int size) {
        if (!me.may(Permission.OPEN_DOCUMENTS)) {
            return null;
        }
        var contacts = me.may(Permission.SEE_CONTACTS, view.area());
        return Page.of(documents.page(view.id(), contacts, after, size + 1), size, row -> row.id()
                .toString());
    }

    /** Newest first; none when it isn't there or isn't for this reader. */
    Page<Documents.Row> versions(CaseView view, UUID document, SignedIn me, @Nullable Integer before, int size) {
        var contacts = me.may(Permission.SEE_CONTACTS, view.area());
        return Page.of(
                documents.of(view.id(), document, contacts, before, size + 1),
                size,
                row -> String.valueOf(row.version()));
    }

    Page<Submissions.Row> submissions(CaseView view, @Nullable Long before, int size) {
        return Page.of(submissions.page(view.id(), before, size + 1), size, row -> String.valueOf(row.seq()));
    }

    Page<Outbox.Row> messages(CaseView view, @Nullable Long before, int size) {
        return Page.of(outbox.page(view.id(), before, size + 1), size, row -> String.valueOf(row.seq()));
    }

    Page<Prompts.Row> prompts(CaseView view, @Nullable UUID after, int size) {
        return Page.of(
                prompts.page(view.id(), after, size + 1), size, row -> row.id().toString());
    }

    /** None for who opens no documents. */
    @Nullable
    Page<CaseNotes.Note> notes(CaseView view, SignedIn me, @Nullable Long before, int size) {
        return me.may(Permission.OPEN_DOCUMENTS)
                ? Page.of(notes.page(view.id(), before, size + 1), size, row -> String.valueOf(row.id()))
                : null;
    }

    Page<CaseLinks.Linked> links(CaseView view, @Nullable Long before, int size) {
        return Page.of(links.page(view.id(), before, size + 1), size, row -> String.valueOf(row.id()));
    }

    Page<Timeline.Entry> timeline(CaseView view, TimelineFilter filter, @Nullable Long before, int size) {
        return Page.of(timeline.page(view.id(), filter, before, size + 1), size, row -> String.valueOf(row.id()));
    }
}
