package org.samenspraak.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.agenda.AgendaEntry;
import org.samenspraak.agenda.PublicMeetings;
import org.samenspraak.agenda.PublicMeetings.PublicMeeting;
import org.samenspraak.council.Councils;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which meetings everybody may attend, and which days close something: for the site and for calendars. */
@Component
class PublicSittings {

    /** Of meetings that were. */
    private static final int MONTHS_BACK = 1;

    private static final int MOST = 200;
    private static final String PAGE = "/publiek/volgen";

    private final Meetings organs;
    private final List<PublicMeetings> others;
    private final Councils councils;
    private final PublicRegister register;
    private final PublicationSettings settings;
    private final MessageSource texts;
    private final Municipality municipality;
    private final Dates dates;

    PublicSittings(
            Meetings organs,
            List<PublicMeetings> others,
            Councils councils,
            PublicRegister register,
            PublicationSettings settings,
            MessageSource texts,
            Municipality municipality,
            Dates dates) {
        this.organs = organs;
        this.others = others;
        this.councils = councils;
        this.register = register;
        this.settings = settings;
        this.texts = texts;
        this.municipality = municipality;
        this.dates = dates;
    }

    /** From a month ago to a year from now, by day. */
    @Transactional(readOnly = true)
    public List<Sitting> all() {
        var from = dates.today().minusMonths(MONTHS_BACK);
        var until = dates.today().plusYears(1);
        var meetings = others.stream()
                .flatMap(other -> other.between(begin(from), begin(until), null, MOST).stream())
                .toList();
        var names = councils.names(meetings.stream()
                .map(PublicMeeting::council)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return Stream.concat(
                        organs.between(Meetings.PUBLIC_ORGAN, from, until).stream()
                                .map(this::ofOrgan),
                        meetings.stream().map(meeting -> sitting(meeting, names)))
                .sorted(Comparator.comparing(Sitting::day).thenComparing(Sitting::id))
                .toList();
    }

    /** Until a year from now, by day: what closes for all councils, and when the place of each in the register ends. */
    @Transactional(readOnly = true)
    public List<AgendaEntry> closings() {
        var today = dates.today();
        var until = today.plusYears(1);
        var all = others.stream()
                .flatMap(other -> other.closing(today, until).stream())
                .map(one -> AgendaEntry.ofCity("public-closing", one.id(), one.day(), one.title(), "", PAGE));
        var ends = register.today().stream()
                .filter(council -> council.until() != null && !council.until().isAfter(until))
                .map(council -> AgendaEntry.ofCity(
                        "register-end",
                        council.id().toString(),
                        Objects.requireNonNull(council.until()),
                        say("publication.follow.register-end", council.name()),
                        "",
                        "/publiek/raden/" + council.id()));
        return Stream.concat(all, ends)
                .sorted(Comparator.comparing(AgendaEntry::day).thenComparing(AgendaEntry::title))
                .toList();
    }

    private Sitting ofOrgan(LocalDate day) {
        var usual = Optional.ofNullable(settings.sitting());
        var begins = usual.map(one -> day.atTime(LocalTime.parse(one.begins()))
                        .atZone(municipality.zone())
                        .toInstant())
                .orElse(null);
        return new Sitting(
                "public-meeting",
                day.toString(),
                say("publication.follow.meeting"),
                null,
                null,
                day,
                begins,
                begins == null ? null : begins.plus(usual.get().takes()),
                usual.map(PublicationSettings.Sitting::place).orElse(""),
                0);
    }

    private Sitting sitting(PublicMeeting meeting, Map<CouncilId, String> names) {
        var council = meeting.council();
        return new Sitting(
                "public-forum",
                meeting.id(),
                meeting.title(),
                council,
                council == null ? null : names.get(council),
                dates.local(meeting.begins()),
                meeting.begins(),
                meeting.ends(),
                meeting.place(),
                meeting.moves());
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(municipality.zone()).toInstant();
    }

    private String say(String key, Object... args) {
        return String.valueOf(texts.getMessage(key, args, LocaleContextHolder.getLocale()));
    }

    /**
     * @param kind with {@code id} names it in a calendar
     * @param council who holds it; none for the city and for an organ
     * @param begins none when only its day is known; so is {@code ends}
     */
    record Sitting(
            String kind,
            String id,
            String title,
            @Nullable CouncilId council,
            @Nullable String of,
            LocalDate day,
            @Nullable Instant begins,
            @Nullable Instant ends,
            String place,
            int moves) {

        AgendaEntry entry() {
            var about = of == null || title.contains(of) ? "" : of;
            var entry = new AgendaEntry(kind, id, day, id, title, null, about, "", PAGE, false, moves);
            return begins == null || ends == null ? entry : entry.at(begins, Duration.between(begins, ends), place);
        }
    }
}
