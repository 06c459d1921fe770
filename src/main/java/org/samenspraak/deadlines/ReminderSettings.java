package org.samenspraak.deadlines;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When nobody is reminded: a reminder says "call us", so it comes when somebody answers the phone.
 *
 * @param quietWeekdays days of the week
 * @param quietPeriods first and last day of each, every year ({@code 12-24/01-01}) or once
 *     ({@code 2026-07-11/2026-08-15})
 * @param quietWhenClosed also on holidays and the closing days of the calendar
 * @param fromHour mails with reminders go out from this hour on
 * @param untilHour and before this one
 */
@ConfigurationProperties("samenspraak.reminders")
record ReminderSettings(
        @DefaultValue({"SATURDAY", "SUNDAY"}) Set<DayOfWeek> quietWeekdays,
        @DefaultValue("12-24/01-01") List<String> quietPeriods,
        @DefaultValue("true") boolean quietWhenClosed,
        @DefaultValue("9") int fromHour,
        @DefaultValue("20") int untilHour) {

    ReminderSettings {
        if (quietWeekdays.containsAll(EnumSet.allOf(DayOfWeek.class))) {
            throw new IllegalArgumentException("samenspraak.reminders.quiet-weekdays leaves no day to remind anybody");
        }
        if (fromHour < 0 || untilHour > 24 || fromHour >= untilHour) {
            throw new IllegalArgumentException(
                    "samenspraak.reminders: from-hour comes before until-hour, from 0 to 24");
        }
    }
}
