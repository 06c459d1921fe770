package org.samenspraak.correspondence;

import java.util.Map;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.LetterSheets.Letter;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A letter as it would look now, for who writes its text: with samples, or filled in for a case. Nothing is kept or sent. */
@Service
public class LetterPreviews {

    private final LetterTexts texts;
    private final LetterSheets sheets;
    private final LetterFrame frame;
    private final PdfPrinter printer;
    private final Cases cases;

    LetterPreviews(LetterTexts texts, LetterSheets sheets, LetterFrame frame, PdfPrinter printer, Cases cases) {
        this.texts = texts;
        this.sheets = sheets;
        this.frame = frame;
        this.printer = printer;
        this.cases = cases;
    }

    /**
     * What {@code letters/letter :: sheet} shows.
     *
     * @param number of the case, from who may see it; empty for samples
     * @throws Refusal when there is no such case, or when the text can't be filled in
     */
    @Transactional(readOnly = true)
    public Map<String, Object> page(String name, String language, String number) {
        return frame.variables(letter(name, language, number));
    }

    /** The same as a file. */
    @Transactional(readOnly = true)
    public byte[] pdf(String name, String language, String number) {
        return printer.print(frame.html(letter(name, language, number)));
    }

    private Letter letter(String name, String language, String number) {
        var typed = texts.edited(name, language);
        texts.problems(name, language, typed).stream()
                .filter(problem -> !problem.messageKey().equals("correspondence.text.required"))
                .findFirst()
                .ifPresent(problem -> {
                    throw problem;
                });
        var text = texts.text(name, language, typed);
        return number.isBlank()
                ? sheets.sample(text)
                : sheets.trial(
                        text,
                        cases.byNumber(number.strip())
                                .orElseThrow(() -> Refusal.of("zaak", "correspondence.text.no-case")));
    }
}
