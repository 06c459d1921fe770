package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Map;
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

    private String line(AreaFile file, List<Line> lines) {
        var chosen = lines.stream()
                .filter(line -> line.area().equals(file.area()) && line.rank() != null)
                .map(line -> line.number() + " " + line.title())
                .collect(Collectors.joining("; "));
        return file.name() + ": " + (chosen.isEmpty() ? words.say("wijkbudget.count.nothing") : chosen);
    }
}
