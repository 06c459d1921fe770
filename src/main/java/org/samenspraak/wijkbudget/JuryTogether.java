package org.samenspraak.wijkbudget;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.voting.Jury;
import org.samenspraak.wijkbudget.Candidates.Candidate;
import org.samenspraak.wijkbudget.JuryScores.Juror;
import org.springframework.stereotype.Component;

/** What the members of a jury or panel give together: of sheets that count, and which don't count yet. */
@Component
class JuryTogether {

    private final JuryScores scores;
    private final BudgetWords words;

    JuryTogether(JuryScores scores, BudgetWords words) {
        this.scores = scores;
        this.words = words;
    }

    /** A line for each project with how far members are apart, one for who is left out of it, and one for each sheet that does not count yet. */
    List<String> told(CaseId round, List<Candidate> projects, List<Jury.Criterion> criteria) {
        var jurors = scores.jurors(round);
        var lines = new ArrayList<String>();
        var counting = jurors.stream()
                .filter(juror -> whyNot(round, juror, projects, criteria) == null)
                .toList();
        scores.told(round, projects, criteria, counting).stream()
                .map(one -> words.say(
                        "wijkbudget.jury.line",
                        one.project(),
                        one.members(),
                        one.score().nearest(2),
                        one.lowest().nearest(2),
                        one.highest().nearest(2)))
                .forEach(lines::add);
        projects.forEach(project -> leftOut(round, project, jurors, lines));
        jurors.forEach(juror -> {
            var why = whyNot(round, juror, projects, criteria);
            if (why != null) {
                lines.add(words.say("wijkbudget.jury.not-counted", juror.label(), why));
            }
        });
        return lines;
    }

    private void leftOut(CaseId round, Candidate project, List<Juror> jurors, List<String> lines) {
        var names = jurors.stream()
                .filter(juror -> scores.of(round, juror.id()).conflicts().contains(project.id()))
                .map(Juror::label)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            lines.add(words.say("wijkbudget.jury.left-out", project.number(), names));
        }
    }

    /** None for a sheet that counts. */
    private @Nullable String whyNot(
            CaseId round, Juror juror, List<Candidate> projects, List<Jury.Criterion> criteria) {
        if (juror.keptBy() == null) {
            return words.say("wijkbudget.jury.none-yet");
        }
        var missing = scores.missing(round, juror.id(), projects, criteria);
        if (!missing.isEmpty()) {
            return words.say("wijkbudget.jury.incomplete", missing);
        }
        return juror.isUnconfirmed() ? words.say("wijkbudget.jury.unconfirmed") : null;
    }
}
