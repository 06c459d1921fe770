package org.samenspraak.advice;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Account.Advice;
import org.samenspraak.advice.Account.Point;
import org.samenspraak.advice.Account.Version;
import org.samenspraak.council.Memberships;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Masks;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes of an account what everybody may read: without signatures, contacts, names of members and what an official hid. */
@Component
class WithoutPersons {

    private final Memberships memberships;
    private final AdviceWords words;
    private final MessageSource texts;

    WithoutPersons(Memberships memberships, AdviceWords words, MessageSource texts) {
        this.memberships = memberships;
        this.words = words;
        this.texts = texts;
    }

    /** Knows all who are or were in these councils, and who signed. */
    Masks masks(Account account) {
        var councils = account.advice().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.council()), one.joint().keySet().stream()))
                .collect(Collectors.toSet());
        var signed = account.advice().stream()
                .flatMap(one -> Stream.of(
                        Optional.ofNullable(one.given().chair()),
                        Optional.ofNullable(one.given().secretary())))
                .flatMap(Optional::stream);
        var names = Stream.concat(memberships.names(councils).stream(), signed).toList();
        return new Masks(texts.getMessage("advice.out.masked", null, LocaleContextHolder.getLocale()), names);
    }

    PublicAdvice without(Account account) {
        var masks = masks(account);
        var request = account.request();
        return new PublicAdvice(
                account.dossier().number(),
                masks.of(account.subject()),
                request == null ? "" : request.domain(),
                null,
                null,
                request == null ? null : question(account, masks),
                request == null ? null : decision(account, masks),
                account.advice().stream()
                        .filter(one -> !one.isInAnothers())
                        .map(one -> council(account, one, masks))
                        .toList(),
                Stream.of(PublicText.values())
                        .flatMap(text -> Stream.ofNullable(why(account, text))
                                .map(why -> new PublicAdvice.Hidden(text.name(), why)))
                        .toList());
    }

    private static @Nullable String why(Account account, Object text) {
        var why = account.whyHidden(text);
        return why == null ? null : why.name();
    }

    private static PublicAdvice.@Nullable Decision decision(Account account, Masks masks) {
        var request = Objects.requireNonNull(account.request());
        return request.decisionDay() == null
                ? null
                : new PublicAdvice.Decision(
                        request.onBehalfOf(),
                        shown(account, PublicText.DECISION_NUMBER, request.decisionNumber()),
                        request.decisionDay(),
                        request.decision(),
                        masks.of(shown(account, PublicText.DECISION_REASON, request.decisionReason())),
                        link(shown(account, PublicText.DECISION_LINK, request.decisionLink())),
                        masks.of(shown(account, PublicText.LOOK_BACK, request.lookBack())),
                        request.lookedBackOn());
    }

    private static @Nullable String shown(Account account, Object text, @Nullable String written) {
        return account.whyHidden(text) != null ? null : written;
    }

    private static PublicAdvice.@Nullable Question question(Account account, Masks masks) {
        var request = Objects.requireNonNull(account.request());
        var versions = account.versions();
        if (versions.isEmpty()) {
            return null;
        }
        var now = versions.get(versions.size() - 1);
        return new PublicAdvice.Question(
                request.onBehalfOf(),
                masks.of(shown(account, PublicText.QUESTION, now.question())),
                masks.of(shown(account, PublicText.STILL_OPEN, now.stillOpen())),
                request.sentOn(),
                request.lastDay(),
                versions.stream()
                        .filter(one -> account.whyHidden(PublicText.CHANGES) == null)
                        .map(Version::changeReason)
                        .filter(Objects::nonNull)
                        .map(masks::of)
                        .toList());
    }

    /** No browser follows what is no address of the web. */
    private static @Nullable String link(@Nullable String address) {
        return address != null && address.matches("https?://\\S+") ? address : null;
    }

    private PublicAdvice.Council council(Account account, Advice one, Masks masks) {
        var given = one.given();
        return new PublicAdvice.Council(
                one.names(),
                one.state(),
                given.lastDay(),
                given.givenOn(),
                given.late(),
                given.notLegal(),
                masks.of(shown(account, given.caseId(), given.reason())),
                given.consensus(),
                given.votesFor(),
                given.votesAgainst(),
                given.votesAbstained(),
                masks.of(shown(account, given.caseId(), given.minority())),
                one.points().stream()
                        .map(point -> point(point, why(account, point.id()), masks))
                        .toList(),
                Stream.concat(Stream.of(one.council()), one.joint().keySet().stream())
                        .map(CouncilId::value)
                        .toList(),
                why(account, given.caseId()));
    }

    private PublicAdvice.Point point(Point point, @Nullable String hidden, Masks masks) {
        var reply = point.reply();
        var outcome = reply == null ? null : reply.outcome().code();
        if (hidden != null) {
            return new PublicAdvice.Point(
                    point.number(), hidden, null, null, point.kind().code(), outcome, null, null, null, null);
        }
        return new PublicAdvice.Point(
                point.number(),
                null,
                masks.of(point.topic()),
                masks.of(point.text()),
                point.kind().code(),
                outcome,
                reply == null ? null : masks.of(reply.reason()),
                reply == null ? null : masks.of(reply.place()),
                reply == null || reply.passedTo() == null ? null : words.group(reply.passedTo()),
                reply == null ? null : reply.passedUntil());
    }
}
