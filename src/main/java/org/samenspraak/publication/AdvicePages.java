package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.PublicAdvice;
import org.samenspraak.advice.PublicSearch;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.publication.PublicNews.About;
import org.samenspraak.web.Page;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** What councils advised and what was done with it, as pages, as open data and as a feed. */
@Controller
class AdvicePages {

    private static final String PUBLIC = "published advice holds no person: names and contacts are taken out";
    private static final String PATH = "/publiek/adviezen";
    private static final int ROWS = 50;
    /** Letters of a question where the page is shared. */
    private static final int SHORT = 180;
    /** In the feed. */
    private static final int NEWEST = 30;

    private final PublishedAdvice advice;
    private final AdviceFeed feed;
    private final PublicNews news;
    private final YearReports years;
    private final DataSets data;
    private final LinkedData linked;
    private final Abouts abouts;
    private final MessageSource texts;

    AdvicePages(
            PublishedAdvice advice,
            AdviceFeed feed,
            PublicNews news,
            YearReports years,
            DataSets data,
            LinkedData linked,
            Abouts abouts,
            MessageSource texts) {
        this.abouts = abouts;
        this.linked = linked;
        this.years = years;
        this.data = data;
        this.advice = advice;
        this.feed = feed;
        this.news = news;
        this.texts = texts;
    }

    @GetMapping(PATH)
    @OpenToAll(because = PUBLIC)
    String list(
            @RequestParam(required = false) @Nullable UUID council,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable UUID after,
            Model model,
            HttpServletResponse response) {
        var search = known(council, domain, year);
        var page = Page.of(
                advice.page(search, after, ROWS + 1), ROWS, row -> row.id().toString());
        model.addAttribute("rows", page.rows());
        model.addAttribute("search", search);
        model.addAttribute("choices", advice.choices());
        // the score stands with the first rows: who reads on has seen it
        model.addAttribute("boards", after == null ? years.boards(year) : List.of());
        model.addAttribute("more", more(search, page.next()));
        PublicCache.aWhile(response);
        return "publication/advice-list";
    }

    @GetMapping(PATH + "/{number}")
    @OpenToAll(because = PUBLIC)
    String show(@PathVariable String number, Model model, HttpServletResponse response) {
        PublicCache.aWhile(response);
        var withdrawn = advice.withdrawn(number);
        if (withdrawn.isPresent()) {
            response.setStatus(HttpStatus.GONE.value());
            model.addAttribute("number", number);
            model.addAttribute("day", withdrawn.get());
            return "publication/advice-withdrawn";
        }
        var shown = find(number);
        model.addAttribute("advice", shown);
        model.addAttribute("gist", gist(shown));
        model.addAttribute("linked", linked.advice(shown));
        return "publication/advice";
    }

    @GetMapping(value = PATH + "/{number}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenToAll(because = PUBLIC)
    ResponseEntity<PublicAdvice> json(@PathVariable String number) {
        return ResponseEntity.ok().cacheControl(PublicCache.openData()).body(find(number));
    }

    /** Each point with its reply on a line: the lines of {@code punten.csv} that are of this advice. */
    @GetMapping(PATH + "/{number}.csv")
    @OpenToAll(because = PUBLIC)
    void points(@PathVariable String number, HttpServletResponse response) throws IOException {
        var shown = find(number);
        var columns = data.find("punten").orElseThrow().columns();
        DataPages.csv(shown.number(), columns, rows -> DataSets.points(shown, rows), response);
    }

    @GetMapping(PATH + ".rss")
    @OpenToAll(because = PUBLIC)
    ResponseEntity<byte[]> rss() {
        var title = texts.getMessage("publication.advice.title", null, Locale.forLanguageTag("nl"));
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .contentType(new MediaType("application", "rss+xml", StandardCharsets.UTF_8))
                .body(feed.of(
                        String.valueOf(title),
                        PATH,
                        advice.changed(PublicSearch.ALL, NEWEST),
                        news::title,
                        news::said));
    }

    /** What it is about and what was done with it, in a line. */
    private String gist(PublicAdvice shown) {
        var counts = shown.replies();
        var question = shown.question();
        var about = question == null ? say("publication.advice.unsolicited") : question.text();
        return (about.length() > SHORT ? about.substring(0, SHORT) + "… " : about + " ")
                + say(
                        "publication.replies",
                        counts.points(),
                        counts.followed(),
                        counts.partly(),
                        counts.not(),
                        counts.other(),
                        counts.owed());
    }

    private String say(String key, Object... args) {
        return String.valueOf(texts.getMessage(key, args, LocaleContextHolder.getLocale()));
    }

    private PublicAdvice find(String number) {
        return advice.find(number)
                .orElseThrow(() -> new ResponseStatusException(
                        advice.withdrawn(number).isPresent() ? HttpStatus.GONE : HttpStatus.NOT_FOUND));
    }

    private static @Nullable String more(PublicSearch search, @Nullable String after) {
        return after == null
                ? null
                : UriComponentsBuilder.fromPath(PATH)
                        .queryParam("council", "{council}")
                        .queryParam("domain", "{domain}")
                        .queryParam("year", "{year}")
                        .queryParam("after", after)
                        .encode()
                        .buildAndExpand(said(search.council()), said(search.domain()), said(search.year()))
                        .toUriString();
    }

    private static String said(@Nullable Object what) {
        return what == null ? "" : what.toString();
    }

    /** @throws ResponseStatusException for what isn't there: who follows a link must hear that it is wrong */
    private PublicSearch known(@Nullable UUID council, String domain, @Nullable Integer year) {
        var about = new About(council, null, domain.isBlank() ? null : domain);
        if (!abouts.isKnown(about)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new PublicSearch(council == null ? null : new CouncilId(council), about.domain(), year);
    }
}
