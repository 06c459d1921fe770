package org.samenspraak.wijkbudget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Jury.Criterion;
import org.samenspraak.wijkbudget.Candidates.Candidate;
import org.samenspraak.wijkbudget.JuryScores.Given;

/**
 * Points as somebody typed them.
 *
 * @param wrong each field that has no points of its criterion
 */
record JurySheet(Given given, List<Refusal> wrong) {

    /** @param typed points by {@code p-<number of the project>-<place of the criterion>}, and {@code c-<number>} for an interest */
    static JurySheet read(List<Candidate> projects, List<Criterion> criteria, Map<String, String> typed) {
        var sheet = new JurySheet(new Given(new HashMap<>(), new HashSet<>()), new ArrayList<>());
        for (var project : projects) {
            if (typed.containsKey("c-" + project.number())) {
                sheet.given.conflicts().add(project.id());
                continue;
            }
            for (var at = 0; at < criteria.size(); at++) {
                var field = "p-" + project.number() + "-" + at;
                sheet.take(
                        project,
                        criteria.get(at),
                        field,
                        typed.getOrDefault(field, "").strip());
            }
        }
        return sheet;
    }

    private void take(Candidate project, Criterion criterion, String field, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > criterion.most()) {
            wrong.add(Refusal.of(
                    field,
                    "wijkbudget.jury.refusal.points",
                    text,
                    project.number(),
                    criterion.name(),
                    criterion.most()));
            return;
        }
        given.points()
                .computeIfAbsent(project.id(), any -> new HashMap<>())
                .put(criterion.name(), Integer.valueOf(text));
    }
}
