package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.PublicEvaluation.View;
import org.samenspraak.wijkbudget.PublicEvaluation.Views;
import org.samenspraak.wijkbudget.Survey.Answer;
import org.samenspraak.wijkbudget.Survey.Kind;
import org.springframework.stereotype.Component;

/** Adds up what was answered on a round. */
@Component
class SurveyViews {

    private final Surveys surveys;

    SurveyViews(Surveys surveys) {
        this.surveys = surveys;
    }

    /**
     * All together, then each kind of those who were asked; none for a round on which nobody was asked yet. Without views where few
     * answered: who did is known to the office, and nobody was promised to be found.
     */
    List<Views> of(CaseId round) {
        var all = surveys.find(round).map(this::of).orElseGet(List::of);
        var together = all.stream().limit(1).map(one -> isSmall(one) ? one.without() : one);
        var few = all.stream().skip(1).anyMatch(SurveyViews::isSmall);
        return Stream.concat(together, all.stream().skip(1).map(one -> few ? one.without() : one))
                .toList();
    }

    private static boolean isSmall(Views views) {
        return BallotRows.isSmall(views.answered());
    }

    /** All together; none while answers come in. */
    Optional<Views> closed(CaseId round) {
        return surveys.find(round).filter(survey -> !survey.isOpen()).map(survey -> of(survey)
                .get(0));
    }

    private List<Views> of(Survey survey) {
        var answers = surveys.answers(survey.round());
        var proposers = surveys.asked(survey.round());
        var all = views(null, asked(survey, null, proposers), answers);
        var each = Stream.of(Kind.values()).map(kind -> views(kind, asked(survey, kind, proposers), answers));
        return Stream.concat(Stream.of(all), each).toList();
    }

    private static long asked(Survey survey, @Nullable Kind kind, long proposers) {
        if (kind == Kind.PROPOSER) {
            return proposers;
        }
        var groups = survey.groups().stream()
                .filter(group -> kind == null || Kind.of(group) == kind)
                .count();
        return kind == null ? proposers + groups : groups;
    }

    private static Views views(@Nullable Kind kind, long asked, List<Answer> all) {
        var answers =
                all.stream().filter(one -> kind == null || one.kind() == kind).toList();
        return new Views(
                kind == null ? "all" : kind.code(),
                asked,
                answers.size(),
                IntStream.range(0, Survey.QUESTIONS.size())
                        .mapToObj(at -> view(
                                Survey.QUESTIONS.get(at),
                                answers.stream().map(one -> one.marks().get(at)).toList()))
                        .toList());
    }

    private static View view(String question, List<Integer> marks) {
        var counts = new Long[Survey.MOST];
        Arrays.setAll(
                counts, at -> marks.stream().filter(mark -> mark == at + 1).count());
        var sum = marks.stream().mapToInt(Integer::intValue).sum();
        var mean = marks.isEmpty()
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(marks.size()), 1, RoundingMode.HALF_UP);
        return new View(question, List.of(counts), mean);
    }

    /** What they wrote, with nothing that says who; none while answers come in, as each would tell whose it is, and where few answered. */
    List<String> words(CaseId round) {
        return closed(round).filter(all -> !isSmall(all)).stream()
                .flatMap(all -> surveys.answers(round).stream())
                .map(Answer::words)
                .filter(Objects::nonNull)
                .toList();
    }
}
