package org.samenspraak.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samenspraak.insight.Counts.Lead;
import org.samenspraak.insight.Figure.Bar;
import org.samenspraak.insight.Figure.Cell;
import org.samenspraak.insight.Figure.Row;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How long cases and steps took that were finished in a quarter, and how many within their term. */
@Component
@Order(20)
class LeadFigures implements Figures {

    private final Counts counts;
    private final Trajectories trajectories;

    LeadFigures(Counts counts, Trajectories trajectories) {
        this.counts = counts;
        this.trajectories = trajectories;
    }

    @Override
    public List<Figure> of(Scope scope, Locale locale) {
        var quarter = Quarter.parse(scope.quarter(), Quarter.of(LocalDate.EPOCH));
        var leads = counts.leads(quarter, scope.trajectory(), scope.ids());
        var names = trajectories.names(locale);
        var steps = trajectories.steps(locale);
        return List.of(
                new Figure(
                        "lead",
                        List.of("insight.closed", "insight.median", "insight.ninetieth"),
                        leads.stream()
                                .filter(it -> it.element().isEmpty())
                                .map(it -> new Row(
                                        names.getOrDefault(it.trajectory(), it.trajectory()),
                                        null,
                                        cells(it, list(scope, it, "status=CLOSED")),
                                        bar(it)))
                                .toList()),
                new Figure(
                        "steps",
                        List.of("insight.done", "insight.median", "insight.ninetieth", "insight.in-time"),
                        leads.stream()
                                .filter(it -> !it.element().isEmpty())
                                .map(it -> step(
                                        it,
                                        steps.getOrDefault(it.process() + "." + it.element(), it.element()),
                                        names.getOrDefault(it.trajectory(), it.trajectory()),
                                        scope))
                                .toList()));
    }

    private static Row step(Lead lead, String name, String trajectory, Scope scope) {
        var cells = new ArrayList<>(cells(lead, list(scope, lead, "step=" + lead.process() + "." + lead.element())));
        cells.add(new Cell(
                lead.withTerm() == 0 ? Optional.empty() : Optional.of(100 * lead.inTime() / lead.withTerm()),
                "%",
                null));
        return new Row(name, trajectory, cells, bar(lead));
    }

    private static Bar bar(Lead lead) {
        return new Bar(lead.ninetieth(), lead.median(), false);
    }

    private static List<Cell> cells(Lead lead, String url) {
        return List.of(Cell.of(lead.cases(), url), Cell.of(lead.median(), null), Cell.of(lead.ninetieth(), null));
    }

    private static String list(Scope scope, Lead lead, String more) {
        return new Scope(scope.quarter(), lead.trajectory(), scope.area(), scope.areas())
                .cases(more + "&quarter=" + scope.quarter());
    }
}
