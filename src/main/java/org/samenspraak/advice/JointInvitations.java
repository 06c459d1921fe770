package org.samenspraak.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.OfferedValues.Value;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.CouncilId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a council reads of the advice that another one asks it to join. */
@Component
class JointInvitations {

    private final JointRows rows;
    private final GivenAnswers given;
    private final Councils councils;
    private final Submissions submissions;
    private final MessageSource texts;

    JointInvitations(
            JointRows rows, GivenAnswers given, Councils councils, Submissions submissions, MessageSource texts) {
        this.rows = rows;
        this.given = given;
        this.councils = councils;
        this.submissions = submissions;
        this.texts = texts;
    }

    /** Whose advice a council may join, or none. */
    List<Value> inviters(Advice advice) {
        return rows.asked(Objects.requireNonNull(advice.request()), advice.council()).stream()
                .map(given::get)
                .map(one -> new Value(one.council().toString(), name(one.council())))
                .toList();
    }

    /** The advice that it is asked to join, word for word; none when nobody asked. */
    @Nullable
    String invited(Advice advice) {
        var asked = rows.asked(Objects.requireNonNull(advice.request()), advice.council());
        return asked.isEmpty()
                ? null
                : asked.stream()
                        .map(given::get)
                        .map(one -> name(one.council()) + "\n" + text(one))
                        .collect(Collectors.joining("\n\n"));
    }

    /** As it was sent; in the reader's language around it. */
    String text(Advice advice) {
        var answers = submissions.latest(advice.caseId(), AdviceAnswers.FORM).orElseThrow();
        var written = new WrittenAdvice(answers);
        var lines = new ArrayList<String>();
        var number = 0;
        for (var point : written.points()) {
            lines.add(++number + ". " + point.topic() + ": " + point.text());
        }
        lines.add(
                written.isVoted()
                        ? say(
                                "advice.out.votes",
                                written.votes("votesFor"),
                                written.votes("votesAgainst"),
                                written.votes("votesAbstained"))
                        : say("advice.out.consensus"));
        minority(answers).ifPresent(lines::add);
        return String.join("\n\n", lines);
    }

    private Optional<String> minority(Answers answers) {
        return Optional.ofNullable(answers.text("minority"))
                .filter(text -> !text.isBlank())
                .map(text -> say("advice.out.minority") + ": " + text);
    }

    private String name(CouncilId council) {
        return councils.get(council).name();
    }

    private String say(String key, @Nullable Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
