package org.samenspraak.agenda;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.identity.SignedInPeople;
import org.samenspraak.web.Throttle;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What calendar programs read: without signing in, by an address that only its owner knows. */
@Controller
class FeedFilePages {

    static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    /** Readings of one feed in an hour: programs on several devices each read every few minutes at most. */
    static final int READINGS = 60;

    /** Unknown addresses that one network asks in an hour: a city whose people changed theirs is one network. */
    static final int MISSES = 200;

    private static final int ENTRIES = 1_000;

    private final Feeds feeds;
    private final FeedChoices choices;
    private final AgendaEntries agenda;
    private final SignedInPeople people;
    private final Throttle throttle;
    private final MessageSource texts;
    private final Environment environment;

    FeedFilePages(
            Feeds feeds,
            FeedChoices choices,
            AgendaEntries agenda,
            SignedInPeople people,
            Throttle throttle,
            MessageSource texts,
            Environment environment) {
        this.feeds = feeds;
        this.choices = choices;
        this.agenda = agenda;
        this.people = people;
        this.throttle = throttle;
        this.texts = texts;
        this.environment = environment;
    }

    /** The same answer for an address that never was, one that was revoked, and one whose owner lost the role. */
    @GetMapping("/agenda/feed/{token}.ics")
    @OpenToAll(because = "the address is the key: 256 random bits; the roles of its owner are asked at each reading")
    ResponseEntity<byte[]> read(@PathVariable String token, HttpServletRequest request) {
        var feed = feeds.find(token);
        var query = feed.flatMap(it -> people.of(it.person()).flatMap(me -> choices.query(it, me)));
        if (feed.isEmpty() || query.isEmpty()) {
            var may = throttle.take("feed-miss", request.getRemoteAddr(), MISSES, Throttle.HOUR);
            return ResponseEntity.status(may ? HttpStatus.NOT_FOUND : HttpStatus.TOO_MANY_REQUESTS)
                    .build();
        }
        return throttle.take("feed", feed.get().id().toString(), READINGS, Throttle.HOUR)
                ? file(feed.get(), query.get())
                : ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
    }

    private ResponseEntity<byte[]> file(Feed feed, AgendaQuery query) {
        // programs say no language of their own; the page of this request ends here
        LocaleContextHolder.setLocale(feed.language());
        var name = texts.getMessage("agenda.feed.name", new Object[] {choices.name(feed.choice())}, feed.language());
        var entries = agenda.entries(query, ENTRIES);
        var changed = feeds.read(feed, name + entries);
        var office = environment.getRequiredProperty("samenspraak.municipality.base-url");
        var text = new CalendarFile(name, office, changed).text(entries);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .eTag(HexFormat.of().formatHex(Feeds.digest(text)))
                .lastModified(changed)
                .contentType(CALENDAR)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
