package org.samenspraak.correspondence;

import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Invitation.Guest;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.CalendarText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites to the meeting of a case by mail with iCalendar (RFC 5546): one entry a case, changed by a higher sequence and taken away
 * by a cancellation. It holds no link, for calendars are shared.
 */
@Service
public class Invitations {

    private static final String PRODUCT = "-//Samenspraak//Gesprekken//NL";

    private final Cases cases;
    private final CouncilContacts contacts;
    private final Notices notices;
    private final Municipality municipality;
    private final Clock clock;

    Invitations(Cases cases, CouncilContacts contacts, Notices notices, Municipality municipality, Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.notices = notices;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** In the running transaction, to the chair and the secretary of the council and to the guests; nobody twice. */
    @Transactional
    public void send(CaseId caseId, Invitation invitation, Actor by) {
        var dossier = cases.get(caseId);
        var readers = readers(dossier, invitation.guests());
        notices.send(
                dossier, invitation.text(), invitation.fields(), readers, calendar(dossier, invitation, readers), by);
    }

    /**
     * The same to the chair and the secretary of each of these councils and to the guests, each with a calendar entry of their own:
     * nobody reads who else was invited.
     */
    @Transactional
    public void sendApart(CaseId caseId, Invitation invitation, List<CouncilId> councils, Actor by) {
        var dossier = cases.get(caseId);
        notices.sendApart(
                dossier,
                invitation.text(),
                invitation.fields(),
                councils,
                invitation.guests(),
                reader -> calendar(dossier, invitation, List.of(reader)),
                by);
    }

    /**
     * A mail about a case to the chair and the secretary of each of these councils.
     *
     * @param given lists that the text names under {@code fields}
     */
    @Transactional
    public void tellAll(CaseId caseId, String text, Map<String, Object> given, List<CouncilId> councils, Actor by) {
        notices.sendApart(cases.get(caseId), text, given, councils, List.of(), reader -> null, by);
    }

    private List<Guest> readers(CaseView dossier, List<Guest> guests) {
        var seen = new HashSet<String>();
        return Stream.concat(
                        contacts.officers(dossier.council()).stream()
                                .map(officer -> new Guest(officer.name(), officer.address())),
                        guests.stream().filter(guest -> Addresses.isGood(guest.address())))
                .filter(guest -> seen.add(guest.address().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private String calendar(CaseView dossier, Invitation invitation, List<Guest> readers) {
        var event = new VEvent(invitation.begins(), invitation.ends(), CalendarText.plain(dossier.title()));
        event.add(new Uid("talk-" + dossier.id() + "@"
                + URI.create(municipality.baseUrl()).getHost()));
        event.replace(new DtStamp(clock.instant()));
        event.add(new Sequence(invitation.sequence()));
        event.add(new Location(CalendarText.plain(invitation.place())));
        event.add(new Organizer(URI.create("mailto:" + municipality.mail())));
        for (var reader : readers) {
            event.add(new Attendee(URI.create("mailto:" + reader.address())));
        }
        event.add(invitation.off() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        var calendar = new Calendar();
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(invitation.off() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(event);
        return CalendarText.of(calendar);
    }
}
