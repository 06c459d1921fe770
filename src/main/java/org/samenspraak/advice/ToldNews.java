package org.samenspraak.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.samenspraak.advice.Account.Advice;
import org.samenspraak.advice.Account.Point;
import org.samenspraak.correspondence.Letters.News;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a letter to a council comes down to, for the mail that brings it. */
@Component
class ToldNews {

    private final AdviceWords words;
    private final MessageSource texts;

    ToldNews(AdviceWords words, MessageSource texts) {
        this.words = words;
        this.texts = texts;
    }

    /** @param what in {@code advice.news} */
    News of(String what, Object... args) {
        return language -> say(what, language, args);
    }

    /** What was decided, and how many of its own points came to what. */
    News decided(Account account, List<Advice> own) {
        return language ->
                AdviceWords.in(language, () -> (decision(account, language) + " " + points(own, language)).strip());
    }

    private String decision(Account account, Locale language) {
        var request = account.request();
        return request == null || request.decision() == null
                ? ""
                : say(
                        "decided",
                        language,
                        words.decision(request.decision()),
                        words.organ(request.onBehalfOf()),
                        words.day(request.decisionDay()));
    }

    private String points(List<Advice> own, Locale language) {
        var counts = new LinkedHashMap<Outcome, Integer>();
        own.stream()
                .flatMap(advice -> advice.points().stream())
                .map(Point::reply)
                .forEach(reply -> {
                    if (reply != null) {
                        counts.merge(reply.outcome(), 1, Integer::sum);
                    }
                });
        var lines = counts.entrySet().stream()
                .map(one -> one.getValue() + " "
                        + texts.getMessage("advice.out.outcome." + one.getKey().code(), null, language)
                                .toLowerCase(language))
                .toList();
        return lines.isEmpty() ? "" : say("points", language, String.join(", ", lines));
    }

    private String say(String what, Locale language, Object... args) {
        return texts.getMessage("advice.news." + what, args, language);
    }
}
