package org.samenspraak.publication;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.samenspraak.agenda.PublicMeetings;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.publication.DataSet.Rows;
import org.samenspraak.web.Dates;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Meetings that everybody may attend, as open data: of a year back and a year ahead. */
@Component
@Order(3)
class MeetingData implements DataSource {

    private static final int MOST = 1000;

    private final Meetings meetings;
    private final List<PublicMeetings> others;
    private final Municipality municipality;
    private final Dates dates;

    MeetingData(Meetings meetings, List<PublicMeetings> others, Municipality municipality, Dates dates) {
        this.meetings = meetings;
        this.others = others;
        this.municipality = municipality;
        this.dates = dates;
    }

    @Override
    public List<DataSet> sets() {
        return List.of(new DataSet(
                "zittingen",
                List.of("id", "kind", "title", "day", "begins", "place", "ends", "council"),
                this::meetings));
    }

    private void meetings(Rows rows) throws IOException {
        var from = dates.today().minusYears(1);
        var until = dates.today().plusYears(1);
        for (LocalDate day : meetings.between(Meetings.PUBLIC_ORGAN, from, until)) {
            rows.row(Meetings.PUBLIC_ORGAN + "-" + day, "organ", null, day, null, null, null, null);
        }
        for (var other : others) {
            var begin = from.atStartOfDay(municipality.zone()).toInstant();
            var end = until.plusDays(1).atStartOfDay(municipality.zone()).toInstant();
            for (var one : other.between(begin, end, null, MOST)) {
                rows.row(
                        one.id(),
                        "open",
                        one.title(),
                        dates.local(one.begins()),
                        moment(one.begins()),
                        one.place(),
                        moment(one.ends()),
                        one.council() == null ? null : one.council().value());
            }
        }
    }

    private String moment(Instant at) {
        return at.atZone(municipality.zone()).toOffsetDateTime().toString();
    }
}
