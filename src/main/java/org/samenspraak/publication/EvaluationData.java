package org.samenspraak.publication;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.publication.DataSet.Rows;
import org.samenspraak.wijkbudget.PublicEvaluation.Evaluation;
import org.samenspraak.wijkbudget.PublicEvaluations;
import org.samenspraak.wijkbudget.PublicRound;
import org.samenspraak.wijkbudget.PublicRounds;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How rounds of the neighbourhood budget went, as open data: the numbers of the page, and no other. */
@Component
@Order(5)
class EvaluationData implements DataSource {

    private static final int PIECE = 200;

    private final PublicRounds rounds;
    private final PublicEvaluations evaluations;
    private final PublicationSettings settings;

    EvaluationData(PublicRounds rounds, PublicEvaluations evaluations, PublicationSettings settings) {
        this.rounds = rounds;
        this.evaluations = evaluations;
        this.settings = settings;
    }

    @Override
    public List<DataSet> sets() {
        return List.of(new DataSet(
                "wijkbudget-evaluatie",
                List.of("round", "part", "area_id", "area", "item", "measure", "count", "hidden"),
                this::evaluations));
    }

    private void evaluations(Rows rows) throws IOException {
        for (var piece = rounds.page(null, PIECE);
                !piece.isEmpty();
                piece = rounds.page(piece.get(piece.size() - 1).number(), PIECE)) {
            for (PublicRound.Row round : piece) {
                var found = evaluations.of(round.number());
                if (found.isPresent()) {
                    write(round.number(), found.get(), rows);
                }
            }
        }
    }

    private void write(String round, Evaluation found, Rows rows) throws IOException {
        var least = settings.least();
        var figures = found.figures();
        for (var one : figures.way()) {
            row(rows, round, "way", null, null, null, one.key(), OptionalLong.of(one.many()));
        }
        for (var one : EvaluationCells.voted(figures.voted(), least)) {
            row(rows, round, "voted", one.id(), one.area(), null, "ballots", one.all());
            row(rows, round, "voted", one.id(), one.area(), null, "online", one.online());
            row(rows, round, "voted", one.id(), one.area(), null, "paper", one.paper());
        }
        for (var one : EvaluationCells.rejects(figures.rejects(), least)) {
            row(rows, round, "rejects", null, null, null, one.key(), one.many());
        }
        for (var one : EvaluationCells.views(found, least)) {
            row(rows, round, "survey", null, null, one.question(), "disagree", one.disagree());
            row(rows, round, "survey", null, null, one.question(), "between", one.between());
            row(rows, round, "survey", null, null, one.question(), "agree", one.agree());
        }
        for (var one : figures.reach()) {
            for (var cell : one.cells()) {
                row(rows, round, "reach", one.id(), one.area(), cell.group(), "times", OptionalLong.of(cell.times()));
            }
        }
    }

    private static void row(
            Rows rows,
            String round,
            String part,
            @Nullable UUID areaId,
            @Nullable String area,
            @Nullable String item,
            String measure,
            OptionalLong count)
            throws IOException {
        var shown = count.isPresent() ? count.getAsLong() : null;
        rows.row(round, part, areaId, area, item, measure, shown, count.isEmpty());
    }
}
