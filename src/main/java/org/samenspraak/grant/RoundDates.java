package org.samenspraak.grant;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.deadlines.TermEndings.Ending;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.RegulationView;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The days of a round, laid out backwards from its closing day. */
@Component
class RoundDates {

    private static final String CLOSING = "talk.closing";
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
    int nextYear(RegulationId regulation) {
        var year = dates.today().getYear();
        return isLate(regulation, year) ? year + 1 : year;
    }

    /** Whether inviting for this year needs a reason by now. */
    boolean isLate(RegulationId regulation, int year) {
        return dates.today()
                .isAfter(latestInvitation(regulation, closing(regulation, year)).lastDay());
    }

    /** The regulations that hold today and know rounds; that of a round for which nobody chooses comes first. */
    List<RegulationView> choices() {
        var usual = inForce();
        return regulations.inForce(dates.today()).stream()
                .filter(one -> regulations.parameters(one.id()).containsKey(CLOSING))
                .sorted(Comparator.comparing(one -> !one.id().equals(usual)))
                .toList();
    }

    LocalDate closing(RegulationId regulation, int year) {
        return MonthDay.parse(regulations.get(regulation, CLOSING).value()).atYear(year);
    }

    /** After this day councils are invited only with a reason. */
    Ending latestInvitation(RegulationId regulation, LocalDate closing) {
        return days.before(regulation, "talk.invite-latest", closing);
    }

    /** The first day on which no talk fits any more before the closing day; the closing day itself where there is none such. */
    LocalDate blackout(RegulationId regulation, LocalDate closing) {
        return closing.minusWeeks(regulations.get(regulation, "talk.blackout").number());
    }

    /** The years that a round could be started for today: not over, and not too far ahead. */
    List<Integer> years(RegulationId regulation) {
        var today = dates.today();
        return IntStream.rangeClosed(today.getYear(), today.getYear() + YEARS_AHEAD)
                .filter(year -> !closing(regulation, year).isBefore(today)
                        && !closing(regulation, year).isAfter(today.plusYears(YEARS_AHEAD)))
                .boxed()
                .toList();
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
                        isLate(regulation, year) ? Stream.of(say("grant.round.late")) : Stream.<String>of())
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
