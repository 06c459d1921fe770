package org.samenspraak.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.correspondence.FollowerMails;
import org.samenspraak.correspondence.FollowerMails.Line;
import org.samenspraak.correspondence.FollowerMails.Reader;
import org.samenspraak.publication.FollowerRows.Follower;
import org.samenspraak.publication.PublicNews.About;
import org.samenspraak.publication.PublicNews.Item;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the public side by mail: asked, confirmed by the link in a mail, told once a week at most, and forgotten when somebody
 * ends it. What is said to who asks is the same for every address, so nobody finds out who follows what.
 */
@Service
class Followers {

    /** Mails for confirmation to one address in a day: who wants to annoy somebody gets no further. */
    static final int ASKED_A_DAY = 3;

    /** How long somebody may take to confirm; then their address is forgotten. */
    static final Duration OPEN = Duration.ofDays(7);

    /** When an office was off for longer, what is older is no news. */
    private static final int WEEKS_BACK = 5;

    private static final int PIECE = 200;
    /** Of a token that names nobody: it takes as long as one that does. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final FollowerRows rows;
    private final FollowerMails mails;
    private final PublicNews news;
    private final Abouts abouts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Followers(
            FollowerRows rows,
            FollowerMails mails,
            PublicNews news,
            Abouts abouts,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.news = news;
        this.abouts = abouts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps what somebody asks; a round mails them. So neither words nor time tell whether an address is known.
     *
     * @param address a good one, in small letters
     */
    @Transactional
    public void ask(String address, About about, Locale language) {
        var now = clock.instant();
        rows.add(address, language, about, now, ASKED_A_DAY, now.minus(Duration.ofDays(1)));
    }

    @Scheduled(fixedDelayString = "PT5S")
    public void mailWhoAsked() {
        transaction.executeWithoutResult(status -> rows.unmailed(PIECE).forEach(one -> {
            var reader = new Reader(one.id(), one.address(), one.language());
            mails.ask(
                    reader,
                    abouts.inWords(one.about(), mails.written(one.language())),
                    clock.instant().plus(OPEN));
            rows.mailed(one.id());
        }));
    }

    /** Nothing for a token that was guessed, and after the end. */
    @Transactional(readOnly = true)
    public Optional<Follower> open(String token) {
        var id = mails.claimed(token).orElse(NOBODY);
        var found = rows.find(id);
        var proved = mails.proves(token, id, found.map(Follower::address).orElse(""));
        return found.filter(follower -> proved);
    }

    @Transactional
    public void confirm(String token) {
        open(token).ifPresent(found -> rows.confirm(found.id(), clock.instant(), mails.week()));
    }

    /** All that the reader of this link follows or asked to follow. */
    @Transactional(readOnly = true)
    public List<Follower> all(Follower reader) {
        return rows.of(reader.address());
    }

    /** Nothing of who followed stays, whatever else this reader followed: they asked to erase their address. */
    @Transactional
    public void end(String token) {
        open(token).ifPresent(found -> rows.of(found.address()).forEach(one -> forget(one.id())));
    }

    private void forget(UUID id) {
        if (rows.remove(id)) {
            mails.forget(id);
        }
    }

    @Scheduled(fixedDelayString = "PT1H")
    public void forgetWhoNeverConfirmed() {
        var late = clock.instant().minus(OPEN);
        for (var id : rows.openSince(late, PIECE)) {
            transaction.executeWithoutResult(status -> forget(id));
        }
    }

    /** A second round in the same week tells nothing. */
    @Scheduled(fixedDelayString = "PT10M")
    public void tell() {
        var week = mails.week();
        var untold = rows.untold(week, PIECE);
        while (!untold.isEmpty()) {
            untold.forEach(id -> transaction.executeWithoutResult(status -> {
                var followed = rows.holdUntold(id, week);
                tell(followed, week);
                followed.forEach(one -> rows.told(one.id(), week));
            }));
            untold = untold.size() < PIECE ? List.of() : rows.untold(week, PIECE);
        }
    }

    /** One mail, whatever number of subjects the reader follows; what is news of two of them stands there once. */
    private void tell(List<Follower> followed, LocalDate week) {
        if (followed.isEmpty()) {
            return;
        }
        var first = followed.get(0);
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(mails.written(first.language()));
        try {
            var lines = followed.stream()
                    .flatMap(one -> news(one, week))
                    .distinct()
                    .sorted(Comparator.comparing(Item::at).reversed())
                    .map(item -> new Line(item.title(), item.path()))
                    .toList();
            if (!lines.isEmpty()) {
                var reader = new Reader(first.id(), first.address(), first.language());
                mails.tell(reader, inWords(followed), week, lines);
            }
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private Stream<Item> news(Follower one, LocalDate week) {
        var oldest = week.minusWeeks(WEEKS_BACK);
        var told = Objects.requireNonNull(one.toldUntil());
        var from = told.isBefore(oldest) ? oldest : told;
        return news.newest(one.about()).stream()
                .filter(item -> !news.day(item).isBefore(from) && news.day(item).isBefore(week));
    }

    /** What they follow, in the language of now. */
    String inWords(List<Follower> followed) {
        return followed.stream()
                .map(one -> abouts.inWords(one.about(), LocaleContextHolder.getLocale()))
                .collect(Collectors.joining("; "));
    }
}
