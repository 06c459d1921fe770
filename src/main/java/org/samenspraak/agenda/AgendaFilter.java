package org.samenspraak.agenda;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a page of the agenda shows, as it stands in its address.
 *
 * @param list as a list, not as a month
 * @param day only this one, or none for the month
 * @param kind only this one, or none for all
 */
record AgendaFilter(
        YearMonth month,
        boolean list,
        @Nullable LocalDate day,
        Whose whose,
        @Nullable String trajectory,
        @Nullable AreaId area,
        @Nullable String kind) {

    static final String PATH = "/agenda";

    /** Nothing of an office lies further away; whoever asks it mistyped the year. */
    private static final int YEARS = 20;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** What makes no sense is left out; without a month it is this one. */
    static AgendaFilter of(MultiValueMap<String, String> sent, LocalDate today, Collection<String> kinds) {
        var day = read(sent, "dag", LocalDate::parse).filter(it -> isNear(YearMonth.from(it), today));
        var month = day.map(YearMonth::from)
                .or(() -> read(sent, "maand", YearMonth::parse).filter(it -> isNear(it, today)));
        return new AgendaFilter(
                month.orElse(YearMonth.from(today)),
                day.isPresent() || "lijst".equals(sent.getFirst("toon")),
                day.orElse(null),
                Whose.find(sent.getFirst("wie")).orElse(Whose.ALL),
                read(sent, "traject", Function.identity())
                        .filter(key -> KEY.matcher(key).matches())
                        .orElse(null),
                read(sent, "gebied", AreaId::parse).orElse(null),
                read(sent, "soort", Function.identity()).filter(kinds::contains).orElse(null));
    }

    private static boolean isNear(YearMonth month, LocalDate today) {
        return Math.abs(month.getYear() - today.getYear()) <= YEARS;
    }

    private static <T> Optional<T> read(MultiValueMap<String, String> sent, String name, Function<String, T> parse) {
        var text = sent.getFirst(name);
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(parse.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeException noSense) {
            return Optional.empty();
        }
    }

    LocalDate from() {
        return day == null ? month.atDay(1) : day;
    }

    LocalDate until() {
        return day == null ? month.atEndOfMonth() : day;
    }

    /** Its own address. */
    public String url() {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("maand", month)
                .queryParamIfPresent("toon", list ? Optional.of("lijst") : Optional.empty())
                .queryParamIfPresent("dag", Optional.ofNullable(day))
                .queryParamIfPresent("wie", whose == Whose.ALL ? Optional.empty() : Optional.of(whose.code()))
                .queryParamIfPresent("traject", Optional.ofNullable(trajectory))
                .queryParamIfPresent("gebied", Optional.ofNullable(area))
                .queryParamIfPresent("soort", Optional.ofNullable(kind))
                .build()
                .toUriString();
    }

    /** The entries after a page. */
    String after(String cursor) {
        return UriComponentsBuilder.fromUriString(url())
                .queryParam("na", "{cursor}")
                .encode()
                .buildAndExpand(cursor)
                .toUriString();
    }

    /** The address of another month, the same otherwise. */
    public String url(YearMonth other) {
        return new AgendaFilter(other, list, null, whose, trajectory, area, kind).url();
    }

    /** The address of the same month as a list, or as a grid. */
    public String url(boolean asList) {
        return new AgendaFilter(month, asList, null, whose, trajectory, area, kind).url();
    }

    /** The address of all that is on a day. */
    public String url(LocalDate only) {
        return new AgendaFilter(YearMonth.from(only), true, only, whose, trajectory, area, kind).url();
    }

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return whose != Whose.ALL || trajectory != null || area != null || kind != null;
    }
}
