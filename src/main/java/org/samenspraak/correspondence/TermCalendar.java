package org.samenspraak.correspondence;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.CalendarText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The last day of a question for the reader's own calendar: a whole day that keeps nobody from meeting. It names no person
 * and holds no link, for calendars are shared.
 */
@Component
class TermCalendar {

    private static final String PRODUCT = "-//Samenspraak//Vragen//NL";

    private final MessageSource messages;
    private final Municipality municipality;
    private final Clock clock;

    TermCalendar(MessageSource messages, Municipality municipality, Clock clock) {
        this.messages = messages;
        this.municipality = municipality;
        this.clock = clock;
    }

    /**
     * @param council its name
     * @param moves how often the day was moved: calendar programs then put the same entry on its new day
     */
    String text(PromptRow row, String council, String task, LocalDate lastDay, int moves, Locale language) {
        var event = new VEvent(
                lastDay,
                lastDay.plusDays(1),
                CalendarText.plain(say("correspondence.calendar.summary", language, task, council)));
        event.add(new Uid("question-" + row.taskId() + "@"
                + URI.create(municipality.baseUrl()).getHost()));
        event.replace(new DtStamp(clock.instant()));
        event.add(new Sequence(moves));
        event.add(new Description(
                CalendarText.plain(say("correspondence.calendar.about", language, municipality.name()))));
        event.add(ImmutableTransp.TRANSPARENT);
        var calendar = new Calendar();
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(event);
        return CalendarText.of(calendar);
    }

    private String say(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
