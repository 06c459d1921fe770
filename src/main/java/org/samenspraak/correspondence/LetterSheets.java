package org.samenspraak.correspondence;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Documents.Kind;
import org.samenspraak.correspondence.Contacts.Contact;
import org.samenspraak.correspondence.LetterTexts.Text;
import org.samenspraak.council.MailChoices;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Fills in the text of a letter with what the case knows, and makes a PDF of it. */
@Component
class LetterSheets {

    private final LetterTexts texts;
    private final LetterFields fields;
    private final FieldGuide guide;
    private final LetterRows rows;
    private final Contacts contacts;
    private final LetterFrame frame;
    private final LetterSettings settings;
    private final MailChoices choices;
    private final PdfPrinter printer;

    LetterSheets(
            LetterTexts texts,
            LetterFields fields,
            FieldGuide guide,
            LetterRows rows,
            Contacts contacts,
            LetterFrame frame,
            LetterSettings settings,
            MailChoices choices,
            PdfPrinter printer) {
        this.texts = texts;
        this.fields = fields;
        this.guide = guide;
        this.rows = rows;
        this.contacts = contacts;
        this.frame = frame;
        this.settings = settings;
        this.choices = choices;
        this.printer = printer;
    }

    /**
     * @param given what the step knows besides the case
     * @throws IllegalArgumentException when nobody wrote a letter of that name
     */
    Sheet write(CaseView dossier, String name, Map<String, Object> given) {
        var used = new LinkedHashMap<String, String>();
        var english =
                (settings.english() || choices.languageOf(dossier.council()).equals(Locale.ENGLISH))
                                && texts.find(name, "en").isPresent()
                        ? letter(dossier, name, "en", given, null, used)
                        : null;
        var letter = letter(dossier, name, "nl", given, english, used);
        return new Sheet(
                letter.title(),
                Kind.valueOf(letter.kind().name()),
                print(letter),
                english != null && choices.languageOf(dossier.council()).equals(Locale.ENGLISH)
                        ? english.told()
                        : letter.told(),
                letter.council(),
                letter.contact(),
                used);
    }

    /** What a mail to one person says, as a letter to somebody without an e-mail address. */
    Letter ofPerson(CaseView dossier, String name, Map<String, Object> given, Reader reader) {
        var language = choices.languageOf(dossier.council());
        var text = texts.find(name, language.getLanguage()).orElseGet(() -> texts.inForce(name, "nl"));
        var known = new HashMap<>(given);
        known.put(FieldGuide.PAPER, true);
        return in(text, () -> {
            var values = fields.of(dossier, text.head(), known, language(text));
            return letter(text, values, parts(text), dossier, null)
                    .to(reader, text.head().link() != null);
        });
    }

    byte[] print(Letter letter) {
        return printer.print(frame.html(letter));
    }

    private Letter letter(
            CaseView dossier,
            String name,
            String language,
            Map<String, Object> given,
            @Nullable Letter english,
            Map<String, String> used) {
        var text = texts.inForce(name, language);
        return in(text, () -> {
            var values = fields.of(dossier, text.head(), given, language(text));
            return letter(text, values, new Parts(text, agreed(dossier, text), used), dossier, english);
        });
    }

    /** As the case would fill it in today. */
    Letter trial(Text text, CaseView dossier) {
        return in(text, () -> {
            var ofCase = fields.of(dossier, text.head(), Map.of(), language(text));
            return letter(text, guide.trial(text.shipped(), ofCase), parts(text), dossier, null);
        });
    }

    /** With a sample for each field. */
    Letter sample(Text text) {
        return in(text, () -> {
            var samples = guide.samples(text.shipped());
            return letter(text, samples, parts(text), null, null);
        });
    }

    private Parts parts(Text text) {
        return new Parts(text, Map.of(), new LinkedHashMap<>());
    }

    private Letter letter(
            Text text, TextTemplate.Fields values, Parts parts, @Nullable CaseView dossier, @Nullable Letter english) {
        var contact = contacts.forArea(dossier == null ? null : dossier.area());
        return new Letter(
                text.head().kind(),
                language(text),
                LetterBody.line(text.title(), values),
                LetterBody.html(TextTemplate.read(text.body(), "body"), values, parts),
                text.head().told() ? LetterBody.beginning(TextTemplate.read(text.body(), "body"), values, parts) : "",
                said(values, "council"),
                said(values, "number"),
                said(values, "today"),
                said(values, LetterFields.ORGAN),
                contact,
                english,
                null,
                false);
    }

    private static String said(TextTemplate.Fields values, String name) {
        return Objects.toString(values.get(name), "");
    }

    private Map<String, String> agreed(CaseView dossier, Text text) {
        var of = text.head().partsOf();
        return of == null
                ? Map.of()
                : rows.latest(dossier.id(), of).map(rows::parts).orElse(Map.of());
    }

    private static Locale language(Text text) {
        return Locale.forLanguageTag(text.shipped().language());
    }

    /** Words of forms and terms come in the language of the request: here in that of the letter. */
    static <T> T in(Text text, Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language(text));
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** The parts of a text, those that were agreed on before as they were then; keeps which were used. */
    private final class Parts implements Function<String, TextTemplate> {

        private final Text text;
        private final Map<String, String> agreed;
        private final Map<String, String> used;

        Parts(Text text, Map<String, String> agreed, Map<String, String> used) {
            this.text = text;
            this.agreed = agreed;
            this.used = used;
        }

        @Override
        public TextTemplate apply(String name) {
            var part = texts.inForce(name, text.shipped().language());
            var key = part.shipped().key();
            var body = agreed.getOrDefault(key, part.body());
            used.put(key, body);
            return TextTemplate.read(body, "body");
        }
    }

    /**
     * A letter filled in.
     *
     * @param body its text as HTML, from {@link LetterBody} only
     * @param told how it begins, for the mail that brings it; empty where that says its title only
     * @param organ that decided, by its code, or empty
     * @param english the same in English, to come behind it, or none
     * @param reader a person in the place of a council, or none
     * @param acts whether the mail in its place would have a link
     */
    record Letter(
            TextHead.Kind kind,
            Locale language,
            String title,
            String body,
            String told,
            String council,
            String number,
            String today,
            String organ,
            Contact contact,
            @Nullable Letter english,
            @Nullable Reader reader,
            boolean acts) {

        private Letter to(Reader person, boolean acting) {
            return new Letter(
                    kind, language, title, body, told, council, number, today, organ, contact, english, person, acting);
        }
    }

    /** @param address where it is brought */
    record Reader(String name, String address) {}

    // bytes of a finished file, handed on once
    @SuppressWarnings("ArrayRecordComponent")
    record Sheet(
            String title,
            Kind kind,
            byte[] pdf,
            String told,
            String council,
            Contact contact,
            Map<String, String> parts) {}
}
