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

    /**
     * Nothing of an area where few voted; elsewhere all ballots. The channels of all areas, or of none when one number among them is
     * small: how many voted online is known from their codes, so the others would tell that one.
     */
    static List<Row> voted(List<Voted> rows, int least) {
        var channels = rows.stream()
                .flatMap(row -> SmallCells.hide(List.of(row.online(), row.paper()), least).stream())
                .allMatch(OptionalLong::isPresent);
        return rows.stream().map(row -> voted(row, channels)).toList();
    }

    private static Row voted(Voted row, boolean channels) {
        if (row.isSmall()) {
            var none = OptionalLong.empty();
            return new Row(row.id(), row.area(), row.inhabitants(), none, none, none);
        }
        return new Row(
                row.id(),
                row.area(),
                row.inhabitants(),
                OptionalLong.of(row.all()),
                channels ? OptionalLong.of(row.online()) : OptionalLong.empty(),
                channels ? OptionalLong.of(row.paper()) : OptionalLong.empty());
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
