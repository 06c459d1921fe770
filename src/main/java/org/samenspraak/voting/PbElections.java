package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.samenspraak.kernel.Refusal;

/** Reads the election out of a {@code .pb} file; what is wrong is said with its line. */
public final class PbElections {

    static final String RANKING = "ranking_";

    private final Pb file;
    private final List<Project> projects;

    private PbElections(Pb file) {
        this.file = file;
        this.projects = projects(file.projects());
    }

    /** @throws Refusal when something that decides is missing, or can't be understood */
    public static Election of(Pb file) {
        var read = new PbElections(file);
        var type = type(file);
        return Election.of(
                file.money("budget").orElseThrow(() -> new Refusal("voting.pb.no-key", "budget")),
                read.projects,
                new PbVotes(file, type, read.projects).ballots(),
                read.rules(type),
                PbRules.read(file));
    }

    /** The lines of ballots that don't count, as they break the rules of the vote. */
    static List<Integer> broken(Pb file, Election election) {
        var ballots = new PbVotes(file, type(file), election.projects()).ballots();
        return IntStream.range(0, ballots.size())
                .filter(it -> election.rules()
                        .broken(ballots.get(it), election.projects())
                        .isPresent())
                .mapToObj(it -> file.votes().rows().get(it).line())
                .toList();
    }

    private static String type(Pb file) {
        var type = file.needed("vote_type").toLowerCase(Locale.ROOT);
        if (!PbVotes.TYPES.contains(type)) {
            throw new Refusal("voting.pb.vote-type", type);
        }
        return type;
    }

    private BallotRules rules(String type) {
        var cost = new Range(
                file.money("min_sum_cost").orElse(0L),
                file.money("max_sum_cost").orElse(Long.MAX_VALUE));
        if (type.equals("ordinal")) {
            // the points on it follow from the order, and are no choice of the voter
            return new BallotRules(range("min_length", "max_length"), cost, Range.ANY, Range.ANY);
        }
        return new BallotRules(
                type.equals("choose-1") ? Range.upTo(1) : range("min_length", "max_length"),
                cost,
                range("min_points", "max_points"),
                range("min_sum_points", "max_sum_points"));
    }

    private Range range(String least, String most) {
        return new Range(
                file.number(least).orElse(Long.MIN_VALUE), file.number(most).orElse(Long.MAX_VALUE));
    }

    private static List<Project> projects(Pb.Table table) {
        var id = table.needed("project_id");
        var cost = table.needed("cost");
        var name = table.column("name");
        var supporters = table.column("supporters");
        var rankings = rankings(table);
        var lines = new HashMap<String, Integer>();
        var projects = new ArrayList<Project>();
        for (var row : table.rows()) {
            if (!Project.isId(id.of(row))) {
                throw new Refusal("voting.pb.no-id", row.line());
            }
            if (lines.putIfAbsent(id.of(row), row.line()) != null) {
                throw new Refusal("voting.pb.project-twice", row.line(), id.of(row));
            }
            projects.add(new Project(
                    id.of(row),
                    filled(name, row).orElse(id.of(row)),
                    cents(row, cost.of(row)),
                    filled(supporters, row).map(it -> count(row, it)).orElse(0L),
                    points(rankings, row)));
        }
        return projects;
    }

    private static Map<String, Pb.Column> rankings(Pb.Table table) {
        var rankings = new TreeMap<String, Pb.Column>();
        for (var name : table.columns()) {
            var key = name.toLowerCase(Locale.ROOT);
            if (key.startsWith(RANKING)) {
                rankings.put(key.substring(RANKING.length()), table.needed(key));
            }
        }
        return rankings;
    }

    private static Map<String, Fraction> points(Map<String, Pb.Column> rankings, Pb.Row row) {
        var points = new TreeMap<String, Fraction>();
        rankings.forEach((ranking, column) ->
                filled(Optional.of(column), row).ifPresent(it -> points.put(ranking, fraction(row, it))));
        return points;
    }

    private static Optional<String> filled(Optional<Pb.Column> column, Pb.Row row) {
        return column.map(it -> it.of(row)).filter(Pb::isFilled);
    }

    private static long cents(Pb.Row row, String text) {
        try {
            return Money.cents(text);
        } catch (NumberFormatException e) {
            throw new Refusal("voting.pb.no-amount", row.line(), text);
        }
    }

    private static long count(Pb.Row row, String text) {
        try {
            return fraction(row, text).whole();
        } catch (ArithmeticException e) {
            throw new Refusal("voting.pb.no-number", row.line(), text);
        }
    }

    static Fraction fraction(Pb.Row row, String text) {
        try {
            return Fraction.parse(text);
        } catch (NumberFormatException e) {
            throw new Refusal("voting.pb.no-number", row.line(), text);
        }
    }
}
