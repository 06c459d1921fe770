package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which days nobody is reminded on, and where a reminder of such a day goes. */
@Component
class QuietRules {

    /** Further back nobody looks for a day that isn't quiet. */
    private static final int YEAR = 366;

    private final ReminderSettings settings;
    private final List<QuietPeriod> periods;

    QuietRules(ReminderSettings settings) {
        this.settings = settings;
        this.periods =
                settings.quietPeriods().stream().map(QuietPeriod::valueOf).toList();
    }

    boolean isQuiet(LocalDate day, OfficeCalendar calendar) {
        return settings.quietWeekdays().contains(day.getDayOfWeek())
                || periods.stream().anyMatch(period -> period.has(day))
                || (settings.quietWhenClosed() && isClosed(calendar.kind(day)));
    }

    private static boolean isClosed(OfficeCalendar.Day kind) {
        return kind == OfficeCalendar.Day.HOLIDAY || kind == OfficeCalendar.Day.CLOSED;
    }

    /**
     * The day itself, or the first one after it that isn't quiet. Where that comes after the last day of the term, which would
     * be too late, the last working day before the quiet ones.
     */
    LocalDate moved(LocalDate day, LocalDate lastDay, OfficeCalendar calendar) {
        for (var later = day; !later.isAfter(lastDay); later = later.plusDays(1)) {
            if (!isQuiet(later, calendar)) {
                return later;
            }
        }
        for (var earlier = day.minusDays(1); earlier.isAfter(day.minusDays(YEAR)); earlier = earlier.minusDays(1)) {
            if (!isQuiet(earlier, calendar) && calendar.works(earlier)) {
                return earlier;
            }
        }
        return day;
    }
}
