package org.samenspraak.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Account.Advice;
import org.samenspraak.advice.Account.Reply;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Each point of advice beside its reply, for who agrees with the replies and for who looks back on them. */
@Component
class AnsweredPoints {

    private final Accounts accounts;
    private final AdviceWords words;
    private final MessageSource texts;

    AnsweredPoints(Accounts accounts, AdviceWords words, MessageSource texts) {
        this.accounts = accounts;
        this.words = words;
        this.texts = texts;
    }

    /** By council, in the order of its points; what a minority thinks stands after them. */
    List<Map<String, String>> of(CaseId request) {
        return accounts.of(request).advice().stream().flatMap(this::rows).toList();
    }

    private Stream<Map<String, String>> rows(Advice advice) {
        var rows = new ArrayList<Map<String, String>>();
        advice.points()
                .forEach(point -> rows.add(Map.of(
                        "council", advice.names(),
                        "point", point.number() + ". " + point.topic(),
                        "text", point.text(),
                        "outcome", outcome(point.reply()),
                        "why", why(point.reply()))));
        var minority = advice.given().minority();
        if (minority != null && !minority.isBlank() && !rows.isEmpty()) {
            rows.add(Map.of(
                    "council",
                    advice.names(),
                    "point",
                    say("advice.answered.minority"),
                    "text",
                    minority,
                    "outcome",
                    "",
                    "why",
                    ""));
        }
        return rows.stream();
    }

    private String outcome(@Nullable Reply reply) {
        return say(reply == null ? "advice.answered.owed" : "advice.out.outcome." + reply.code());
    }

    private String why(@Nullable Reply reply) {
        return reply == null
                ? ""
                : Stream.of(reply.place(), reply.reason(), passed(reply))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n"));
    }

    private String passed(Reply reply) {
        var role = reply.passedTo();
        return role == null
                ? ""
                : say("advice.out.passed", words.group(role), words.day(Objects.requireNonNull(reply.passedUntil())));
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
