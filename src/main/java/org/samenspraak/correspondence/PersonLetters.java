package org.samenspraak.correspondence;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.UUID;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Documents.Audience;
import org.samenspraak.casefile.Documents.Kind;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.LetterSheets.Reader;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What {@link PersonLinks} mails, on paper for who has no e-mail address: somebody has to print and bring it. */
@Service
public class PersonLetters {

    private final Cases cases;
    private final LetterSheets sheets;
    private final Documents documents;
    private final Timeline timeline;

    PersonLetters(Cases cases, LetterSheets sheets, Documents documents, Timeline timeline) {
        this.cases = cases;
        this.sheets = sheets;
        this.documents = documents;
        this.timeline = timeline;
    }

    /**
     * Files one in the running transaction, for who may see addresses. It says how to act without the link.
     *
     * @param text name of a mail of the case's trajectory
     * @param given lists that the text names under {@code fields}
     * @param address where it is brought
     */
    @Transactional
    public Made make(CaseId caseId, String text, Map<String, Object> given, String name, String address) {
        var letter = sheets.ofPerson(cases.get(caseId), text, given, new Reader(name, address));
        var document = documents.addOwn(
                caseId,
                letter.title() + ".pdf",
                Kind.LETTER,
                Audience.CONTACTS,
                new ByteArrayInputStream(sheets.print(letter)),
                Actor.SYSTEM);
        timeline.add(caseId, "correspondence.person-letter", Map.of("title", letter.title()), null, Actor.SYSTEM);
        return new Made(document, letter.title());
    }

    /** @param document in the dossier of the case */
    public record Made(UUID document, String title) {}
}
