package org.samenspraak.wijkbudget;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.forms.Prefill;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.BudgetRounds.Round;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** What the forms of a round know already. */
@Component
class BudgetPrefill implements Prefill {

    /** The organ decides after the last of these: on what the office prepared, and the committee advised on. */
    private static final Set<String> BEFORE_DECISION = Set.of(BudgetRound.TRAJECTORY, "wijkbudget-method-advice");

    private final BudgetRounds rounds;
    private final BudgetAreas areas;
    private final RoundRules rules;
    private final PhasePlan plan;
    private final Cases cases;
    private final Submissions submissions;
    private final BudgetWords words;
    private final Dates dates;

    BudgetPrefill(
            BudgetRounds rounds,
            BudgetAreas areas,
            RoundRules rules,
            PhasePlan plan,
            Cases cases,
            Submissions submissions,
            BudgetWords words,
            Dates dates) {
        this.rounds = rounds;
        this.areas = areas;
        this.rules = rules;
        this.plan = plan;
        this.cases = cases;
        this.submissions = submissions;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String source() {
        return "wijkbudget";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return trajectory.equals(BudgetRound.TRAJECTORY);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        return caseId == null
                ? ofNewRound()
                : rounds.find(caseId).map(this::ofRound).orElseGet(Map::of);
    }

    /** The regulations to choose from; the usual one is chosen. */
    private Map<String, Object> ofNewRound() {
        var choices = rules.choices();
        return Map.of(
                "regulations",
                choices.stream()
                        .map(one -> Map.of("value", one.id().name(), "label", one.title() + " (" + one.id() + ")"))
                        .toList(),
                "regulation",
                choices.get(0).id().name());
    }

    private Map<String, Object> ofRound(Round round) {
        var known = new HashMap<String, Object>();
        var shares = areas.of(round.caseId());
        var regulation = cases.get(round.caseId()).regulation();
        known.put("summary", summary(round, shares));
        known.put("ruleRows", ruleRows(regulation));
        known.put("dayRows", dayRows(regulation, round));
        known.put("reachRows", reachRows(shares));
        known.put("opens", round.opens().toString());
        submissions.of(round.caseId()).stream()
                .filter(row -> BEFORE_DECISION.contains(row.formId()))
                .findFirst()
                .ifPresent(row -> known.put("readyOn", dates.local(row.at()).toString()));
        known.put("standing", words.phases(rounds.phases(round.caseId())));
        var advice = submissions.latest(round.caseId(), "wijkbudget-method-advice");
        var said = advice.map(answers -> answers.text("methodAdvice")).orElse("none");
        known.put("advised", words.say("wijkbudget.method-advice." + said));
        advice.map(answers -> answers.text("methodReason")).ifPresent(why -> known.put("advisedWhy", why));
        if (said.equals("negative")) {
            known.put("against", "yes");
        }
        return known;
    }

    private List<Map<String, String>> ruleRows(RegulationId regulation) {
        return Arrays.stream(RoundRules.Part.values())
                .flatMap(part -> rules.of(regulation, part).stream())
                .map(rule -> Map.of(
                        "name",
                        StringUtils.capitalize(rule.name()),
                        "value",
                        rule.value(),
                        "sentence",
                        rule.sentence()))
                .toList();
    }

    /** As they are to be: nothing is fixed before the round is adopted. */
    private List<Map<String, String>> dayRows(RegulationId regulation, Round round) {
        return plan.from(regulation, round.opens()).stream()
                .map(days -> Map.of("phase", words.phase(days.phase()), "days", words.days(days)))
                .toList();
    }

    private List<Map<String, String>> reachRows(List<Share> shares) {
        return shares.stream()
                .filter(Share::takesPart)
                .map(share -> Map.of(
                        "area",
                        share.name(),
                        "groups",
                        share.reachGroups().stream()
                                .map(group -> words.say("wijkbudget.group." + group))
                                .collect(Collectors.joining(", ")),
                        "how",
                        Objects.requireNonNullElse(share.reach(), "")))
                .toList();
    }

    private String summary(Round round, List<Share> shares) {
        var lines = shares.stream()
                .map(share -> words.say(
                        share.takesPart() ? "wijkbudget.summary.area" : "wijkbudget.summary.later",
                        share.name(),
                        words.euros(share.cents())))
                .collect(Collectors.joining("\n"));
        return words.say(
                        "wijkbudget.summary",
                        round.title(),
                        dates.day(round.opens()),
                        words.euros(round.money().total()))
                + "\n" + lines;
    }
}
