package org.samenspraak.advice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The documents of a question go along to each council: into its own dossier, where it reads them. */
@Component
class Attachments {

    /** As the link beside the question knows it, when there is only one. */
    private static final String ONE = "question-document";

    private static final String MANY = "question-documents";

    private final Documents documents;
    private final Letters letters;

    Attachments(Documents documents, Letters letters) {
        this.documents = documents;
        this.letters = letters;
    }

    void share(List<Documents.Row> rows, CaseId council, Actor by) {
        for (var row : rows) {
            var content = new ByteArrayOutputStream();
            documents.write(row.id(), content);
            letters.share(
                    council,
                    row.name(),
                    rows.size() == 1 ? ONE : MANY,
                    new ByteArrayInputStream(content.toByteArray()),
                    by);
        }
    }
}
