package org.samenspraak.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.AdviceWords;
import org.samenspraak.advice.PointCounts;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.casefile.YearlyCases;
import org.samenspraak.council.RegisterHistory;
import org.samenspraak.grant.AgreementYears;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What participation came to in a year, in numbers only. Signals and agreements are never fewer than a configured number. */
@Component
class YearReports {

    private final RegisterHistory register;
    private final PublicRegister councils;
    private final PublishedAdvice advice;
    private final AdviceWords words;
    private final YearlyCases cases;
    private final AgreementYears agreements;
    private final PublicationSettings settings;
    private final MessageSource texts;
    private final Dates dates;

    YearReports(
            RegisterHistory register,
            PublicRegister councils,
            PublishedAdvice advice,
            AdviceWords words,
            YearlyCases cases,
            AgreementYears agreements,
            PublicationSettings settings,
            MessageSource texts,
            Dates dates) {
        this.register = register;
        this.councils = councils;
        this.advice = advice;
        this.words = words;
        this.cases = cases;
        this.agreements = agreements;
        this.settings = settings;
        this.texts = texts;
        this.dates = dates;
    }

    /** The newest first: this year, and back to the first one of which something is known. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        int now = dates.today().getYear();
        int first = IntStream.concat(
                        IntStream.of(now, register.firstYear().orElse(now)),
                        advice.choices().years().stream().mapToInt(year -> year))
                .min()
                .orElse(now);
        return IntStream.iterate(now, year -> year >= first, year -> year - 1)
                .boxed()
                .toList();
    }

    /** In the reader's language. */
    @Transactional(readOnly = true)
    public YearReport of(int year) {
        var counted = register.year(year);
        var figures = new ArrayList<YearFigure>();
        figures.add(figure(
                "register",
                List.of("recognised", "registered", "ended"),
                List.of(counted.recognised(), counted.registered(), counted.ended()),
                0));
        var replies = advice.outcomes(year);
        figures.add(figure(
                "replies",
                List.of("followed", "partly", "not", "answered", "passed-on", "noted", "owed"),
                longs(
                        replies.followed(),
                        replies.partly(),
                        replies.not(),
                        replies.answered(),
                        replies.passedOn(),
                        replies.noted(),
                        replies.owed()),
                0));
        var signals = cases.of(settings.reported(), year);
        figures.add(figure(
                "reports",
                List.of("closed", "open", "other"),
                List.of(signals.closed(), signals.open(), signals.opened() - signals.closed() - signals.open()),
                settings.least()));
        figures.add(signalsByArea(year));
        var agreed = agreements.of(year);
        figures.add(figure(
                "agreements",
                List.of("done", "done-late", "running", "late"),
                List.of(agreed.done(), agreed.doneLate(), agreed.running(), agreed.late()),
                settings.least()));
        var days = signals.closed() < settings.least() ? null : signals.days();
        return new YearReport(year, counted.held(), days, figures, boards(year));
    }

    private YearFigure signalsByArea(int year) {
        var names = councils.areas().stream()
                .collect(Collectors.toMap(area -> area.id().value(), Area::name));
        var found = cases.byArea(settings.reported(), year).stream()
                .sorted(Comparator.comparing(one -> names.getOrDefault(one.area(), "")))
                .toList();
        return YearFigure.of(
                "report-areas",
                found.stream().map(one -> names.getOrDefault(one.area(), "")).toList(),
                found.stream().map(YearlyCases.InArea::opened).toList(),
                settings.least());
    }

    private List<Board> boards(int year) {
        var domains = advice.outcomesByDomain(year).entrySet().stream()
                .map(one -> new Score(domain(one.getKey()), one.getValue()));
        var councils = advice.outcomesByCouncil(year).stream().map(one -> new Score(one.name(), one.counts()));
        return Stream.of(board("domain", domains), board("council", councils))
                .filter(board -> !board.scores().isEmpty())
                .toList();
    }

    private static Board board(String of, Stream<Score> scores) {
        return new Board(
                of,
                scores.sorted(Comparator.comparing(Score::name, String.CASE_INSENSITIVE_ORDER))
                        .toList());
    }

    private String domain(String code) {
        return code.isEmpty() ? say("publication.year.no-domain") : words.domain(code);
    }

    private YearFigure figure(String key, List<String> bars, List<Long> counts, int least) {
        return YearFigure.of(
                key,
                bars.stream()
                        .map(bar -> say("publication.year." + key + "." + bar))
                        .toList(),
                counts,
                least);
    }

    private static List<Long> longs(int... numbers) {
        return IntStream.of(numbers).mapToObj(Long::valueOf).toList();
    }

    private String say(String key) {
        return String.valueOf(texts.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    /**
     * @param councils in the register at the end of the year, or today
     * @param signalDays that half of the handled signals took at most; none when there were too few
     */
    record YearReport(
            int year, long councils, @Nullable Integer signalDays, List<YearFigure> figures, List<Board> boards) {}

    /**
     * What was done with points of published advice.
     *
     * @param of domain or council, as in its texts {@code publication.year.board.<of>}
     */
    record Board(String of, List<Score> scores) {

        public String title() {
            return "publication.year.board." + of;
        }

        public String row() {
            return title() + ".row";
        }
    }

    record Score(String name, PointCounts counts) {}
}
