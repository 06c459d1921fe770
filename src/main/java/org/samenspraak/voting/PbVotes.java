package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samenspraak.kernel.Refusal;

/** Reads the ballots of a {@code .pb} file. A project that stands on a ballot twice counts where it stands first. */
final class PbVotes {

    static final Set<String> TYPES = Set.of("approval", "choose-1", "ordinal", "cumulative", "scoring");

    private static final String ORDINAL = "ordinal";

    /** A default score puts every project on every ballot, however short its line is. */
    private static final long MOST_MARKS = 20_000_000;

    private final Pb file;
    private final String type;
    private final Map<String, Integer> projects = new HashMap<>();
    private final Map<Mark, Mark> marks = new HashMap<>();
    private final Pb.Column vote;
    private final Optional<Pb.Column> points;
    private final int first;
    private final int unnamed;

    PbVotes(Pb file, String type, List<Project> projects) {
        this.file = file;
        this.type = type;
        projects.forEach(it -> this.projects.put(it.id(), this.projects.size()));
        this.vote = file.votes().needed("vote");
        this.points = switch (type) {
            case "cumulative", "scoring" -> Optional.of(file.votes().needed("points"));
            case ORDINAL -> file.votes().column("points");
            default -> Optional.empty();
        };
        // Borda, as PaBuLib has it: the first gets as many points as there can be projects on a ballot
        this.first =
                (int) Math.max(0, Math.min(file.number("max_length").orElse((long) projects.size()), projects.size()));
        this.unnamed = type.equals("scoring") ? (int) defaultScore(file) : 0;
    }

    private static long defaultScore(Pb file) {
        var score = file.number("default_score").orElse(0L);
        if (Math.abs(score) > Mark.MOST_POINTS) {
            throw new Refusal("voting.pb.key-no-number", "default_score", score);
        }
        return score;
    }

    List<Ballot> ballots() {
        if (unnamed != 0 && (long) file.votes().rows().size() * projects.size() > MOST_MARKS) {
            throw new Refusal("voting.pb.default-score", MOST_MARKS);
        }
        refuseTwice();
        return file.votes().rows().stream().map(this::ballot).toList();
    }

    /** Of two ballots of one voter nobody knows which one counts. */
    private void refuseTwice() {
        var lines = new HashMap<String, Integer>();
        file.votes().column("voter_id").ifPresent(voter -> file.votes().rows().forEach(row -> {
            var before = Pb.isFilled(voter.of(row)) ? lines.putIfAbsent(voter.of(row), row.line()) : null;
            if (before != null) {
                throw new Refusal("voting.pb.voter-twice", row.line(), voter.of(row), before);
            }
        }));
    }

    private Ballot ballot(Pb.Row row) {
        var given = new LinkedHashMap<Integer, Integer>();
        var names = list(vote.of(row));
        // an order says enough where a ballot has no points of its own
        var numbers = points.map(it -> list(it.of(row))).filter(it -> !type.equals(ORDINAL) || !it.isEmpty());
        if (numbers.isPresent() && numbers.get().size() != names.size()) {
            throw new Refusal(
                    "voting.pb.points-differ",
                    row.line(),
                    names.size(),
                    numbers.get().size());
        }
        for (var i = 0; i < names.size(); i++) {
            var project = projects.get(names.get(i));
            if (project == null) {
                throw new Refusal("voting.pb.unknown-project", row.line(), names.get(i));
            }
            var at = i;
            given.putIfAbsent(
                    project, numbers.map(it -> points(row, it.get(at))).orElseGet(() -> place(given.size())));
        }
        if (unnamed != 0) {
            projects.values().forEach(it -> given.putIfAbsent(it, unnamed));
        }
        var found = new ArrayList<Mark>();
        given.forEach((project, number) -> found.add(once(new Mark(project, number))));
        return new Ballot(found);
    }

    /** Points of a ballot without numbers. */
    private int place(int before) {
        return type.equals(ORDINAL) ? Math.max(0, first - before) : 1;
    }

    /** The same marks stand on very many ballots. */
    private Mark once(Mark mark) {
        return marks.computeIfAbsent(mark, it -> it);
    }

    private static int points(Pb.Row row, String text) {
        try {
            var points = PbElections.fraction(row, text).whole();
            if (Math.abs(points) > Mark.MOST_POINTS) {
                throw new Refusal("voting.pb.points-large", row.line(), Mark.MOST_POINTS);
            }
            return (int) points;
        } catch (ArithmeticException e) {
            throw new Refusal("voting.pb.points-broken", row.line(), text);
        }
    }

    private static List<String> list(String field) {
        if (!Pb.isFilled(field)) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (var part : field.split(",")) {
            if (!part.isBlank()) {
                names.add(part.strip());
            }
        }
        return names;
    }
}
