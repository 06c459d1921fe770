package org.samenspraak.wijkbudget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.CountRows.AreaFile;
import org.samenspraak.wijkbudget.CountRows.Line;
import org.springframework.stereotype.Component;

/** What the form that confirms a count knows already. */
@Component
class CountPrefill implements Prefill {

    private final CountRows counts;
    private final BudgetWords words;

    CountPrefill(CountRows counts, BudgetWords words) {
        this.counts = counts;
        this.words = words;
    }

    @Override
    public String source() {
        return "count";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return trajectory.equals(BudgetRound.TRAJECTORY);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        return caseId == null ? Map.of() : Map.of("result", result(caseId));
    }

    private String result(CaseId round) {
        var files = counts.files(round);
        if (files.isEmpty()) {
            return words.say("wijkbudget.count.none");
        }
        var lines = counts.lines(round);
        return files.stream().map(file -> line(file, lines)).collect(Collectors.joining("\n"));
    }

    /** Who gets money, who gets none, and where projects stood equal. */
    private String line(AreaFile file, List<Line> lines) {
        var chosen = titles(file, lines, line -> line.rank() != null);
        var left = titles(file, lines, line -> line.rank() == null);
        var said = new ArrayList<String>();
        said.add(file.name() + ": " + (chosen.isEmpty() ? words.say("wijkbudget.count.nothing") : chosen));
        if (!left.isEmpty()) {
            said.add(words.say("wijkbudget.count.no-money", left));
        }
        Counting.steps(file.file()).stream()
                .filter(step -> step.key().equals("voting.tie") || step.key().startsWith("voting.tie.by."))
                .map(step -> words.say(step.key(), step.args()))
                .forEach(said::add);
        return String.join("\n", said);
    }

    private static String titles(AreaFile file, List<Line> lines, Predicate<Line> which) {
        return lines.stream()
                .filter(line -> line.area().equals(file.area()))
                .filter(which)
                .map(line -> line.number() + " " + line.title())
                .collect(Collectors.joining("; "));
    }
}
