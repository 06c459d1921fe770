package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes an election and its outcome as a {@code .pb} file from which anybody can count again. Ballots stand in an order that follows
 * from what is on them, with a number each, and say nothing of the voter or of the time.
 */
public final class PbExport {

    private final Election election;
    private final boolean approval;

    private PbExport(Election election) {
        this.election = election;
        this.approval = election.ballots().keySet().stream()
                .flatMap(it -> it.marks().stream())
                .allMatch(it -> it.points() == 1);
    }

    /** @param about keys that say what it is: description, country, unit, instance, dates */
    public static Pb of(Election election, Outcome outcome, List<Pb.Entry> about) {
        var export = new PbExport(election);
        return new Pb(export.meta(about), export.projects(outcome), export.votes());
    }

    private List<Pb.Entry> meta(List<Pb.Entry> about) {
        var meta = new ArrayList<>(about);
        var voters = election.ballots().values().stream().mapToLong(it -> it).sum();
        meta.add(new Pb.Entry(
                "num_projects", Integer.toString(election.projects().size())));
        meta.add(new Pb.Entry("num_votes", Long.toString(voters)));
        meta.add(new Pb.Entry("budget", Money.text(election.budget())));
        meta.add(new Pb.Entry("vote_type", approval ? "approval" : "scoring"));
        meta.addAll(PbRules.write(election.rule()));
        var rules = election.rules();
        range(meta, "length", rules.projects(), false);
        range(meta, "sum_cost", rules.cost(), true);
        range(meta, "points", rules.points(), false);
        range(meta, "sum_points", rules.sum(), false);
        return meta;
    }

    private static void range(List<Pb.Entry> meta, String name, Range range, boolean isMoney) {
        if (range.least() > Long.MIN_VALUE) {
            meta.add(new Pb.Entry("min_" + name, number(range.least(), isMoney)));
        }
        if (range.most() < Long.MAX_VALUE) {
            meta.add(new Pb.Entry("max_" + name, number(range.most(), isMoney)));
        }
    }

    private static String number(long value, boolean isMoney) {
        return isMoney ? Money.text(value) : Long.toString(value);
    }

    private Pb.Table projects(Outcome outcome) {
        var rankings = election.projects().stream()
                .flatMap(it -> it.rankings().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var columns =
                new ArrayList<>(List.of("project_id", "cost", "votes", "score", "name", "selected", "supporters"));
        rankings.forEach(it -> columns.add(PbElections.RANKING + it));
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < election.projects().size(); i++) {
            var project = election.projects().get(i);
            var verdict = outcome.verdicts().get(i);
            var row = new ArrayList<>(List.of(
                    project.id(),
                    Money.text(project.cost()),
                    Long.toString(verdict.votes()),
                    verdict.score().toString(),
                    project.name(),
                    verdict.funded() ? "1" : "0",
                    Long.toString(project.supporters())));
            rankings.forEach(it -> row.add(
                    project.rankings().containsKey(it)
                            ? project.rankings().get(it).toString()
                            : ""));
            rows.add(row);
        }
        return table(columns, rows);
    }

    private Pb.Table votes() {
        var rows = new ArrayList<List<String>>();
        election.ballots().forEach((ballot, number) -> {
            for (var i = 0; i < number; i++) {
                var row = new ArrayList<>(List.of(Integer.toString(rows.size() + 1), names(ballot)));
                if (!approval) {
                    row.add(ballot.marks().stream()
                            .map(it -> Integer.toString(it.points()))
                            .collect(Collectors.joining(",")));
                }
                rows.add(row);
            }
        });
        return table(approval ? List.of("voter_id", "vote") : List.of("voter_id", "vote", "points"), rows);
    }

    private String names(Ballot ballot) {
        return ballot.marks().stream()
                .map(it -> election.projects().get(it.project()).id())
                .collect(Collectors.joining(","));
    }

    /** Lines are those of the table: where it begins in the file is not known yet. */
    private static Pb.Table table(List<String> columns, List<List<String>> rows) {
        var numbered = new ArrayList<Pb.Row>();
        rows.forEach(it -> numbered.add(new Pb.Row(numbered.size() + 1, it)));
        return new Pb.Table(columns, numbered);
    }
}
