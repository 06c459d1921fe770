package org.samenspraak.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.samenspraak.advice.Questions.Texts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is different between two versions of a question, in words: nobody has to see colours for it. */
@Component
class ChangedTexts {

    private final MessageSource texts;

    ChangedTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** One line for each run of words that went or came; empty when nothing changed. */
    List<String> of(Texts before, Texts after, Locale language) {
        var lines = new ArrayList<String>();
        add(lines, "subject", before.subject(), after.subject(), language);
        add(lines, "question", before.question(), after.question(), language);
        add(lines, "open", before.stillOpen(), after.stillOpen(), language);
        return lines;
    }

    private void add(List<String> lines, String part, String before, String after, Locale language) {
        var difference = Difference.of(before, after);
        if (!difference.isNone()) {
            lines.add(say("part." + part, language));
            difference.gone().forEach(run -> lines.add(say("gone", language, run)));
            difference.added().forEach(run -> lines.add(say("added", language, run)));
        }
    }

    private String say(String key, Locale language, Object... args) {
        return texts.getMessage("advice.changed." + key, args, language);
    }
}
