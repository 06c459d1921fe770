package org.samenspraak.agenda;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.deadlines.DaysOff;
import org.samenspraak.deadlines.DaysOff.DayOff;
import org.samenspraak.deadlines.DaysOff.Kind;
import org.samenspraak.identity.Permission;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Holidays and closing days, on which nothing ends, and days that do not count for some terms. */
@Component
@Order(1)
class ClosedDays implements AgendaSource {

    private final DaysOff daysOff;
    private final MessageSource texts;

    ClosedDays(DaysOff daysOff, MessageSource texts) {
        this.daysOff = daysOff;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "closed";
    }

    /** One a day, so whoever reads on goes to the next day. */
    @Override
    public List<AgendaEntry> entries(AgendaQuery query, LocalDate from, @Nullable String after, int limit) {
        var first = after == null ? from : from.plusDays(1);
        return first.isAfter(query.until())
                ? List.of()
                : daysOff.between(first, query.until()).stream()
                        .limit(limit)
                        .map(day -> entry(day, query))
                        .toList();
    }

    private AgendaEntry entry(DayOff off, AgendaQuery query) {
        var holiday = off.kind() == Kind.HOLIDAY;
        var url = !holiday && query.me().may(Permission.SEE_OPERATION) ? "/beheer/sluitingsdagen" : null;
        var title = holiday
                ? off.name()
                : texts.getMessage(
                        off.kind() == Kind.CLOSED ? "agenda.closed" : "agenda.not-counting",
                        null,
                        LocaleContextHolder.getLocale());
        return AgendaEntry.ofCity(kind(), off.day().toString(), off.day(), title, holiday ? "" : off.name(), url);
    }
}
