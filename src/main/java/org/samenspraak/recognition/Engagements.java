package org.samenspraak.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.LetterWords;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.council.Councils;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The engagement statement: who signed when, and the copy that is kept. */
@Service
class Engagements {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final Submissions submissions;
    private final Letters letters;
    private final Clocks clocks;
    private final Cases cases;
    private final Councils councils;
    private final Municipality municipality;
    private final LetterWords words;
    private final MessageSource texts;

    Engagements(
            Submissions submissions,
            Letters letters,
            Clocks clocks,
            Cases cases,
            Councils councils,
            Municipality municipality,
            LetterWords words,
            MessageSource texts) {
        this.submissions = submissions;
        this.letters = letters;
        this.clocks = clocks;
        this.cases = cases;
        this.councils = councils;
        this.municipality = municipality;
        this.words = words;
        this.texts = texts;
    }

    @Transactional
    public void file(CaseId caseId, Actor by) {
        letters.send(caseId, "engagement-signed", "council", Map.of("signatures", signatures(caseId)), by);
    }

    /** The four, each by the fields of the letter: name as it was signed, as what, when, and how. */
    private List<Map<String, String>> signatures(CaseId caseId) {
        var dossier = cases.get(caseId);
        var council = dossier.council() == null
                ? dossier.title()
                : councils.get(dossier.council()).name();
        return submissions.of(caseId).stream()
                .filter(row -> "engagement-signature".equals(row.formId()))
                .sorted(Comparator.comparing(Submissions.Row::at))
                .map(row -> {
                    var name = submissions.get(caseId, row.id()).answers().text("signedAs");
                    return Map.of(
                            "name", Objects.requireNonNullElse(name, ""),
                            "as", say("letters.signed." + row.element(), council, municipality.name()),
                            "moment", words.moment(row.at()),
                            "how", how(row));
                })
                .toList();
    }

    private String how(Submissions.Row sent) {
        if (sent.onPaper()) {
            return say("letters.signed.paper", sent.by());
        }
        if (sent.came() != null) {
            return say("letters.signed.phone", sent.by());
        }
        return sent.onBehalfOf() == null
                ? say("letters.signed.by", sent.by())
                : say("letters.signed.for", sent.by(), sent.onBehalfOf());
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, DUTCH);
    }

    @Transactional
    public void again(CaseId caseId) {
        clocks.renew(caseId, "sign", null);
    }
}
