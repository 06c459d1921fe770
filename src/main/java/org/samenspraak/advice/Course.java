package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a council is told beforehand: how far the plan is, what is asked of it, when it reads the reply, who decides and what follows. */
@Component
class Course {

    private final Requests requests;
    private final Cases cases;
    private final TermEndings days;
    private final AdviceWords words;
    private final MessageSource texts;
    private final Councils councils;

    Course(
            Requests requests,
            Cases cases,
            TermEndings days,
            AdviceWords words,
            MessageSource texts,
            Councils councils) {
        this.councils = councils;
        this.requests = requests;
        this.cases = cases;
        this.days = days;
        this.words = words;
        this.texts = texts;
    }

    /** Sentence by sentence, in the reader's language. */
    List<String> of(Advice advice) {
        var request = requests.get(Objects.requireNonNull(advice.request(), "nobody asked"));
        var replied = replied(advice.caseId(), last(advice, request));
        var broken = !request.isOnlyTold() && councils.get(advice.council()).compositionBroken();
        return Stream.of(
                        broken ? say("composition") : "",
                        say("phase." + request.phase()),
                        say("position." + request.position()),
                        say("replied", words.day(replied)),
                        say("decides", words.organ(request.onBehalfOf())),
                        say("told"))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Nobody replies before the council with most time had it. */
    private static LocalDate last(Advice advice, Requests.Request request) {
        return Objects.requireNonNullElse(request.lastDay(), Objects.requireNonNull(advice.lastDay()));
    }

    private LocalDate replied(CaseId advice, LocalDate from) {
        return days.count(cases.get(advice).regulation(), "reply", from).lastDay();
    }

    private String say(String key, Object... args) {
        return texts.getMessage("advice.course." + key, args, LocaleContextHolder.getLocale());
    }
}
