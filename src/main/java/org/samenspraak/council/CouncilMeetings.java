package org.samenspraak.council;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When councils meet: terms are held against it. */
@Service
public class CouncilMeetings {

    /** Days that are entered at once: more than a council meets in some years. */
    static final int MOST_DAYS = 60;

    /** Shown of what is to come. */
    private static final int SHOWN = 200;

    private static final int LONGEST_PLACE = 200;
    private static final int YEARS_AHEAD = 3;

    private final MeetingRecords records;
    private final CouncilRecords councils;
    private final Audit audit;
    private final Today today;

    CouncilMeetings(MeetingRecords records, CouncilRecords councils, Audit audit, Today today) {
        this.records = records;
        this.councils = councils;
        this.audit = audit;
        this.today = today;
    }

    /** Enters meetings; a moment that is there already stays as it is. Returns how many are new. */
    @Transactional
    public int add(CouncilId council, List<LocalDate> days, @Nullable LocalTime starts, String place, Actor by) {
        var name = councils.lock(council).name();
        refuse(days.isEmpty(), "days", "council.refusal.no-meeting");
        refuse(days.size() > MOST_DAYS, "days", "council.refusal.many-meetings", MOST_DAYS);
        refuse(place.strip().length() > LONGEST_PLACE, "place", "council.refusal.long-place", LONGEST_PLACE);
        var last = today.date().plusYears(YEARS_AHEAD);
        for (var day : days) {
            refuse(day.isBefore(today.date()) || day.isAfter(last), "days", "council.refusal.far-meeting", day);
        }
        var added = (int) days.stream()
                .filter(day -> records.add(council, CouncilMeeting.on(day, starts, place.strip())))
                .count();
        if (added > 0) {
            audit.add(Act.COUNCIL_MEETINGS_CHANGED, by, council.value(), name);
        }
        return added;
    }

    /** Takes away one that was entered; one that is gone already is no reason to complain. */
    @Transactional
    public void remove(CouncilId council, UUID meeting, Actor by) {
        if (records.remove(council, meeting)) {
            audit.add(
                    Act.COUNCIL_MEETINGS_CHANGED,
                    by,
                    council.value(),
                    councils.find(council).orElseThrow().name());
        }
    }

    /** From today on, the first ones. */
    @Transactional(readOnly = true)
    public List<CouncilMeeting> toCome(CouncilId council) {
        return records.from(council, today.date(), SHOWN);
    }

    /** Today or later. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> next(CouncilId council) {
        return records.next(council, today.date());
    }

    /**
     * Of all councils, in order of day and id.
     *
     * @param areas of councils there only, or none for all
     * @param after the meeting on the first day to go on from, or none
     */
    @Transactional(readOnly = true)
    public List<Dated> between(
            LocalDate from, LocalDate until, @Nullable Set<AreaId> areas, @Nullable UUID after, int limit) {
        return records.between(from, until, areas, after, limit);
    }

    private static void refuse(boolean broken, String field, String key, Object... args) {
        if (broken) {
            throw Refusal.of(field, key, args);
        }
    }

    /** @param name of the council */
    public record Dated(CouncilId council, String name, CouncilMeeting meeting) {}
}
