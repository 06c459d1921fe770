package org.samenspraak.deadlines;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.samenspraak.kernel.Jurisdiction;

/**
 * Public holidays that count for terms. The library's observances don't count, but for Good Friday in the Netherlands
 * (art. 3 Algemene termijnenwet). Offices of Flemish municipalities close on 11 July; the library has no Flanders.
 */
final class Holidays {

    private static final MonthDay FLEMISH_COMMUNITY = MonthDay.of(7, 11);
    private static final String GOOD_FRIDAY = "christian.GOOD_FRIDAY";

    private final Jurisdiction jurisdiction;
    private final HolidayManager manager;
    private final ConcurrentHashMap<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    Holidays(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
        var country =
                switch (jurisdiction) {
                    case BE_VLG -> HolidayCalendar.BELGIUM;
                    case NL -> HolidayCalendar.NETHERLANDS;
                };
        this.manager = HolidayManager.getInstance(ManagerParameters.create(country));
    }

    boolean contains(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), this::of).contains(day);
    }

    private Set<LocalDate> of(int year) {
        var days = new HashSet<LocalDate>();
        manager.getHolidays(Year.of(year)).stream()
                .filter(this::counts)
                .map(Holiday::getDate)
                .forEach(days::add);
        if (jurisdiction == Jurisdiction.BE_VLG) {
            days.add(FLEMISH_COMMUNITY.atYear(year));
        }
        return days;
    }

    private boolean counts(Holiday holiday) {
        return holiday.getType() == HolidayType.PUBLIC_HOLIDAY
                || (jurisdiction == Jurisdiction.NL
                        && holiday.getPropertiesKey().equals(GOOD_FRIDAY));
    }
}
