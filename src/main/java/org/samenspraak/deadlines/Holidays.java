package org.samenspraak.deadlines;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.samenspraak.kernel.Jurisdiction;

/**
 * Public holidays that count for terms. The library's observances don't count, but for Good Friday in the Netherlands
 * (art. 3 Algemene termijnenwet). Offices of Flemish municipalities close on 11 July; the library has no Flanders.
 */
final class Holidays {

    private static final MonthDay FLEMISH_COMMUNITY = MonthDay.of(7, 11);
    private static final String FLEMISH_COMMUNITY_NAME = "FLEMISH_COMMUNITY";
    private static final String GOOD_FRIDAY = "christian.GOOD_FRIDAY";

    private final Jurisdiction jurisdiction;
    private final HolidayManager manager;
    private final ConcurrentHashMap<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    Holidays(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
        var country =
                switch (jurisdiction) {
                    case BE_VLG -> HolidayCalendar.BELGIUM;
                    case NL -> HolidayCalendar.NETHERLANDS;
                };
        this.manager = HolidayManager.getInstance(ManagerParameters.create(country));
    }

    /** A word for the holiday, to be said by {@code deadlines.holiday.<word>}. */
    Optional<String> find(LocalDate day) {
        return Optional.ofNullable(
                years.computeIfAbsent(day.getYear(), this::of).get(day));
    }

    private Map<LocalDate, String> of(int year) {
        var days = new HashMap<LocalDate, String>();
        manager.getHolidays(Year.of(year)).stream()
                .filter(this::counts)
                .sorted(Comparator.comparing(Holiday::getPropertiesKey))
                .forEach(holiday -> days.putIfAbsent(holiday.getDate(), holiday.getPropertiesKey()));
        if (jurisdiction == Jurisdiction.BE_VLG) {
            days.put(FLEMISH_COMMUNITY.atYear(year), FLEMISH_COMMUNITY_NAME);
        }
        return days;
    }

    private boolean counts(Holiday holiday) {
        return holiday.getType() == HolidayType.PUBLIC_HOLIDAY
                || (jurisdiction == Jurisdiction.NL
                        && holiday.getPropertiesKey().equals(GOOD_FRIDAY));
    }
}
