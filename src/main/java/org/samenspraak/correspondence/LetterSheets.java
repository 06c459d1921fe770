package org.samenspraak.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.samenspraak.casefile.CaseLines;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Documents.Kind;
import org.samenspraak.correspondence.Contacts.Contact;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Municipality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Fills in a letter's template with what the case knows, and makes a PDF of it. */
@Component
class LetterSheets {

    private static final Pattern KIND = Pattern.compile("<meta name=\"kind\" content=\"(\\w+)\"");

    /** The table whose lines a decision on a council rests on. */
    private static final String CONDITIONS = "recognition-conditions";

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Municipality municipality;
    private final CorrespondenceSettings settings;
    private final Councils councils;
    private final Submissions submissions;
    private final CaseLines lines;
    private final Contacts contacts;
    private final LetterWords words;
    private final PdfPrinter printer;

    LetterSheets(
            ITemplateEngine templates,
            MessageSource messages,
            Municipality municipality,
            CorrespondenceSettings settings,
            Councils councils,
            Submissions submissions,
            CaseLines lines,
            Contacts contacts,
            LetterWords words,
            PdfPrinter printer) {
        this.templates = templates;
        this.messages = messages;
        this.municipality = municipality;
        this.settings = settings;
        this.councils = councils;
        this.submissions = submissions;
        this.lines = lines;
        this.contacts = contacts;
        this.words = words;
        this.printer = printer;
    }

    Sheet write(CaseView dossier, String template, Map<String, Object> fields) {
        var council = dossier.council() == null ? null : councils.get(dossier.council());
        var name = council == null ? dossier.title() : council.name();
        var contact = contacts.forArea(dossier.area());
        var variables = new HashMap<String, Object>();
        variables.put("municipality", municipality);
        variables.put("signature", signature());
        variables.put("dossier", dossier);
        variables.put("council", name);
        variables.put("register", new Register(council));
        variables.put("contact", contact);
        variables.put("today", words.today());
        variables.put("words", words);
        var rules = words.rules(dossier.regulation());
        variables.put("rules", rules);
        variables.put("sent", new SentAnswers(submissions, dossier.id()));
        variables.put("lines", lines.latest(dossier.id(), CONDITIONS));
        variables.put("facts", fields.getOrDefault("facts", Map.of()));
        variables.put("fields", fields);
        var html = templates.process("letters/" + template, new Context(MailTexts.DUTCH, variables));
        var title = messages.getMessage(
                "letters." + template + ".title",
                new Object[] {rules.getInscription(), rules.getInscribed()},
                MailTexts.DUTCH);
        return new Sheet(title, kind(html), printer.print(html), name, contact);
    }

    private List<String> signature() {
        return settings.letters().signedBy().isEmpty()
                ? List.of(messages.getMessage("letters.office", null, MailTexts.DUTCH), municipality.name())
                : settings.letters().signedBy();
    }

    private static Kind kind(String html) {
        var found = KIND.matcher(html);
        return found.find() ? Kind.valueOf(found.group(1)) : Kind.LETTER;
    }

    // bytes of a finished file, handed on once
    @SuppressWarnings("ArrayRecordComponent")
    record Sheet(String title, Kind kind, byte[] pdf, String council, Contact contact) {}
}
