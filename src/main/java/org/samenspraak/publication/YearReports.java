package org.samenspraak.publication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.AdviceWords;
import org.samenspraak.advice.PointCounts;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.council.RegisterHistory;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What participation came to in a year, in numbers only: page, PDF and open data are made of the same. */
@Component
class YearReports {

    private final RegisterHistory register;
    private final PublishedAdvice advice;
    private final YearFigures figures;
    private final AdviceWords words;
    private final MessageSource texts;
    private final Dates dates;

    YearReports(
            RegisterHistory register,
            PublishedAdvice advice,
            YearFigures figures,
            AdviceWords words,
            MessageSource texts,
            Dates dates) {
        this.register = register;
        this.advice = advice;
        this.figures = figures;
        this.words = words;
        this.texts = texts;
        this.dates = dates;
    }

    /** The newest first: this year, and back to the first one of which something is known. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        int now = dates.today().getYear();
        int first = Math.min(
                now,
                Math.min(register.firstYear().orElse(now), advice.firstYear().orElse(now)));
        return IntStream.iterate(now, year -> year >= first, year -> year - 1)
                .boxed()
                .toList();
    }

    /** In the reader's language. */
    @Transactional(readOnly = true)
    public YearReport of(int year) {
        var ends = LocalDate.of(year, 12, 31);
        if (!dates.today().isBefore(ends)) {
            return new YearReport(year, null, figures.of(year, ends), boards(year));
        }
        var soFar = texts.getMessage(
                "publication.year.so-far", new Object[] {dates.day(dates.today())}, LocaleContextHolder.getLocale());
        return new YearReport(year, soFar, figures.of(year, dates.today()), boards(year));
    }

    /**
     * What was done with the points of published advice, by domain and by council; without those of which there is none.
     *
     * @param year of the decisions, or none for all years
     */
    @Transactional(readOnly = true)
    public List<Board> boards(@Nullable Integer year) {
        var domains = advice.outcomesByDomain(year).entrySet().stream()
                .map(one -> new Score(one.getKey(), domain(one.getKey()), one.getValue()));
        var councils = advice.outcomesByCouncil(year).stream()
                .map(one -> new Score(one.id().toString(), one.name(), one.counts()));
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
        return code.isEmpty()
                ? String.valueOf(texts.getMessage("publication.year.no-domain", null, LocaleContextHolder.getLocale()))
                : words.domain(code);
    }

    /** What can become of a point, in the order of the columns. */
    enum Outcome {
        FOLLOWED("followed"),
        PARTLY("partly"),
        NOT("not"),
        ANSWERED("answered"),
        PASSED_ON("passed-on"),
        NOTED("noted"),
        OWED("owed");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        int in(PointCounts counts) {
            return switch (this) {
                case FOLLOWED -> counts.followed();
                case PARTLY -> counts.partly();
                case NOT -> counts.not();
                case ANSWERED -> counts.answered();
                case PASSED_ON -> counts.passedOn();
                case NOTED -> counts.noted();
                case OWED -> counts.owed();
            };
        }
    }

    /** @param soFar until when it counts, in words; null once the year is over */
    record YearReport(int year, @Nullable String soFar, List<YearFigure> figures, List<Board> boards) {}

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

        /** Headings, in the order of {@link Score#cells}. */
        public List<String> columns() {
            return Stream.concat(
                            Stream.of("publication.year.points"),
                            Arrays.stream(Outcome.values()).map(one -> "publication.year.replies." + one.code()))
                    .toList();
        }
    }

    /** @param code of the domain, empty for advice that nobody asked; or id of the council */
    record Score(String code, String name, PointCounts counts) {

        public List<Integer> cells() {
            return Stream.concat(
                            Stream.of(counts.points()),
                            Arrays.stream(Outcome.values()).map(one -> one.in(counts)))
                    .toList();
        }
    }
}
