package org.samenspraak.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Service;

/** When councils are left alone: no reminders and no summaries then. What is new goes out at once all the same. */
@Service
public class QuietDays {

    private final QuietRules quiet;
    private final ReminderSettings settings;
    private final ClosingDays closingDays;
    private final TermRules rules;
    private final Municipality municipality;

    QuietDays(
            QuietRules quiet,
            ReminderSettings settings,
            ClosingDays closingDays,
            TermRules rules,
            Municipality municipality) {
        this.quiet = quiet;
        this.settings = settings;
        this.closingDays = closingDays;
        this.rules = rules;
        this.municipality = municipality;
    }

    public boolean isQuiet(LocalDate day) {
        return quiet.isQuiet(day, calendar());
    }

    /**
     * The first moment from {@code from} on at which a reminder may go out that is true until {@code lastDay}; {@code from}
     * itself when every day left is quiet, since then it is better late than never.
     */
    public Instant moment(Instant from, LocalDate lastDay) {
        var calendar = calendar();
        var local = from.atZone(municipality.zone());
        var first = local.getHour() < settings.untilHour()
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        for (var day = first; !day.isAfter(lastDay); day = day.plusDays(1)) {
            if (!quiet.isQuiet(day, calendar)) {
                var opens = day.atStartOfDay(municipality.zone())
                        .withHour(settings.fromHour())
                        .toInstant();
                return opens.isAfter(from) ? opens : from;
            }
        }
        return from;
    }

    private OfficeCalendar calendar() {
        return rules.calculator(closingDays.days()).calendar();
    }
}
