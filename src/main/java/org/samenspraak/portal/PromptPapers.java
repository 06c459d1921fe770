package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Download;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.correspondence.Opening.Open;
import org.samenspraak.correspondence.PaperForms;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Component;

/** What belongs to a question on paper: the document that it is about, such as the statement to sign, and the question itself. */
@Component
class PromptPapers {

    private final Tasks tasks;
    private final PaperForms papers;
    private final ContactForms contacts;
    private final Letters letters;
    private final Documents documents;
    private final Download download;

    PromptPapers(
            Tasks tasks,
            PaperForms papers,
            ContactForms contacts,
            Letters letters,
            Documents documents,
            Download download) {
        this.tasks = tasks;
        this.papers = papers;
        this.contacts = contacts;
        this.letters = letters;
        this.documents = documents;
        this.download = download;
    }

    Optional<UUID> find(Open open, OpenTask task) {
        return Optional.ofNullable(task.properties().get("document"))
                .flatMap(template -> letters.latest(open.caseId(), template))
                .filter(letters.of(open.caseId(), open.council())::contains);
    }

    /** False when there is none, or the question is not open any more. */
    boolean write(Open open, HttpServletResponse response) throws IOException {
        var id = tasks.find(open.taskId()).flatMap(task -> find(open, task));
        if (id.isEmpty()) {
            return false;
        }
        download.send(documents.get(open.caseId(), id.get()), response);
        return true;
    }

    /** The question with its form, to fill in by hand; false when it is not open, or not to this reader. */
    boolean print(Open open, HttpServletResponse response) throws IOException {
        var task = tasks.find(open.taskId());
        if (task.isEmpty() || contacts.isClosedTo(open)) {
            return false;
        }
        var reader = Actor.council(open.council(), open.name());
        download.send(papers.name(task.get()), papers.print(task.get(), reader), response);
        return true;
    }
}
