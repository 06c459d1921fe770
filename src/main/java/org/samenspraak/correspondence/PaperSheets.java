package org.samenspraak.correspondence;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.samenspraak.kernel.Municipality;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes papers from {@code templates/paper}, in Dutch as all that a council is sent, or in the language of who reads them. */
@Component
public class PaperSheets {

    private final ITemplateEngine templates;
    private final Municipality municipality;
    private final LetterWords words;
    private final PdfPrinter printer;

    PaperSheets(ITemplateEngine templates, Municipality municipality, LetterWords words, PdfPrinter printer) {
        this.templates = templates;
        this.municipality = municipality;
        this.words = words;
        this.printer = printer;
    }

    /** A PDF that a screen reader can read too. */
    public byte[] print(String template, String title, Map<String, Object> fields) {
        return print(template, title, fields, MailTexts.DUTCH);
    }

    /** The same in a language. */
    public byte[] print(String template, String title, Map<String, Object> fields, Locale language) {
        return printer.print(html(template, title, fields, language));
    }

    /** The same sheet in both formats, to read and to go on with in a word processor. */
    public Both both(String template, String title, Map<String, Object> fields) {
        var html = html(template, title, fields, MailTexts.DUTCH);
        return new Both(printer.print(html), Docx.of(html, title, municipality.name()));
    }

    private String html(String template, String title, Map<String, Object> fields, Locale language) {
        var variables = new HashMap<>(fields);
        variables.put("title", title);
        variables.put("municipality", municipality);
        variables.put("words", words);
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return templates.process("paper/" + template, new Context(language, variables));
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    // bytes of finished files, handed on once
    @SuppressWarnings("ArrayRecordComponent")
    public record Both(byte[] pdf, byte[] docx) {}
}
