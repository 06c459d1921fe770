package org.samenspraak.publication;

import java.io.IOException;
import java.util.List;
import org.samenspraak.publication.DataSet.Rows;
import org.samenspraak.wijkbudget.PublicPoints;
import org.samenspraak.wijkbudget.PublicRounds;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What juries and panels of the neighbourhood budget gave, as open data. */
@Component
@Order(6)
class PanelData implements DataSource {

    private static final int PIECE = 200;

    private static final List<String> POINTS = List.of("round", "area_id", "project", "member", "criterion", "points");

    private final PublicRounds rounds;
    private final PublicPoints points;

    PanelData(PublicRounds rounds, PublicPoints points) {
        this.rounds = rounds;
        this.points = points;
    }

    @Override
    public List<DataSet> sets() {
        return List.of(new DataSet("wijkbudget-punten", POINTS, this::points));
    }

    private void points(Rows rows) throws IOException {
        for (var piece = rounds.page(null, PIECE);
                !piece.isEmpty();
                piece = rounds.page(piece.get(piece.size() - 1).number(), PIECE)) {
            for (var round : piece) {
                for (var line : points.of(round.number())) {
                    rows.row(
                            round.number(),
                            line.area(),
                            line.project(),
                            line.member(),
                            line.criterion(),
                            line.points());
                }
            }
        }
    }
}
