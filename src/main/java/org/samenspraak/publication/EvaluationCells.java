package org.samenspraak.publication;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.samenspraak.wijkbudget.PublicEvaluation.Count;
import org.samenspraak.wijkbudget.PublicEvaluation.Evaluation;
import org.samenspraak.wijkbudget.PublicEvaluation.View;
import org.samenspraak.wijkbudget.PublicEvaluation.Views;
import org.samenspraak.wijkbudget.PublicEvaluation.Voted;

/** What everybody may see of the figures of a round: one rule for its page and the open data. A number that is left out is empty. */
final class EvaluationCells {

    private EvaluationCells() {}

    /** Nothing of an area where few voted; elsewhere all ballots, and the channels when neither is small. */
    static List<Row> voted(List<Voted> rows, int least) {
        return rows.stream().map(row -> voted(row, least)).toList();
    }

    /** All ballots that are told: a number that is left out is not in the sum either, or it would be the difference. */
    static long ballots(List<Row> rows) {
        return rows.stream().mapToLong(row -> row.all().orElse(0)).sum();
    }

    private static Row voted(Voted row, int least) {
        if (row.isSmall()) {
            var none = OptionalLong.empty();
            return new Row(row.id(), row.area(), row.inhabitants(), none, none, none);
        }
        var shown = SmallCells.hide(List.of(row.online(), row.paper()), least);
        // all ballots are told, so one channel would tell the other
        var both = shown.stream().allMatch(OptionalLong::isPresent);
        return new Row(
                row.id(),
                row.area(),
                row.inhabitants(),
                OptionalLong.of(row.all()),
                both ? shown.get(0) : OptionalLong.empty(),
                both ? shown.get(1) : OptionalLong.empty());
    }

    static List<Reject> rejects(List<Count> rows, int least) {
        var shown = SmallCells.hide(rows.stream().map(Count::many).toList(), least);
        return IntStream.range(0, rows.size())
                .mapToObj(at -> new Reject(rows.get(at).key(), shown.get(at)))
                .toList();
    }

    /** Nothing of answers of few. Who answered is known to many, so what all said alike would tell what each did: that is left out too. */
    static List<Line> views(Evaluation found, int least) {
        return Stream.ofNullable(found.survey())
                .filter(survey -> survey.answered() >= least)
                .map(Views::views)
                .flatMap(List::stream)
                .map(view -> line(view, least))
                .toList();
    }

    private static Line line(View view, int least) {
        var counts = view.inThree();
        var tells = counts.stream().anyMatch(many -> many > 0 && many < least)
                || counts.stream().filter(many -> many > 0).count() < 2;
        var shown = counts.stream()
                .map(many -> tells ? OptionalLong.empty() : OptionalLong.of(many))
                .toList();
        return new Line(view.question(), shown.get(0), shown.get(1), shown.get(2));
    }

    record Row(UUID id, String area, int inhabitants, OptionalLong all, OptionalLong online, OptionalLong paper) {}

    record Reject(String key, OptionalLong many) {}

    record Line(String question, OptionalLong disagree, OptionalLong between, OptionalLong agree) {}
}
