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
        return values(new Asked(false, true), locale);
    }

    List<Value> values(Asked asked, Locale locale) {
        return Stream.of("joint", "advice", "none", "more-time")
                .filter(answer -> asked.invited() || !answer.equals("joint"))
                .filter(answer -> asked.inTerm() || !answer.equals("more-time"))
                .map(answer ->
                        new Value(answer, String.valueOf(texts.getMessage("advice.says." + answer, null, locale))))
                .toList();
    }

    /**
     * How a council is asked.
     *
     * @param invited whether another council asked it to join its advice
     * @param inTerm whether more time can be asked
     */
    record Asked(boolean invited, boolean inTerm) {}
}
