package org.samenspraak.council;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A term held against the meetings of a council, in words. Nothing where no meeting is known. */
@Component("meetingLines")
public class MeetingLines {

    /** A meeting longer before the last day of a question says nothing about it, in days. */
    private static final int NEAR = 92;

    private final CouncilMeetings meetings;
    private final MessageSource messages;

    MeetingLines(CouncilMeetings meetings, MessageSource messages) {
        this.meetings = meetings;
        this.messages = messages;
    }

    /** For the council: when it meets before the last day of a question, or that it doesn't; nothing where that day is far. */
    public Optional<String> of(CouncilId council, LocalDate lastDay, Locale language) {
        return meetings.next(council)
                .filter(day -> !day.plusDays(NEAR).isBefore(lastDay))
                .map(day -> {
                    var args = new Object[] {
                        day(day, language), ChronoUnit.DAYS.between(day, lastDay), day(lastDay, language)
                    };
                    return messages.getMessage(
                            day.isAfter(lastDay) ? "council.meets.not-before" : "council.meets.before", args, language);
                });
    }

    /** The next meeting, for {@link #missed}: a page asks it once for all its terms. */
    public @Nullable LocalDate next(@Nullable CouncilId council) {
        return council == null ? null : meetings.next(council).orElse(null);
    }

    /** For the office: that the council doesn't meet any more before a term ends, or nothing. */
    public @Nullable String missed(@Nullable LocalDate next, @Nullable LocalDate lastDay) {
        if (next == null || lastDay == null || !next.isAfter(lastDay)) {
            return null;
        }
        var language = LocaleContextHolder.getLocale();
        return messages.getMessage(
                "council.meets.missed", new Object[] {day(next, language), day(lastDay, language)}, language);
    }

    private static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", language).format(day);
    }
}
