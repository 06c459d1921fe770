package org.samenspraak.agenda;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
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
import org.samenspraak.web.CalendarText;

/**
 * A calendar as iCalendar text (RFC 5545, RFC 7986): a meeting has its hours and its place; everything
 * else takes a whole day and keeps nobody from meeting.
 *
 * @param office the address of the office, to which links lead
 * @param changed since when it says this
 */
public record CalendarFile(String name, String office, Instant changed) {

    private static final String PRODUCT = "-//Samenspraak//Agenda//NL";
    private static final Duration REFRESH = Duration.ofHours(1);

    public String text(List<AgendaEntry> entries) {
        var calendar = new Calendar();
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Name(CalendarText.plain(name)));
        calendar.add(new XProperty("X-WR-CALNAME", CalendarText.plain(name)));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        entries.forEach(entry -> calendar.add(event(entry)));
        return CalendarText.of(calendar);
    }

    private VEvent event(AgendaEntry entry) {
        var meeting = entry.meeting();
        var summary = CalendarText.plain(summary(entry));
        var event = meeting == null
                ? new VEvent(entry.day(), entry.day().plusDays(1), summary)
                : new VEvent(meeting.begins(), meeting.ends(), summary);
        event.add(new Uid(
                entry.kind() + "-" + entry.id() + "@" + URI.create(office).getHost()));
        event.replace(new DtStamp(changed));
        event.add(new Sequence(entry.moves()));
        event.add(meeting == null ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        if (meeting != null && !meeting.where().isEmpty()) {
            event.add(new Location(CalendarText.plain(meeting.where())));
        }
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
}
