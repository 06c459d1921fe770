package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.agenda.CalendarFile;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.publication.PublicNews.About;
import org.samenspraak.publication.PublicSittings.Sitting;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** How somebody stays informed: a feed of everything or of a part, and the meetings that everybody may attend. */
@Controller
class FollowPages {

    private static final String PUBLIC = "public facts and days of public meetings; no person";
    private static final String FEED = "/publiek/nieuws.atom";
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private final PublicNews news;
    private final AtomFeed feed;
    private final PublicRegister register;
    private final PublishedAdvice advice;
    private final PublicSittings sittings;
    private final LinkedData linked;
    private final Abouts abouts;
    private final MessageSource texts;
    private final Municipality municipality;
    private final Dates dates;

    FollowPages(
            PublicNews news,
            AtomFeed feed,
            PublicRegister register,
            PublishedAdvice advice,
            PublicSittings sittings,
            LinkedData linked,
            Abouts abouts,
            MessageSource texts,
            Municipality municipality,
            Dates dates) {
        this.news = news;
        this.feed = feed;
        this.register = register;
        this.advice = advice;
        this.sittings = sittings;
        this.linked = linked;
        this.abouts = abouts;
        this.texts = texts;
        this.municipality = municipality;
        this.dates = dates;
    }

    @GetMapping("/publiek/volgen")
    @OpenToAll(because = PUBLIC)
    String show(Model model, HttpServletResponse response) {
        model.addAttribute("areas", register.areas());
        model.addAttribute("domains", advice.choices().domains());
        var today = dates.today();
        var all = sittings.all();
        var coming = all.stream().filter(one -> !one.day().isBefore(today)).toList();
        model.addAttribute("meetings", coming);
        model.addAttribute(
                "over",
                newestFirst(
                        all.stream().filter(one -> one.day().isBefore(today)).toList()));
        model.addAttribute("closings", sittings.closings());
        model.addAttribute("linked", linked.meetings(coming));
        PublicCache.aWhile(response);
        return "publication/follow";
    }

    /** Of one council, one area with all inside it, one domain, or everything. What makes no sense is refused. */
    @GetMapping(FEED)
    @OpenToAll(because = PUBLIC)
    ResponseEntity<byte[]> atom(
            @RequestParam(required = false) @Nullable UUID council,
            @RequestParam(required = false) @Nullable UUID area,
            @RequestParam(defaultValue = "") String domain) {
        var about = new About(council, area, domain.isBlank() ? null : domain);
        if (!abouts.isKnown(about)) {
            // who follows an address that is wrong must hear it, and not wait for news for ever
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var path = UriComponentsBuilder.fromPath(FEED)
                .queryParamIfPresent("council", Optional.ofNullable(council))
                .queryParamIfPresent("area", Optional.ofNullable(area))
                .queryParamIfPresent("domain", Optional.ofNullable(about.domain()))
                .encode()
                .toUriString();
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .contentType(ATOM)
                .body(feed.of(say("publication.follow.news"), path, news.newest(about)));
    }

    @GetMapping("/publiek/zittingen.ics")
    @OpenToAll(because = PUBLIC)
    ResponseEntity<byte[]> calendar() {
        var entries = Stream.concat(sittings.all().stream().map(Sitting::entry), sittings.closings().stream())
                .toList();
        var since = dates.today().atStartOfDay(municipality.zone()).toInstant();
        var name = municipality.name() + ": " + say("publication.follow.calendar-name");
        var file = new CalendarFile(name, municipality.baseUrl(), since);
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .contentType(CALENDAR)
                .body(file.text(entries).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Sitting> newestFirst(List<Sitting> byDay) {
        var turned = new ArrayList<>(byDay);
        Collections.reverse(turned);
        return turned;
    }

    private String say(String key) {
        return String.valueOf(texts.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
