package org.samenspraak.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Contacts.Contact;
import org.samenspraak.correspondence.LetterTexts.Text;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Component;

/**
 * Writes mails: the words are a text that the city can change, what stands around them is not. Greeting, personal link, contact
 * and footer come from {@code templates/mail/frame}.
 */
@Component
class MailSheets {

    private final LetterTexts texts;
    private final MailTexts templates;
    private final Municipality municipality;

    MailSheets(LetterTexts texts, MailTexts templates, Municipality municipality) {
        this.texts = texts;
        this.templates = templates;
        this.municipality = municipality;
    }

    /**
     * @param name of the text
     * @param language of the reader; Dutch where nobody wrote it in that
     * @param values of its fields
     */
    MailTexts.Text write(String name, Locale language, Map<String, ? extends @Nullable Object> values, Around around) {
        return write(text(name, language), values::get, around);
    }

    /** The text that a reader of a language gets. */
    Text text(String name, Locale language) {
        return texts.find(name, language.getLanguage()).orElseGet(() -> texts.inForce(name, "nl"));
    }

    MailTexts.Text write(Text text, TextTemplate.Fields values, Around around) {
        var fields = frame(text, values, around);
        return templates.write("frame", subject(text, values), fields, language(text));
    }

    /** The HTML of what stands in it, for a page that shows it. */
    String words(Text text, TextTemplate.Fields values, Around around) {
        return templates.words(frame(text, values, around), language(text));
    }

    /** The words alone, as plain text. */
    String plain(Text text, TextTemplate.Fields values) {
        return LetterBody.text(TextTemplate.read(text.body(), "body"), withOffice(values), parts(text));
    }

    String subject(Text text, TextTemplate.Fields values) {
        return LetterBody.line(text.title(), withOffice(values));
    }

    /** What {@code mail/frame} shows. */
    private Map<String, Object> frame(Text text, TextTemplate.Fields values, Around around) {
        var template = TextTemplate.read(text.body(), "body");
        var known = withOffice(values);
        var fields = new HashMap<String, Object>();
        fields.put("body", LetterBody.html(template, known, parts(text)));
        fields.put("plain", LetterBody.text(template, known, parts(text)));
        fields.put("name", around.name());
        fields.put("number", around.number());
        fields.put("contacts", around.contacts());
        fields.put("items", around.items());
        fields.put("council", Objects.toString(values.get("council"), ""));
        fields.put("opens", text.head().link());
        fields.put("link", around.link());
        return fields;
    }

    private TextTemplate.Fields withOffice(TextTemplate.Fields values) {
        return name -> name.equals("municipality") ? municipality.name() : values.get(name);
    }

    private Function<String, TextTemplate> parts(Text text) {
        return name ->
                TextTemplate.read(texts.inForce(name, text.shipped().language()).body(), "body");
    }

    static Locale language(Text text) {
        return Locale.forLanguageTag(text.shipped().language());
    }

    /**
     * What stands around the words of a mail.
     *
     * @param name of the reader
     * @param number of the case that it is about, or none
     * @param contacts whom to call
     * @param items of a mail about several questions, or of the news
     * @param link what opens the personal link; the place where it comes, when it is sent
     */
    record Around(String name, @Nullable String number, List<Contact> contacts, List<?> items, String link) {

        Around(String name, @Nullable String number, List<Contact> contacts) {
            this(name, number, contacts, List.of());
        }

        Around(String name, @Nullable String number, List<Contact> contacts, List<?> items) {
            this(name, number, contacts, items, Mail.LINK);
        }
    }
}
