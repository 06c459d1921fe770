package org.samenspraak.advice;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.casefile.Awaiting;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.council.Councils;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A request that is out waits for its councils, a council that answered for the replies, and a decision for the day to look back. */
@Component
class AwaitedAdvice implements Awaiting {

    private static final String LOOK_BACK = "look-back";
    /** Councils that are called by name; of more only their number is told. */
    private static final int NAMED = 3;

    private final Requests requests;
    private final GivenAnswers given;
    private final Councils councils;
    private final Clocks clocks;
    private final AdviceWords words;
    private final MessageSource texts;

    AwaitedAdvice(
            Requests requests,
            GivenAnswers given,
            Councils councils,
            Clocks clocks,
            AdviceWords words,
            MessageSource texts) {
        this.requests = requests;
        this.given = given;
        this.councils = councils;
        this.clocks = clocks;
        this.words = words;
        this.texts = texts;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Awaited> in(CaseView view) {
        return switch (view.trajectory()) {
            case Drafting.REQUEST -> ofCouncils(view.id()).or(() -> ofLookBack(view.id()));
            case SendingOut.TRAJECTORY, Readings.TRAJECTORY ->
                given.find(view.id()).flatMap(this::ofReplies);
            case Unsolicited.TRAJECTORY -> ofLookBack(view.id());
            default -> Optional.empty();
        };
    }

    private Optional<Awaited> ofCouncils(CaseId request) {
        var last = requests.find(request).filter(Requests.Request::isOut).map(Requests.Request::lastDay);
        var all = last.isEmpty() ? List.<Advice>of() : given.of(request);
        var writing =
                all.stream().filter(Advice::isAwaited).map(Advice::council).collect(Collectors.toSet());
        if (writing.isEmpty()) {
            return Optional.empty();
        }
        var names = writing.size() > NAMED
                ? say("advice.awaited.many", writing.size())
                : councils.names(writing).values().stream().sorted().collect(Collectors.joining(", "));
        var day = AskedTerm.day(last.orElseThrow());
        return Optional.of(new Awaited(
                names, say("advice.awaited.councils", all.size() - writing.size(), all.size(), names, day)));
    }

    private Optional<Awaited> ofReplies(Advice advice) {
        return advice.answer() == null || advice.isAwaited() || advice.request() == null
                ? Optional.empty()
                : requests.find(Objects.requireNonNull(advice.request()))
                        .map(request -> words.group(request.asker().toString()))
                        .map(asker -> new Awaited(asker, say("advice.awaited.replies", asker)));
    }

    private Optional<Awaited> ofLookBack(CaseId caseId) {
        return clocks.find(caseId, LOOK_BACK, null)
                .filter(Clocks.ClockView::running)
                .map(clock -> new Awaited("", say("advice.awaited.look-back", AskedTerm.day(clock.lastDay()))));
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
