package org.samenspraak.advice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Account.Advice;
import org.samenspraak.advice.Account.Point;
import org.samenspraak.advice.Account.Reply;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells each council what was done with its advice: its own points first, the rest where the letter says. */
@Component
class Feedback {

    static final String LETTER = "advice-feedback";

    /** To a council that gave no advice: nothing was done with it, yet it reads what was decided. */
    private static final String WITHOUT = "advice-decided";

    private static final String LOOKED_BACK = "advice-looked-back";

    private final Accounts accounts;
    private final ToldCouncils told;
    private final Letters letters;
    private final AdviceWords words;
    private final MessageSource texts;
    private final Municipality municipality;
    private final ToldNews news;
    private final Submissions submissions;
    private final Dates dates;

    Feedback(
            Accounts accounts,
            ToldCouncils told,
            Letters letters,
            AdviceWords words,
            MessageSource texts,
            Municipality municipality,
            ToldNews news,
            Submissions submissions,
            Dates dates) {
        this.accounts = accounts;
        this.told = told;
        this.letters = letters;
        this.words = words;
        this.texts = texts;
        this.municipality = municipality;
        this.news = news;
        this.submissions = submissions;
        this.dates = dates;
    }

    /**
     * A letter to every council that was asked, whether it answered or not, or that gave its advice by itself. Who was told already
     * is not told again.
     *
     * @param caseId of the request, or of the unsolicited advice
     */
    @Transactional
    void tell(CaseId caseId, Actor by) {
        told.lock(caseId);
        var account = accounts.of(caseId);
        account.advice().stream().filter(one -> !told.is(one.caseId())).forEach(one -> tell(one, account, by));
        told.finish(caseId);
    }

    private void tell(Advice one, Account account, Actor by) {
        var own = account.of(one.council());
        var fields = AdviceWords.inDutch(
                () -> Map.<String, Object>of("feedback", List.of(fields(one, account)), "points", points(own)));
        var letter = own.stream().allMatch(advice -> advice.points().isEmpty()) ? WITHOUT : LETTER;
        told.add(one.caseId(), letters.send(one.caseId(), letter, "council", fields, news.decided(account, own), by));
    }

    /**
     * What came of it, a year later: to every council that gave advice, and on the public page. Once.
     *
     * @param caseId of the request
     */
    @Transactional
    void lookBack(CaseId caseId, Actor by) {
        var text = submissions.latest(caseId, "advice-look-back").orElseThrow().text("lookBack");
        var said = said(text).strip();
        if (!told.lookedBack(caseId, said, dates.today())) {
            return;
        }
        var account = accounts.of(caseId);
        for (var one : account.advice()) {
            if (account.of(one.council()).stream()
                    .anyMatch(advice -> !advice.points().isEmpty())) {
                var fields = new HashMap<>(AdviceWords.inDutch(() -> fields(one, account)));
                fields.put("looked", said);
                letters.send(
                        one.caseId(),
                        LOOKED_BACK,
                        "council",
                        Map.of("feedback", List.of(fields)),
                        news.of("looked-back"),
                        by);
            }
        }
    }

    private List<Map<String, String>> points(List<Advice> own) {
        return own.stream()
                .flatMap(advice -> advice.points().stream())
                .map(this::fields)
                .toList();
    }

    private Map<String, String> fields(Advice one, Account account) {
        var request = account.request();
        var fields = new HashMap<String, String>();
        fields.put("subject", account.subject());
        fields.put("answered", "advice".equals(one.given().answer()) ? say("advice.out.state.advice") : "");
        fields.put("organ", request == null ? "" : words.organ(request.onBehalfOf()));
        fields.put("day", request == null ? "" : words.day(request.decisionDay()));
        fields.put("adopted", request == null ? "" : words.decision(request.decision()));
        fields.put("explanation", request == null ? "" : said(request.decisionReason()));
        fields.put("summary", said(account.summary()));
        fields.put("decided", request == null ? "" : said(request.decisionNumber()));
        fields.put("address", request == null ? "" : said(request.decisionLink()));
        fields.put("more", municipality.baseUrl() + "/raad/dossier/" + one.number());
        fields.put(
                "everybody",
                municipality.baseUrl() + "/publiek/adviezen/"
                        + account.dossier().number());
        return fields;
    }

    private Map<String, String> fields(Point point) {
        var reply = point.reply();
        return Map.of(
                "point", String.valueOf(point.number()),
                "topic", point.topic(),
                "text", point.text(),
                "outcome",
                        reply == null
                                ? say("advice.out.owed")
                                : say("advice.out.outcome." + reply.outcome().code()),
                "why", reply == null ? "" : reply.reason(),
                "place", reply == null || reply.place().isEmpty() ? "" : say("advice.out.place", reply.place()),
                "passed", reply == null ? "" : passed(reply));
    }

    private String passed(Reply reply) {
        return reply.passedTo() == null
                ? ""
                : say("advice.out.passed", words.group(reply.passedTo()), words.day(reply.passedUntil()));
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, AdviceWords.DUTCH);
    }
}
