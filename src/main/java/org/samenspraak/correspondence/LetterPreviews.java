package org.samenspraak.correspondence;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.LetterSheets.Letter;
import org.samenspraak.correspondence.LetterTexts.Text;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A letter as it would look now, for who writes its text: with samples, or filled in for a case. Nothing is kept or sent. */
@Service
public class LetterPreviews {

    private final LetterTexts texts;
    private final LetterSheets sheets;
    private final LetterFrame frame;
    private final MailTrials mails;
    private final PdfPrinter printer;
    private final Cases cases;

    LetterPreviews(
            LetterTexts texts,
            LetterSheets sheets,
            LetterFrame frame,
            MailTrials mails,
            PdfPrinter printer,
            Cases cases) {
        this.texts = texts;
        this.sheets = sheets;
        this.frame = frame;
        this.mails = mails;
        this.printer = printer;
        this.cases = cases;
    }

    /**
     * What {@code letters/letter :: sheet} shows, or {@code mail} for a mail.
     *
     * @param number of the case, from who may see it; empty for samples
     * @throws Refusal when there is no such case, or when the text can't be filled in
     */
    @Transactional(readOnly = true)
    public Map<String, Object> page(String name, String language, String number) {
        var text = text(name, language);
        return text.head().kind() == TextHead.Kind.MAIL
                ? Map.of("mail", mails.write(text, dossier(number)))
                : frame.variables(letter(text, dossier(number)));
    }

    /** The same as a file. */
    @Transactional(readOnly = true)
    public byte[] pdf(String name, String language, String number) {
        return printer.print(frame.html(letter(text(name, language), dossier(number))));
    }

    private Letter letter(Text text, @Nullable CaseView dossier) {
        return dossier == null ? sheets.sample(text) : sheets.trial(text, dossier);
    }

    private @Nullable CaseView dossier(String number) {
        return number.isBlank()
                ? null
                : cases.byNumber(number.strip()).orElseThrow(() -> Refusal.of("zaak", "correspondence.text.no-case"));
    }

    private Text text(String name, String language) {
        var typed = texts.edited(name, language);
        texts.problems(name, language, typed).stream()
                .filter(problem -> !problem.messageKey().equals("correspondence.text.required"))
                .findFirst()
                .ifPresent(problem -> {
                    throw problem;
                });
        return texts.text(name, language, typed);
    }
}
