package org.samenspraak.agenda;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.Permission;
import org.samenspraak.regulation.ParameterTexts;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Days on which an organ meets. */
@Component
@Order(2)
class MeetingDays implements AgendaSource {

    private final Meetings meetings;
    private final ParameterTexts names;
    private final MessageSource texts;

    MeetingDays(Meetings meetings, ParameterTexts names, MessageSource texts) {
        this.meetings = meetings;
        this.names = names;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "meeting";
    }

    @Override
    public List<AgendaEntry> entries(AgendaQuery query, LocalDate from, @Nullable String after, int limit) {
        var url = query.me().may(Permission.SEE_OPERATION) ? "/beheer/zittingen" : null;
        return Meetings.ORGANS.stream()
                .flatMap(organ -> meetings.between(organ, from, query.until()).stream()
                        .map(day -> AgendaEntry.ofCity(kind(), organ + "-" + day, day, title(organ), "", url)))
                .filter(entry -> after == null
                        || !entry.day().equals(from)
                        || entry.place().compareTo(after) > 0)
                .sorted(Comparator.comparing(AgendaEntry::day).thenComparing(AgendaEntry::place))
                .limit(limit)
                .toList();
    }

    private String title(String organ) {
        return texts.getMessage("agenda.meeting", new Object[] {names.choice(organ)}, LocaleContextHolder.getLocale());
    }
}
