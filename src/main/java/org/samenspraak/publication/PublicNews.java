package org.samenspraak.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.AdviceWords;
import org.samenspraak.advice.PublicSearch;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.agenda.PublicMeetings;
import org.samenspraak.agenda.PublicMeetings.PublicMeeting;
import org.samenspraak.council.RegisterNews;
import org.samenspraak.council.RegisterNews.Written;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.PublicRound.Begun;
import org.samenspraak.wijkbudget.PublicRounds;
import org.samenspraak.wijkbudget.RoundNews;
import org.samenspraak.wijkbudget.RoundNews.Decided;
import org.samenspraak.wijkbudget.RoundNews.Happened;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is new on the public side: advice and its corrections, who came into the register or went out, forums, what happens in
 * rounds of the neighbourhood budget, and reports of a year.
 */
@Component
class PublicNews {

    /** In a feed; as many ideas besides, for on one day there may be dozens. */
    private static final int NEWEST = 30;

    private final PublishedAdvice advice;
    private final RegisterNews register;
    private final PublicRegister councils;
    private final PublicRounds rounds;
    private final RoundNews roundNews;
    private final List<PublicMeetings> meetings;
    private final YearReports years;
    private final AdviceWords words;
    private final MessageSource texts;
    private final Municipality municipality;
    private final Dates dates;

