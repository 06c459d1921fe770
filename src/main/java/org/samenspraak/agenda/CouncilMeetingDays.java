package org.samenspraak.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilMeetings;
import org.samenspraak.council.CouncilMeetings.Dated;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Days on which a council meets; of no trajectory, and nobody's task. */
@Component
@Order(5)
class CouncilMeetingDays implements AgendaSource {

    private final CouncilMeetings meetings;
    private final MessageSource texts;

    CouncilMeetingDays(CouncilMeetings meetings, MessageSource texts) {
        this.meetings = meetings;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "council-meeting";
    }

    @Override
    public List<AgendaEntry> entries(AgendaQuery query, LocalDate from, @Nullable String after, int limit) {
        if (query.trajectory() != null || TermDays.isOfPeople(query)) {
            return List.of();
        }
        return meetings.between(from, query.until(), query.areas(), id(after).orElse(null), limit).stream()
                .map(this::entry)
                .toList();
    }

    private AgendaEntry entry(Dated dated) {
        var id = dated.meeting().id().toString();
        return new AgendaEntry(
                kind(),
                id,
                dated.meeting().day(),
                id,
                texts.getMessage("agenda.council-meeting", null, LocaleContextHolder.getLocale()),
                null,
                dated.name(),
                dated.meeting().place(),
                "/raden/" + dated.council() + "/vergaderingen",
                false,
                0);
    }

    private static Optional<UUID> id(@Nullable String place) {
        try {
            return Optional.ofNullable(place).map(UUID::fromString);
        } catch (IllegalArgumentException noPlace) {
            return Optional.empty();
        }
    }
}
