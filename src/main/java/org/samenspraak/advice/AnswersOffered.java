package org.samenspraak.advice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.samenspraak.forms.OfferedValues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a council may answer: {@code valuesKey: advice.answers}. Joining the advice of another only when that council asked. */
@Component
class AnswersOffered implements OfferedValues {

    private final MessageSource texts;

    AnswersOffered(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public String key() {
        return "advice.answers";
    }

    @Override
    public List<Value> values(Locale locale) {
        return values(false, true, locale);
    }

    /**
     * @param invited whether another council asked it to join its advice
     * @param inTime whether its term still runs: after it there is no more time to ask for
     */
    List<Value> values(boolean invited, boolean inTime, Locale locale) {
        return Stream.of("joint", "advice", "none", "more-time")
                .filter(answer -> invited || !answer.equals("joint"))
                .filter(answer -> inTime || !answer.equals("more-time"))
                .map(answer -> new Value(answer, texts.getMessage("advice.says." + answer, null, locale)))
                .toList();
    }
}
