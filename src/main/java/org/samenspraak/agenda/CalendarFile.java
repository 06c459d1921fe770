package org.samenspraak.agenda;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A calendar as iCalendar text (RFC 5545, RFC 7986): every entry takes a whole day and keeps nobody from meeting.
 *
 * @param office the address of the office, to which links lead
 * @param changed since when it says this
 */
record CalendarFile(String name, String office, Instant changed) {

    private static final String PRODUCT = "-//Samenspraak//Agenda//NL";
    private static final Duration REFRESH = Duration.ofHours(1);

    /** Octets of a line, without its end. */
    private static final int LINE = 75;

    String text(List<AgendaEntry> entries) {
        var calendar = new Calendar();
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Name(plain(name)));
        calendar.add(new XProperty("X-WR-CALNAME", plain(name)));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        entries.forEach(entry -> calendar.add(event(entry)));
        var text = new StringWriter();
        try {
            // an empty calendar is none by the RFC, and yet what programs expect when there is nothing to do
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return folded(text.toString());
    }

    private VEvent event(AgendaEntry entry) {
        var event = new VEvent(entry.day(), entry.day().plusDays(1), plain(summary(entry)));
        event.add(new Uid(
                entry.kind() + "-" + entry.id() + "@" + URI.create(office).getHost()));
        event.replace(new DtStamp(changed));
        event.add(new Sequence(entry.moves()));
        event.add(ImmutableTransp.TRANSPARENT);
        if (entry.url() != null) {
            event.add(new Url(URI.create(office + entry.url())));
        }
        return event;
    }

    private static String summary(AgendaEntry entry) {
        return Stream.of(entry.title(), entry.number(), entry.about())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Control characters are nowhere allowed. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cc}+", " ");
    }

    /** The library folds by characters and cuts some in two; the RFC asks octets. */
    private static String folded(String text) {
        var out = new StringBuilder(text.length());
        text.replace("\r\n ", "").lines().forEach(line -> {
            var octets = 0;
            for (var at = 0; at < line.length(); ) {
                var character = Character.toString(line.codePointAt(at));
                var size = character.getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > LINE) {
                    out.append("\r\n ");
                    octets = 1;
                }
                out.append(character);
                octets += size;
                at += character.length();
            }
            out.append("\r\n");
        });
        return out.toString();
    }
}
