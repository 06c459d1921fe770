package org.samenspraak.correspondence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.CouncilContacts.Officer;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.WeeklyNews.Said;
import org.samenspraak.council.MailChoices;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters from templates, filed in the dossier as PDF and mailed to those they are for. */
@Service
public class Letters {

    private final LetterSheets sheets;
    private final LetterRows rows;
    private final Documents documents;
    private final Cases cases;
    private final CouncilContacts contacts;
    private final Outbox outbox;
    private final MailSheets mails;
    private final MailChoices choices;
    private final Timeline timeline;
    private final AccessLinks links;
    private final ObjectProvider<QuestionTopics> topics;
    private final MessageSource messages;

    Letters(
            LetterSheets sheets,
            LetterRows rows,
            Documents documents,
            Cases cases,
            CouncilContacts contacts,
            Outbox outbox,
            MailSheets mails,
            MailChoices choices,
            Timeline timeline,
            AccessLinks links,
            ObjectProvider<QuestionTopics> topics,
            MessageSource messages) {
        this.sheets = sheets;
        this.rows = rows;
        this.documents = documents;
        this.cases = cases;
        this.contacts = contacts;
        this.outbox = outbox;
        this.mails = mails;
        this.choices = choices;
        this.timeline = timeline;
        this.links = links;
        this.topics = topics;
        this.messages = messages;
    }

    /**
     * Writes, files and mails a letter in the running transaction. What is mailed is what was filed, byte for byte.
     *
     * @param template name of a text ({@link LetterTexts})
     * @param to {@code council}: chair and secretary of the case's council; nobody with an address leaves a note
     * @param fields what the text shows besides what the case knows
     * @return the document in the dossier
     */
    @Transactional
    public UUID send(CaseId caseId, String template, String to, Map<String, Object> fields, Actor by) {
        return send(caseId, template, to, fields, language -> "", by);
    }

    /**
     * The same, with what the letter comes down to.
     *
     * @param news for the mail that brings it
     */
    @Transactional
    public UUID send(CaseId caseId, String template, String to, Map<String, Object> fields, News news, Actor by) {
        if (!"council".equals(to)) {
            throw new IllegalArgumentException("A letter goes to the council, not to " + to);
        }
        var dossier = cases.get(caseId);
        var sheet = sheets.write(dossier, template, fields);
        var document = documents.addOwn(
                caseId, sheet.title() + ".pdf", sheet.kind(), new ByteArrayInputStream(sheet.pdf()), by);
        rows.add(document, caseId, template);
        rows.addParts(document, sheet.parts());
        var readers = contacts.officers(dossier.council());
        readers.forEach(reader -> mail(dossier, sheet, document, news, reader));
        if (readers.isEmpty()) {
            timeline.add(caseId, "correspondence.letter-unsent", Map.of("title", sheet.title()), null, by);
        }
        return document;
    }

    /**
     * Puts a document of the city where the council of a case reads its letters; nothing is mailed.
     *
     * @param as by which a task finds it (its property {@code document})
     */
    @Transactional
    public UUID share(CaseId caseId, String name, String as, InputStream content, Actor by) {
        var document = documents.addOwn(caseId, name, Documents.Kind.ATTACHMENT, content, by);
        rows.add(document, caseId, as);
        return document;
    }

    /** The documents of a case that were sent to this council, also when another one has the case now. */
    public Set<UUID> of(CaseId caseId, CouncilId council) {
        return rows.of(caseId, council);
    }

    /** Cases in which this council got letters and that another one has now, the newest first. */
    public List<PassedOn> passedOn(CouncilId council, int limit) {
        return rows.passedOn(council, limit);
    }

    /** The newest document that was written from a template in this case. */
    public Optional<UUID> latest(CaseId caseId, String template) {
        return rows.latest(caseId, template);
    }

    /** It says what it is about and where it can be read: in a mailbox all letters of one kind look alike. */
    private void mail(CaseView dossier, LetterSheets.Sheet sheet, UUID document, News news, Officer reader) {
        var language = choices.languageOf(dossier.council());
        var about = topics.stream()
                .flatMap(one -> one.of(dossier.id()).stream())
                .findFirst()
                .orElse("");
        var said = news.in(language);
        var text = mails.write(
                "letter",
                language,
                Map.of(
                        "title",
                        sheet.title(),
                        "council",
                        sheet.council(),
                        "number",
                        dossier.number(),
                        "topic",
                        about,
                        "outcome",
                        said.isEmpty() ? sheet.told() : said),
                new Around(reader.name(), dossier.number(), List.of(sheet.contact()), read(dossier, language)));
        outbox.queue(new Mail(
                "letter:" + document + ":" + reader.function(),
                dossier.id(),
                reader.address(),
                reader.name(),
                text.subject(),
                text.text(),
                text.html(),
                null,
                List.of(document)));
    }

    private List<Said> read(CaseView dossier, Locale language) {
        var words = messages.getMessage("correspondence.mail.open.dossier", null, language);
        return List.of(new Said(words, links.page("/raad/dossier/" + dossier.number())));
    }

    /** What a letter comes down to, in a line or two. */
    public interface News {

        /** Empty when its title says it all. */
        String in(Locale language);
    }

    /** A case that went to another council; nothing more is told of it. */
    public record PassedOn(String number, String trajectory) {}
}
