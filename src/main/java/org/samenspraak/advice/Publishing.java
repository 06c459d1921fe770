package org.samenspraak.advice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    private final AdviceWords words;
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
            AdviceWords words,
            Outbox outbox,
            Timeline timeline,
            ApplicationEventPublisher events,
            Dates dates,
            Clock clock) {
        this.accounts = accounts;
        this.publications = publications;
        this.hiddenTexts = hiddenTexts;
        this.persons = persons;
        this.words = words;
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
     * Keeps texts out of the publication and says why, or shows them again; also when it stands there already.
     *
     * @param hide as in {@link Account}; what is hidden already keeps why
     * @throws Refusal when something is hidden without saying why
     */
    @Transactional
    void hide(CaseId caseId, Set<String> hide, Set<String> show, @Nullable WhyHidden why, Actor by) {
        var names = AdviceWords.inDutch(() -> words.texts(accounts.of(caseId)));
        if (why == null && !hide.isEmpty()) {
            throw Refusal.of("why", "advice.refusal.why-hidden");
        }
        if (why != null) {
            changed(
                    caseId,
                    "advice.text-hidden." + why,
                    by,
                    those(names, hide, text -> hiddenTexts.hide(caseId, text, why)));
        }
        changed(caseId, "advice.text-shown", by, those(names, show, text -> hiddenTexts.show(caseId, text)));
    }

    /** Names of those that changed. */
    private static String those(Map<String, String> names, Set<String> texts, Predicate<String> change) {
        return names.keySet().stream()
                .filter(texts::contains)
                .filter(change)
                .map(names::get)
                .collect(Collectors.joining("; "));
    }

    private void changed(CaseId caseId, String kind, Actor by, String texts) {
        if (!texts.isEmpty()) {
            publications.corrected(caseId);
            events.publishEvent(new PublicTextChanged());
            timeline.add(caseId, kind, Map.of("texts", texts), null, by);
        }
    }

    Optional<Publication> find(CaseId caseId) {
        return publications.find(caseId);
    }

    private String subject(Account account) {
        return AdviceWords.inDutch(() -> persons.masks(account).of(account.subject()));
    }
}
