package org.samenspraak.publication;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.PublicSearch;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.council.RegisterNews;
import org.samenspraak.council.RegisterNews.Written;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.PublicRound.Begun;
import org.samenspraak.wijkbudget.PublicRounds;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is new on the public side: advice, who came into the register or went out, and which phase of a neighbourhood budget begins. */
@Component
class PublicNews {

    /** In a feed. */
    private static final int NEWEST = 30;

    private final PublishedAdvice advice;
    private final RegisterNews register;
    private final PublicRegister councils;
    private final PublicRounds rounds;
    private final MessageSource texts;
    private final Dates dates;

    PublicNews(
            PublishedAdvice advice,
            RegisterNews register,
            PublicRegister councils,
            PublicRounds rounds,
            MessageSource texts,
            Dates dates) {
        this.advice = advice;
        this.register = register;
        this.councils = councils;
        this.rounds = rounds;
        this.texts = texts;
        this.dates = dates;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Item> newest(About about) {
        var only = about.council() != null
                ? Set.of(new CouncilId(about.council()))
                : about.area() != null ? councils.inArea(about.area()) : null;
        var search = new PublicSearch(null, about.domain(), null, only);
        var published = advice.page(search, null, NEWEST).stream().map(PublicNews::item);
        // who came in or went out has no domain
        var written = about.domain() != null
                ? Stream.<Item>of()
                : register.newest(only, NEWEST).stream().map(this::item);
        // a round is about the areas that take part, and of no council and no domain
        var phases = about.council() != null || about.domain() != null
                ? Stream.<Item>of()
                : rounds.begun(about.area(), NEWEST).stream().map(this::item);
        return Stream.of(published, written, phases)
                .flatMap(items -> items)
                .sorted(Comparator.comparing(Item::day).reversed().thenComparing(Item::key))
                .limit(NEWEST)
                .toList();
    }

    private static Item item(PublishedAdvice.Row row) {
        var path = "/publiek/adviezen/" + row.number();
        return new Item(path, row.subject(), String.join(", ", row.councils()), path, row.published());
    }

    private Item item(Written written) {
        var path = "/publiek/raden/" + written.council();
        var said = texts.getMessage(
                "news." + written.kind(),
                new Object[] {written.name(), dates.day(written.day())},
                LocaleContextHolder.getLocale());
        return new Item(path + "#" + written.kind() + "-" + written.day(), said, "", path, written.day());
    }

    private Item item(Begun begun) {
        var path = "/publiek/wijkbudget/" + begun.number();
        var said = texts.getMessage(
                "publication.rounds.begins",
                new Object[] {begun.title(), words("wijkbudget.phase." + begun.phase())},
                LocaleContextHolder.getLocale());
        return new Item(path + "#" + begun.phase(), said, "", path, begun.day());
    }

    private String words(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** What a feed is about: one of these, or everything. */
    record About(@Nullable UUID council, @Nullable UUID area, @Nullable String domain) {

        static final About ALL = new About(null, null, null);
    }

    /**
     * @param key tells it from all others, for good
     * @param path where it stands
     */
    record Item(String key, String title, String summary, String path, LocalDate day) {}
}
