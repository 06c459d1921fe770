package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.agenda.AgendaEntry;
import org.samenspraak.agenda.CalendarFile;
import org.samenspraak.agenda.PublicMeetings;
import org.samenspraak.agenda.PublicMeetings.PublicMeeting;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.publication.PublicNews.About;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** How somebody stays informed: a feed of everything or of a part, and the meetings that everybody may attend. */
@Controller
class FollowPages {

    private static final String PUBLIC = "public facts and days of public meetings; no person";
    private static final String FEED = "/publiek/nieuws.atom";
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    /** Of meetings that were. */
    private static final int MONTHS_BACK = 1;

    private static final int MOST = 200;

    private final PublicNews news;
    private final AtomFeed feed;
    private final PublicRegister register;
    private final PublishedAdvice advice;
    private final Meetings meetings;
    private final List<PublicMeetings> others;
    private final MessageSource texts;
    private final Municipality municipality;
    private final Dates dates;

    FollowPages(
            PublicNews news,
            AtomFeed feed,
            PublicRegister register,
            PublishedAdvice advice,
            Meetings meetings,
            List<PublicMeetings> others,
            MessageSource texts,
            Municipality municipality,
            Dates dates) {
        this.news = news;
        this.feed = feed;
        this.register = register;
        this.advice = advice;
        this.meetings = meetings;
        this.others = others;
        this.texts = texts;
        this.municipality = municipality;
        this.dates = dates;
    }

    @GetMapping("/publiek/volgen")
    @OpenToAll(because = PUBLIC)
    String show(Model model, HttpServletResponse response) {
        model.addAttribute("areas", register.areas());
        model.addAttribute("domains", advice.choices().domains());
        model.addAttribute("meetings", days());
        model.addAttribute("others", others());
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
        var about = new About(council, area, domain.isBlank() ? null : domain.replace("\0", ""));
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
        var title = say("publication.follow.meeting");
        var organ = days().stream()
                .map(day -> AgendaEntry.ofCity("public-meeting", day.toString(), day, title, "", "/publiek/volgen"));
        var entries = Stream.concat(
                        organ,
                        others().stream()
                                .map(one -> AgendaEntry.ofCity(
                                        "public-forum",
                                        one.id(),
                                        dates.local(one.begins()),
                                        one.title() + ", " + dates.time(one.begins()) + ", " + one.place(),
                                        "",
                                        "/publiek/volgen")))
                .toList();
        var since = dates.today().atStartOfDay(municipality.zone()).toInstant();
        var file = new CalendarFile(municipality.name() + ": " + title, municipality.baseUrl(), since);
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .contentType(CALENDAR)
                .body(file.text(entries).getBytes(StandardCharsets.UTF_8));
    }

    private List<LocalDate> days() {
        var today = dates.today();
        return meetings.between(Meetings.PUBLIC_ORGAN, today.minusMonths(MONTHS_BACK), today.plusYears(1));
    }

    /** Those of councils and of the city with councils. */
    private List<PublicMeeting> others() {
        var from = dates.today().minusMonths(MONTHS_BACK).atStartOfDay(municipality.zone());
        return others.stream()
                .flatMap(other ->
                        other.between(from.toInstant(), from.plusYears(1).toInstant(), MOST).stream())
                .sorted(Comparator.comparing(PublicMeeting::begins))
                .toList();
    }

    private String say(String key) {
        return String.valueOf(texts.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
