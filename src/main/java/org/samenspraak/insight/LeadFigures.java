package org.samenspraak.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                        scope.quarter(),
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
                        scope.quarter(),
                        List.of(
                                "insight.done",
                                "insight.median",
                                "insight.ninetieth",
                                "insight.allowed",
                                "insight.in-time",
                                "insight.too-late"),
                        leads.stream()
                                .filter(it -> !it.element().isEmpty())
                                .map(it -> step(
                                        it,
                                        steps.getOrDefault(it.process() + "." + it.element(), it.element()),
                                        names.getOrDefault(it.trajectory(), it.trajectory()),
                                        scope))
                                .toList()),
                late(scope, steps, names));
    }

    private static Row step(Lead lead, String name, String trajectory, Scope scope) {
        var url = list(scope, lead, "step=" + lead.process() + "." + lead.element());
        var cells = new ArrayList<>(cells(lead, url));
        cells.add(new Cell(Optional.ofNullable(lead.allowed()), "", null));
        cells.add(new Cell(
                lead.withTerm() == 0 ? Optional.empty() : Optional.of(100 * lead.inTime() / lead.withTerm()),
                "%",
                null));
        cells.add(Cell.of(lead.withTerm() - lead.inTime(), url + "&due=late"));
        return new Row(name, trajectory, cells, bar(lead));
    }

    /** What still runs is in no lead time yet. */
    private Figure late(Scope scope, Map<String, String> steps, Map<String, String> names) {
        var rows = counts.late(scope.trajectory(), scope.ids()).stream().map(it -> {
            var step = it.process() + "." + it.element();
            var url = scope.of(it.trajectory()).cases("status=OPEN&due=late&step=" + step);
            return new Row(
                    steps.getOrDefault(step, it.element()),
                    names.getOrDefault(it.trajectory(), it.trajectory()),
                    List.of(Cell.of(it.cases(), url)),
                    new Bar(it.cases(), it.cases(), true));
        });
        return new Figure("late-steps", null, List.of("insight.late"), rows.toList());
    }

    private static Bar bar(Lead lead) {
        return new Bar(lead.ninetieth(), lead.median(), false);
    }

    private static List<Cell> cells(Lead lead, String url) {
        return List.of(Cell.of(lead.cases(), url), Cell.of(lead.median(), null), Cell.of(lead.ninetieth(), null));
    }

    private static String list(Scope scope, Lead lead, String more) {
        return scope.of(lead.trajectory()).cases(more + "&quarter=" + scope.quarter());
    }
}
