package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samenspraak.voting.Outcome.Verdict;

/**
 * What a file says of its own vote, laid beside the count of its ballots: for whoever wants to know whether the count was right. Decides
 * nothing.
 */
public final class PbClaims {

    private static final int MOST_NAMED = 20;
    private static final String CHOSEN = "1";
    private static final String MORE = "voting.pb.note.more";
    private static final String LESS = "voting.pb.note.less";

    private final Pb file;
    private final Outcome outcome;
    private final List<Step> notes = new ArrayList<>();

    private PbClaims(Pb file, Outcome outcome) {
        this.file = file;
        this.outcome = outcome;
    }

    /** In words; {@code selected} above 1 was chosen outside the count, and says nothing of it. */
    public static List<Step> of(Pb file, Election election, Outcome outcome) {
        var claims = new PbClaims(file, outcome);
        claims.rule(election.rule().method().code());
        claims.number("num_projects", file.projects().rows().size());
        claims.number("num_votes", file.votes().rows().size());
        claims.list("voting.pb.note.ballots", PbElections.broken(file, election));
        claims.list("voting.pb.note.votes", claims.differ("votes", it -> Long.toString(it.votes())));
        claims.list(
                "voting.pb.note.score", claims.differ("score", it -> it.score().toString()));
        claims.chosen();
        return claims.notes;
    }

    /** Whether a note says that the file chose otherwise. */
    static boolean differs(Step note) {
        return note.key().equals(MORE) || note.key().equals(LESS);
    }

    private void rule(String counted) {
        var named = PbRules.code(file);
        if (named.equals(PbRules.UNKNOWN)) {
            notes.add(Step.of("voting.pb.note.no-rule", counted));
        } else if (!named.equals(counted) && !named.equals("greedy-threshold")) {
            notes.add(Step.of("voting.pb.note.rule", named, counted));
        }
    }

    private void number(String key, int found) {
        file.meta(key)
                .filter(it -> !it.equals(Integer.toString(found)))
                .ifPresent(it -> notes.add(Step.of("voting.pb.note.number", key, it, found)));
    }

    private void chosen() {
        var selected = file.projects().column("selected");
        if (selected.isEmpty()) {
            return;
        }
        var missed = differ("selected", it -> it.funded() ? CHOSEN : "0").stream()
                .collect(Collectors.partitioningBy(outcome.funded()::contains));
        list(MORE, missed.getOrDefault(true, List.of()));
        list(LESS, missed.getOrDefault(false, List.of()));
        if (missed.values().stream().allMatch(List::isEmpty)) {
            notes.add(Step.of("voting.pb.note.same"));
        }
    }

    /**
     * The projects of which the file says something else; what it leaves open or chose outside the count is no such thing, nor is the score of
     * what took no part.
     */
    private List<String> differ(String column, Function<Verdict, String> found) {
        var differ = new ArrayList<String>();
        for (var i = 0; i < outcome.verdicts().size(); i++) {
            var row = file.projects().rows().get(i);
            var verdict = outcome.verdicts().get(i);
            said(column, row)
                    .filter(it -> !column.equals("score") || verdict.score().signum() != 0)
                    .filter(it -> !it.equals(found.apply(verdict)))
                    .ifPresent(it -> differ.add(verdict.project()));
        }
        return differ;
    }

    private Optional<String> said(String column, Pb.Row row) {
        return file.projects()
                .column(column)
                .map(it -> it.of(row))
                .filter(Pb::isFilled)
                .filter(it -> !column.equals("selected") || it.equals("0") || it.equals(CHOSEN));
    }

    private void list(String key, List<?> found) {
        if (!found.isEmpty()) {
            var named = found.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", "));
            notes.add(Step.of(key, found.size(), found.size() > MOST_NAMED ? named + ", …" : named));
        }
    }
}
