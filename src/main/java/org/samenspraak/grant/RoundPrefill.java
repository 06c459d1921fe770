package org.samenspraak.grant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.RegulationView;
import org.springframework.stereotype.Component;

/** What the form of a new round knows: the regulations and years to choose from, how the days lie for each, and the councils. */
@Component
class RoundPrefill implements Prefill {

    private static final int SHOWN = 100;

    private final RoundDates days;
    private final Rounds rounds;
    private final GrantWords words;

    RoundPrefill(RoundDates days, Rounds rounds, GrantWords words) {
        this.days = days;
        this.rounds = rounds;
        this.words = words;
    }

    @Override
    public String source() {
        return "round";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return false;
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        var choices = days.choices();
        var usual = days.inForce();
        return Map.of(
                "regulations",
                choices.stream().map(RoundPrefill::choice).toList(),
                "regulation",
                usual.name(),
                "plans",
                plans(choices),
                "year",
                days.nextYear(usual));
    }

    private String names(List<String> councils) {
        var names = String.join("\n", councils.subList(0, Math.min(SHOWN, councils.size())));
        return councils.size() > SHOWN ? words.say("grant.round.more", names) : names;
    }

    private static Map<String, Object> choice(RegulationView one) {
        return Map.of("value", one.id().name(), "label", one.title() + " (" + one.id() + ")");
    }

    /** One for each regulation and year; its {@code rules} and {@code closes} say which. */
    private List<Map<String, Object>> plans(List<RegulationView> choices) {
        var plans = new ArrayList<Map<String, Object>>();
        var left = new HashMap<Integer, List<String>>();
        for (var one : choices) {
            for (var year : days.years(one.id())) {
                var names = left.computeIfAbsent(year, rounds::toInviteByName);
                var runs = rounds.running(year, one.id().name());
                plans.add(Map.of(
                        "rules",
                        one.id().name(),
                        "closes",
                        year,
                        "days",
                        String.join("\n", days.lines(one.id(), year)),
                        "late",
                        days.isLate(one.id(), year),
                        "many",
                        names.size(),
                        "names",
                        names(names),
                        "runs",
                        runs.isEmpty() ? "" : words.say("grant.round.runs", year, String.join(", ", runs))));
            }
        }
        return plans;
    }
}
