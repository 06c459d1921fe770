package org.samenspraak.publication;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.publication.DataSet.Rows;
import org.samenspraak.publication.YearReports.Outcome;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The figures of the yearly reports as open data, with what they leave out. */
@Component
@Order(2)
class YearData implements DataSource {

    private final YearReports reports;

    YearData(YearReports reports) {
        this.reports = reports;
    }

    @Override
    public List<DataSet> sets() {
        return List.of(new DataSet(
                "jaarcijfers", List.of("year", "figure", "item", "name", "measure", "count", "hidden"), this::years));
    }

    private void years(Rows rows) throws IOException {
        for (int year : reports.years()) {
            var report = reports.of(year);
            for (var figure : report.figures()) {
                figure(year, figure, rows);
            }
            for (var board : report.boards()) {
                for (var score : board.scores()) {
                    for (var outcome : Outcome.values()) {
                        var count = outcome.in(score.counts());
                        rows.row(year, board.of(), score.code(), score.name(), outcome.code(), count, false);
                    }
                }
            }
        }
    }

    private static void figure(int year, YearFigure figure, Rows rows) throws IOException {
        for (var said : figure.said()) {
            rows.row(year, figure.key(), null, null, said.code(), said.number(), false);
        }
        var ofAreas = figure.key().equals("report-areas");
        for (var bar : figure.bars()) {
            var area = ofAreas ? bar.code() : null;
            var name = ofAreas ? bar.name() : null;
            rows.row(year, figure.key(), area, name, ofAreas ? "opened" : bar.code(), count(bar), bar.isHidden());
        }
    }

    private static @Nullable Long count(YearFigure.Bar bar) {
        return bar.isHidden() ? null : bar.count().getAsLong();
    }
}
