package org.samenspraak.grant;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.deadlines.TermEndings.Ending;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The days of a round, laid out backwards from its closing day. */
@Component
class RoundDates {

    private static final int YEARS_AHEAD = 2;

    private final Regulations regulations;
    private final TermEndings days;
    private final Dates dates;
    private final MessageSource texts;

    RoundDates(Regulations regulations, TermEndings days, Dates dates, MessageSource texts) {
        this.regulations = regulations;
        this.days = days;
        this.dates = dates;
        this.texts = texts;
    }

    /** Of a round that would start today. */
    RegulationId inForce() {
        return regulations.inForce(Round.TRAJECTORY, dates.today());
    }

    /** The first year that councils can still be invited for without a reason. */
    int nextYear() {
        var regulation = inForce();
        var year = dates.today().getYear();
        var latest = latestInvitation(regulation, closing(regulation, year)).lastDay();
        return dates.today().isAfter(latest) ? year + 1 : year;
    }

    LocalDate closing(RegulationId regulation, int year) {
        return MonthDay.parse(regulations.get(regulation, "talk.closing").value())
                .atYear(year);
    }

    /** After this day councils are invited only with a reason. */
    Ending latestInvitation(RegulationId regulation, LocalDate closing) {
        return days.before(regulation, "talk.invite-latest", closing);
    }

    /** The first day on which no talk fits any more before the closing day; the closing day itself where there is none such. */
    LocalDate blackout(RegulationId regulation, LocalDate closing) {
        return closing.minusWeeks(regulations.get(regulation, "talk.blackout").number());
    }

    /** Of each year that a round could be started for today, that of {@code first} before the others. */
    String ofYears(RegulationId regulation, int first) {
        var year = dates.today().getYear();
        return Stream.concat(
                        Stream.of(first),
                        IntStream.rangeClosed(year, year + YEARS_AHEAD).boxed().filter(other -> other != first))
                .filter(one -> canClose(closing(regulation, one)))
                .map(one -> String.join("\n", lines(regulation, one)))
                .collect(Collectors.joining("\n\n"));
    }

    /** Not over, and not too far ahead. */
    private boolean canClose(LocalDate closing) {
        return !closing.isBefore(dates.today()) && !isFar(closing);
    }

    boolean isFar(LocalDate closing) {
        return closing.isAfter(dates.today().plusYears(YEARS_AHEAD));
    }

    /** In lines, for the reader; also what is late already. */
    List<String> lines(RegulationId regulation, int year) {
        var closing = closing(regulation, year);
        var invite = days.before(regulation, "talk.invite", closing);
        var latest = latestInvitation(regulation, closing);
        var prepared = days.count(regulation, "talk-prepare", dates.today());
        var quiet = blackout(regulation, closing);
        return Stream.of(
                        Stream.of(say("grant.round.closing", year, dates.day(closing))),
                        told("grant.round.invite", invite),
                        told("grant.round.latest", latest),
                        Stream.of(say("grant.round.at-once")),
                        told("grant.round.prepared", prepared),
                        quiet.equals(closing)
                                ? Stream.<String>of()
                                : Stream.of(say("grant.round.quiet", dates.day(quiet), dates.day(closing))),
                        dates.today().isAfter(latest.lastDay())
                                ? Stream.of(say("grant.round.late"))
                                : Stream.<String>of())
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<String> told(String key, Ending ending) {
        return Stream.concat(
                Stream.of(say(key, dates.day(ending.lastDay()))),
                ending.lines().stream().map(line -> "– " + line));
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
