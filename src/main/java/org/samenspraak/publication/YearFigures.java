package org.samenspraak.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.casefile.YearlyCases;
import org.samenspraak.council.RegisterHistory;
import org.samenspraak.grant.AgreementYears;
import org.samenspraak.grant.GrantYears;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.publication.YearFigure.Counted;
import org.samenspraak.publication.YearFigure.Said;
import org.samenspraak.publication.YearReports.Outcome;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.RoundYears;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The plots of the yearly report. Signals and agreements are never fewer than a configured number. */
@Component
class YearFigures {

    private final RegisterHistory register;
    private final PublicRegister councils;
    private final PublishedAdvice advice;
    private final YearlyCases cases;
    private final AgreementYears agreements;
    private final GrantYears grants;
    private final RoundYears rounds;
    private final PublicationSettings settings;
    private final MessageSource texts;
    private final Dates dates;

    YearFigures(
            RegisterHistory register,
            PublicRegister councils,
            PublishedAdvice advice,
            YearlyCases cases,
            AgreementYears agreements,
            GrantYears grants,
            RoundYears rounds,
            PublicationSettings settings,
            MessageSource texts,
            Dates dates) {
        this.register = register;
        this.councils = councils;
        this.advice = advice;
        this.cases = cases;
        this.agreements = agreements;
        this.grants = grants;
        this.rounds = rounds;
        this.settings = settings;
        this.texts = texts;
        this.dates = dates;
    }

    /** In the reader's language. */
    List<YearFigure> of(int year, LocalDate upTo) {
        return List.of(
                register(year, upTo),
                replies(year),
                budget(year),
                grants(year),
                meetings(year),
                agreements(year),
                signals(year),
                signalsByArea(year));
    }

    private YearFigure register(int year, LocalDate upTo) {
        var counted = register.year(year, upTo);
        return new Making("register")
                .say("held", counted.held(), dates.day(upTo))
                .count("recognised", counted.recognised())
                .count("registered", counted.registered())
                .count("ended", counted.ended())
                .made(0);
    }

    /** Of what stands on the site; what is owed besides and what was taken away only as a number. */
    private YearFigure replies(int year) {
        var replies = advice.outcomes(year);
        var withdrawn = advice.withdrawn(year);
        var making = new Making("replies")
                .say("points", replies.points())
                .sayIfAny("unpublished", advice.owed(year))
                .sayIfAny("withdrawn", withdrawn.advice())
                .sayIfAny("withdrawn-points", withdrawn.points());
        Arrays.stream(Outcome.values()).forEach(outcome -> making.count(outcome.code(), outcome.in(replies)));
        return making.made(0);
    }

    private YearFigure budget(int year) {
        var counted = rounds.of(year);
        return new Making("budget")
                .sayIfAny("rounds", counted.rounds())
                .sayIfAny("money", euros(counted.cents()))
                .count("ideas", counted.ideas())
                .count("ballots", counted.ballots())
                .count("chosen", counted.chosen())
                .count("done", counted.done())
                .made(0);
    }

    private YearFigure grants(int year) {
        var counted = grants.money(year);
        return new Making("grants")
                .sayIfAny("money", euros(counted.cents()))
                .count("asked", counted.asked())
                .count("granted", counted.granted())
                .count("refused", counted.refused())
                .made(0);
    }

    private YearFigure meetings(int year) {
        var counted = grants.meetings(year);
        return new Making("meetings")
                .count("talks", counted.talks())
                .count("waived", counted.waived())
                .count("forums", counted.forums())
                .count("together", counted.together())
                .made(0);
    }

    private YearFigure agreements(int year) {
        var agreed = agreements.of(year);
        return new Making("agreements")
                .count("done", agreed.done())
                .count("done-late", agreed.doneLate())
                .count("running", agreed.running())
                .count("late", agreed.late())
                .made(settings.least());
    }

    private YearFigure signals(int year) {
        var signals = cases.of(settings.reported(), year);
        var days = signals.days();
        return new Making("reports")
                .sayIfAny("days", days == null || signals.closed() < settings.least() ? 0 : days)
                .count("closed", signals.closed())
                .count("open", signals.open())
                .count("other", signals.opened() - signals.closed() - signals.open())
                .made(settings.least());
    }

    private YearFigure signalsByArea(int year) {
        var names = councils.areas().stream()
                .collect(Collectors.toMap(area -> area.id().value(), Area::name));
        var counted = cases.byArea(settings.reported(), year).stream()
                .map(one -> new Counted(one.area().toString(), names.getOrDefault(one.area(), ""), one.opened()))
                .sorted(Comparator.comparing(Counted::name))
                .toList();
        return YearFigure.of("report-areas", List.of(), counted, settings.least());
    }

    private static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** A figure with its words, {@code publication.year.<key>.<code>}. */
    private final class Making {

        private final String key;
        private final Stream.Builder<Said> said = Stream.builder();
        private final Stream.Builder<Counted> counted = Stream.builder();

        private Making(String key) {
            this.key = key;
        }

        private Making say(String code, Number number, Object... more) {
            said.add(new Said(
                    code,
                    number,
                    words(
                            "said." + code,
                            Stream.concat(Stream.of(number), Stream.of(more)).toArray())));
            return this;
        }

        private Making sayIfAny(String code, Number number) {
            return number.doubleValue() == 0 ? this : say(code, number);
        }

        private Making count(String code, long count) {
            counted.add(new Counted(code, words(code), count));
            return this;
        }

        private YearFigure made(int least) {
            return YearFigure.of(key, said.build().toList(), counted.build().toList(), least);
        }

        private String words(String code, Object... args) {
            return String.valueOf(
                    texts.getMessage("publication.year." + key + "." + code, args, LocaleContextHolder.getLocale()));
        }
    }
}
