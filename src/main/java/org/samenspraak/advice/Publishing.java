package org.samenspraak.advice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Account.Request;
import org.samenspraak.advice.Publications.Publication;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.News;
import org.samenspraak.kernel.NewsWithdrawn;
import org.samenspraak.kernel.PublicTextChanged;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.kernel.Release;
import org.samenspraak.web.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts advice and what came of it before everybody, without persons, and takes it away again. */
@Component
class Publishing implements Release {

    /** A typing error in the year, no rule: nobody holds a decision back for so long. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Accounts accounts;
    private final Publications publications;
    private final HiddenTexts hiddenTexts;
    private final WithoutPersons persons;
    private final Outbox outbox;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Dates dates;
    private final Clock clock;

    Publishing(
            Accounts accounts,
            Publications publications,
            HiddenTexts hiddenTexts,
            WithoutPersons persons,
            Outbox outbox,
            Timeline timeline,
            ApplicationEventPublisher events,
            Dates dates,
            Clock clock) {
        this.accounts = accounts;
        this.publications = publications;
        this.hiddenTexts = hiddenTexts;
        this.persons = persons;
        this.outbox = outbox;
        this.timeline = timeline;
        this.events = events;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * Once; what was published and withdrawn stays withdrawn when a step is repeated. It is shown when its letters left the office
     * and its embargo is over.
     *
     * @param caseId of the request, or of the unsolicited advice
     */
    @Transactional
    void publish(CaseId caseId, Actor by) {
        var account = accounts.of(caseId);
        var day =
                Optional.ofNullable(account.request()).map(Request::decisionDay).orElse(dates.today());
        if (publications.add(account, subject(account), day.getYear())) {
            timeline.add(account.dossier().id(), "advice.publication-ready", Map.of(), null, by);
            release(account);
        }
    }

    /** Shows what no letter and no embargo holds any more. */
    @Override
    @Scheduled(fixedDelayString = "PT1M")
    @Transactional
    public void release() {
        publications.waiting().forEach(caseId -> release(accounts.of(caseId)));
    }

    private void release(Account account) {
        var dossier = account.dossier();
        var told = Stream.concat(
                        Stream.of(dossier.id()), account.advice().stream().map(Account.Advice::caseId))
                .collect(Collectors.toSet());
        if (outbox.waits(told) || !publications.release(dossier.id())) {
            return;
        }
        timeline.add(dossier.id(), "advice.published", Map.of(), null, Actor.SYSTEM);
        events.publishEvent(news(account, subject(account)));
    }

    /** The domain of a request is its theme; unsolicited advice has none. */
    private static News news(Account account, String subject) {
        var request = Optional.ofNullable(account.request());
        var dossier = account.dossier();
        return new News(
                newsKey(dossier),
                "advice-published",
                subject,
                request.map(Request::decisionDay).orElse(null),
                null,
                dossier.area(),
                request.map(Request::domain).map(Set::of).orElse(Set.of()),
                "/publiek/adviezen/" + dossier.number());
    }

    private static String newsKey(CaseView dossier) {
        return "advice:" + dossier.number();
    }

    /**
     * Shows it no sooner than that moment; the same moment again changes nothing.
     *
     * @param until none lifts the embargo
     * @throws Refusal when everybody can read it already, for a moment that is over, and for one that can't be meant
     */
    @Transactional
    void embargo(CaseId caseId, @Nullable Instant until, Actor by) {
        if (publications.find(caseId).filter(one -> !one.waiting()).isPresent()) {
            throw Refusal.of("until", "advice.refusal.public-already");
        }
        if (publications.embargo(caseId).equals(Optional.ofNullable(until))) {
            return;
        }
        if (until != null && !until.isAfter(clock.instant())) {
            throw Refusal.of("until", "advice.refusal.embargo-over");
        }
        if (until != null && until.isAfter(clock.instant().plus(LONGEST))) {
            throw Refusal.of("until", "advice.refusal.embargo-far");
        }
        publications.embargo(caseId, until);
        timeline.add(
                caseId,
                until == null ? "advice.embargo-lifted" : "advice.embargo",
                until == null ? Map.of() : Map.of("until", dates.moment(until)),
                null,
                by);
    }

    Optional<Instant> embargo(CaseId caseId) {
        return publications.embargo(caseId);
    }

    /** @throws Refusal without a reason, and when it is not public */
    @Transactional
    void withdraw(CaseId caseId, String reason, Actor by) {
        if (reason.isBlank()) {
            throw Refusal.of("reason", "casefile.refusal.reason-missing");
        }
        if (!publications.withdraw(caseId, reason.strip(), by)) {
            throw new Refusal("advice.refusal.not-public");
        }
        timeline.add(caseId, "advice.publication-withdrawn", Map.of(), reason.strip(), by);
        events.publishEvent(new NewsWithdrawn(newsKey(accounts.of(caseId).dossier())));
        events.publishEvent(new PublicTextChanged());
    }

    /** @throws Refusal when it was not withdrawn */
    @Transactional
    void bringBack(CaseId caseId, Actor by) {
        var account = accounts.of(caseId);
        var subject = subject(account);
        if (!publications.bringBack(caseId, subject)) {
            throw new Refusal("advice.refusal.not-withdrawn");
        }
        publications.corrected(caseId);
        timeline.add(caseId, "advice.published", Map.of(), null, by);
        events.publishEvent(news(account, subject));
    }

    /**
     * Keeps texts with personal data out of the publication, or shows them again; also when it stands there already.
     *
     * @param asked of the request and its decision
     * @param texts ids of points, and of cases of councils for the reason and the minority note
     */
    @Transactional
    void hide(CaseId caseId, Set<PublicText> asked, Set<UUID> texts, boolean hidden, Actor by) {
        var count = Stream.concat(
                        asked.stream().filter(text -> hiddenTexts.hide(caseId, text, hidden)),
                        texts.stream().filter(text -> hiddenTexts.hide(caseId, text, hidden)))
                .count();
        if (count > 0) {
            publications.corrected(caseId);
            events.publishEvent(new PublicTextChanged());
            timeline.add(
                    caseId,
                    hidden ? "advice.hidden" : "advice.shown",
                    Map.of("count", String.valueOf(count)),
                    null,
                    by);
        }
    }

    Optional<Publication> find(CaseId caseId) {
        return publications.find(caseId);
    }

    private String subject(Account account) {
        return AdviceWords.inDutch(() -> persons.masks(account).of(account.subject()));
    }
}
