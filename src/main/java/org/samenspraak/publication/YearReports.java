package org.samenspraak.publication;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        return new YearReport(year, figures.of(year), boards(year));
    }

    private List<Board> boards(int year) {
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
        FOLLOWED("followed", PointCounts::followed),
        PARTLY("partly", PointCounts::partly),
        NOT("not", PointCounts::not),
        ANSWERED("answered", PointCounts::answered),
        PASSED_ON("passed-on", PointCounts::passedOn),
        NOTED("noted", PointCounts::noted),
        OWED("owed", PointCounts::owed);

        private final String code;
        private final ToIntFunction<PointCounts> count;

        Outcome(String code, ToIntFunction<PointCounts> count) {
            this.code = code;
            this.count = count;
        }

        String code() {
            return code;
        }

        int in(PointCounts counts) {
            return count.applyAsInt(counts);
        }
    }

    record YearReport(int year, List<YearFigure> figures, List<Board> boards) {}

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
