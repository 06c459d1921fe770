package org.samenspraak.council;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CalendarReader.CalendarProblem;
import org.samenspraak.council.CalendarRecords.Kept;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Calendars of councils, read every day. Who reads a page sees the host only: the rest of an address may be a secret. */
@Service
public class CouncilCalendars {

    static final Duration EVERY = Duration.ofDays(1);

    /** How far ahead a series is followed. */
    private static final int MONTHS = 18;

    private static final int LONGEST = 2_000;

    private final CalendarRecords records;
    private final MeetingRecords meetings;
    private final CouncilRecords councils;
    private final CouncilSettings settings;
    private final Municipality municipality;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Clock clock;

    CouncilCalendars(
            CalendarRecords records,
            MeetingRecords meetings,
            CouncilRecords councils,
            CouncilSettings settings,
            Municipality municipality,
            Audit audit,
            TransactionTemplate transaction,
            Today today,
            Clock clock) {
        this.records = records;
        this.meetings = meetings;
        this.councils = councils;
        this.settings = settings;
        this.municipality = municipality;
        this.audit = audit;
        this.transaction = transaction;
        this.today = today;
        this.clock = clock;
    }

    /** Whether a council may give an address. */
    public boolean areRead() {
        return settings.calendars();
    }

    @Transactional(readOnly = true)
    public Optional<Calendar> of(CouncilId council) {
        return records.find(council)
                .map(kept -> new Calendar(
                        Optional.ofNullable(URI.create(kept.address()).getHost())
                                .orElse(""),
                        kept.readAt(),
                        kept.problem()));
    }

    /** Keeps the address, which is read soon; refuses one that can't be right. */
    @Transactional
    public void set(CouncilId council, String address, Actor by) {
        if (!settings.calendars()) {
            throw Refusal.of("address", "council.refusal.calendars-off");
        }
        var name = councils.lock(council).name();
        records.set(council, checked(address).toString(), clock.instant());
        audit.add(Act.COUNCIL_CALENDAR_CHANGED, by, council.value(), name);
    }

    /** Reads it no more, and forgets what it said about days to come. */
    @Transactional
    public void remove(CouncilId council, Actor by) {
        var name = councils.lock(council).name();
        if (records.remove(council)) {
            meetings.forgetCalendar(council, today.date());
            audit.add(Act.COUNCIL_CALENDAR_CHANGED, by, council.value(), name);
        }
    }

    /** Reads the one that waits longest, if any is due. Nothing is locked while the network is waited for. */
    boolean readNext(CalendarReader reader) {
        var now = clock.instant();
        var due = settings.calendars()
                ? transaction.execute(status -> records.claim(now, now.plus(EVERY)))
                : Optional.<Kept>empty();
        if (due == null || due.isEmpty()) {
            return false;
        }
        read(due.get(), reader);
        return true;
    }

    private void read(Kept calendar, CalendarReader reader) {
        try {
            var text = reader.read(URI.create(calendar.address()));
            var dates = new CalendarDates(today.date(), today.date().plusMonths(MONTHS), municipality.zone());
            keep(calendar, dates.of(CalendarLines.read(text)), null);
        } catch (CalendarProblem problem) {
            keep(calendar, null, problem.code());
        } catch (IllegalArgumentException notACalendar) {
            keep(calendar, null, "format");
        }
    }

    /** @param found nothing when it could not be read: what it said before stays */
    private void keep(Kept calendar, @Nullable List<CouncilMeeting> found, @Nullable String problem) {
        transaction.executeWithoutResult(status -> {
            if (records.wasRead(calendar, clock.instant(), problem) && found != null) {
                meetings.forgetCalendar(calendar.council(), today.date());
                found.forEach(meeting -> meetings.add(calendar.council(), meeting));
            }
        });
    }

    /** What programs call {@code webcal} is https; any other way, port or name within the address is refused. */
    static URI checked(String typed) {
        var text = typed.strip();
        try {
            var uri = new URI(text.length() > LONGEST ? "" : text);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var host = String.valueOf(uri.getHost());
            if (!List.of("https", "webcal").contains(scheme)
                    || uri.getUserInfo() != null
                    || (uri.getPort() != -1 && uri.getPort() != 443)
                    || !host.contains(".")) {
                throw Refusal.of("address", "council.refusal.calendar-address");
            }
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new URI("https://" + host + uri.getRawPath() + query);
        } catch (URISyntaxException noAddress) {
            throw Refusal.of("address", "council.refusal.calendar-address");
        }
    }

    /**
     * What may be shown of a calendar.
     *
     * @param host of the address
     * @param readAt the last time that it was tried, or none yet
     * @param problem why that failed, after {@code council.calendar.problem.}, or none
     */
    public record Calendar(String host, @Nullable Instant readAt, @Nullable String problem) {}
}
