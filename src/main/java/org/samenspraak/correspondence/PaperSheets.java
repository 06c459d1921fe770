package org.samenspraak.correspondence;

import java.util.HashMap;
import java.util.Map;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes PDFs from {@code templates/paper}, in Dutch as all that a council is sent. */
@Component
class PaperSheets {

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

    byte[] print(String template, String title, Map<String, Object> fields) {
        var variables = new HashMap<>(fields);
        variables.put("title", title);
        variables.put("municipality", municipality);
        variables.put("words", words);
        return printer.print(templates.process("paper/" + template, new Context(MailTexts.DUTCH, variables)));
    }
}