    PublicNews(
            PublishedAdvice advice,
            RegisterNews register,
            PublicRegister councils,
            PublicRounds rounds,
            RoundNews roundNews,
            List<PublicMeetings> meetings,
            YearReports years,
            AdviceWords words,
            MessageSource texts,
            Municipality municipality,
            Dates dates) {
        this.advice = advice;
        this.register = register;
        this.councils = councils;
        this.rounds = rounds;
        this.roundNews = roundNews;
        this.meetings = meetings;
        this.years = years;
        this.words = words;
        this.municipality = municipality;
        this.texts = texts;
        this.dates = dates;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Item> newest(About about) {
        var only = about.council() != null
                ? Set.of(new CouncilId(about.council()))
                : about.area() != null ? councils.inArea(about.area()) : null;
        var newestFirst = Comparator.comparing(Item::at).reversed().thenComparing(Item::key);
        var others = Stream.of(ofAdvice(about, only), ofCouncils(about, only), ofRounds(about), ofYears(about))
                .flatMap(items -> items)
                .sorted(newestFirst)
                .limit(NEWEST);
        return Stream.concat(others, ofIdeas(about)).sorted(newestFirst).toList();
    }

    LocalDate day(Item item) {
        return item.at().atZone(municipality.zone()).toLocalDate();
    }

    private Stream<Item> ofAdvice(About about, @Nullable Set<CouncilId> only) {
        return advice.changed(new PublicSearch(null, about.domain(), null, only), NEWEST).stream()
                .flatMap(row -> Stream.concat(Stream.of(item(row)), lookBack(row)));
    }

    /** Who came in or went out, and whose forums everybody may attend; neither has a domain. */
    private Stream<Item> ofCouncils(About about, @Nullable Set<CouncilId> only) {
        return about.domain() != null
                ? Stream.of()
                : Stream.concat(
                        register.newest(only, NEWEST).stream().map(this::item),
                        meetings.stream()
                                .flatMap(some -> some.announced(only, NEWEST).stream())
                                .map(this::item));
    }

    /** A round is about the areas that take part, and of no domain; of a council are the projects that it carries out. */
    private Stream<Item> ofRounds(About about) {
        if (about.domain() != null) {
            return Stream.of();
        }
        var phases = about.council() != null
                ? Stream.<Item>of()
                : rounds.begun(about.area(), NEWEST).stream().map(this::item);
        return Stream.concat(
                phases,
                roundNews.newest(about.area(), about.council(), NEWEST).stream().map(this::item));
    }

    /** Each in an area, and of no domain or council. */
    private Stream<Item> ofIdeas(About about) {
        return about.domain() != null || about.council() != null
                ? Stream.of()
                : roundNews.ideas(about.area(), NEWEST).stream().map(this::item);
    }

    /** The report of a year that is over. */
    private Stream<Item> ofYears(About about) {
        var now = dates.today().getYear();
        return about.equals(About.ALL)
                ? years.years().stream().filter(year -> year < now).map(this::item)
                : Stream.of();
    }

    private Item item(int year) {
        var path = "/publiek/jaarverslag/" + year;
        var title = say("publication.news.year", String.valueOf(year));
        return new Item(path, title, say("publication.years.lead"), path, begin(LocalDate.of(year + 1, 1, 1)));
    }

    /** Corrected, it is the same entry at a later moment. */
    private Item item(PublishedAdvice.Row row) {
        var path = "/publiek/adviezen/" + row.number();
        return new Item(path, title(row), said(row), path, row.changedAt());
    }

    private Stream<Item> lookBack(PublishedAdvice.Row row) {
        var path = "/publiek/adviezen/" + row.number();
        var title = say("publication.news.look-back", row.subject());
        return row.lookedBack() == null
                ? Stream.of()
                : Stream.of(new Item(path + "#look-back", title, said(row), path, begin(row.lookedBack())));
    }

    /** The title of an advice; one that was corrected says so. */
    String title(PublishedAdvice.Row row) {
        return row.corrected() == null ? row.subject() : say("publication.news.corrected", row.subject());
    }

    /** Who advised, and what was done with it. */
    String said(PublishedAdvice.Row row) {
        var counts = row.replies();
        return say(
                "publication.news.advice",
                String.join(", ", row.councils()),
                row.domain().isEmpty() ? say("publication.year.no-domain") : words.domain(row.domain()),
                say(
                        "publication.replies",
                        counts.points(),
                        counts.followed(),
                        counts.partly(),
                        counts.not(),
                        counts.other(),
                        counts.owed()));
    }

    private Item item(Written written) {
        var path = "/publiek/raden/" + written.council();
        var said = say("news." + written.kind(), written.name(), dates.day(written.day()));
        return new Item(path + "#" + written.kind() + "-" + written.day(), said, "", path, begin(written.day()));
    }

    private Item item(PublicMeeting meeting) {
        var when = say(
                "publication.follow.when",
                dates.day(meeting.begins().atZone(municipality.zone())),
                dates.time(meeting.begins()),
                dates.time(meeting.ends()));
        var path = "/publiek/volgen";
        var title = say("publication.news.forum", meeting.title());
        return new Item(
                path + "#public-forum-" + meeting.id(),
                title,
                when + ", " + meeting.place(),
                path,
                begin(meeting.announced()));
    }

    private Item item(Begun begun) {
        var path = "/publiek/wijkbudget/" + begun.number();
        var said = say("publication.rounds.begins", begun.title(), say("wijkbudget.phase." + begun.phase()));
        var until = say("publication.news.until", dates.day(begun.ends()));
        return new Item(path + "#" + begun.phase(), said, until, path, begin(begun.day()));
    }

    private Item item(Happened one) {
        var round = "/publiek/wijkbudget/" + one.number();
        var key = "publication.news." + one.kind();
        return switch (one.kind()) {
            case "results" ->
                new Item(
                        round + "/uitslag",
                        say(key, one.round()),
                        say("publication.news.chosen", one.many(), one.words()),
                        round + "/uitslag",
                        at(one));
            default -> {
                var path = round + "/projecten/" + one.project();
                var title = say(key, one.title(), one.round());
                var which = one.note() == null ? one.day() : one.note();
                yield new Item(path + "#" + one.kind() + "-" + which, title, one.words(), path, at(one));
            }
        };
    }

    private Item item(Decided idea) {
        var path = "/publiek/wijkbudget/" + idea.number() + "/ideeen/" + idea.idea();
        var title = say("publication.news.idea", say("wijkbudget.stands." + idea.state()), idea.title(), idea.round());
        return new Item(path + "#" + idea.state() + "-" + idea.day(), title, idea.reason(), path, idea.at());
    }

    private Instant at(Happened one) {
        return one.at() == null ? begin(one.day()) : one.at();
    }

    /** Of what is known by its day only. */
    private Instant begin(LocalDate day) {
        return day.atStartOfDay(municipality.zone()).toInstant();
    }

    private String say(String key, Object... args) {
        return String.valueOf(texts.getMessage(key, args, LocaleContextHolder.getLocale()));
    }

    /** What a feed is about: one of these, or everything. */
    record About(@Nullable UUID council, @Nullable UUID area, @Nullable String domain) {

        static final About ALL = new About(null, null, null);
    }

    /**
     * @param key tells it from all others, for good
     * @param path where it stands
     * @param at the moment, or the beginning of its day
     */
    record Item(String key, String title, String summary, String path, Instant at) {}
}
