package org.samenspraak.wijkbudget;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** What the forms about an idea know already; nobody's address. */
@Component
class IdeaPrefill implements Prefill {

    private static final Set<String> RULES =
            Set.of("proposal.age", "proposal.co-initiators", "project.minimum", "project.maximum", "proposal.criteria");

    private final Ideas ideas;
    private final IdeaSupporters supporters;
    private final IdeaIntake intake;
    private final OpenCalls calls;
    private final CohortRows cohort;
    private final IdeaPhotos photos;
    private final Cases cases;
    private final Regulations regulations;
    private final CriteriaNames names;
    private final ParameterTexts texts;
    private final BudgetWords words;
    private final Dates dates;

    IdeaPrefill(
            Ideas ideas,
            IdeaSupporters supporters,
            IdeaIntake intake,
            OpenCalls calls,
            CohortRows cohort,
            IdeaPhotos photos,
            Cases cases,
            Regulations regulations,
            CriteriaNames names,
            ParameterTexts texts,
            BudgetWords words,
            Dates dates) {
        this.ideas = ideas;
        this.supporters = supporters;
        this.intake = intake;
        this.calls = calls;
        this.cohort = cohort;
        this.photos = photos;
        this.cases = cases;
        this.regulations = regulations;
        this.names = names;
        this.texts = texts;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String source() {
        return "idea";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return trajectory.equals(Idea.TRAJECTORY);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        return caseId == null
                ? during(before(regulations.inForce(Idea.TRAJECTORY, dates.today())))
                : ideas.find(caseId).map(this::of).orElseGet(Map::of);
    }

    /** With until when each call is open. */
    private Map<String, Object> during(Map<String, Object> before) {
        var known = new HashMap<>(before);
        var ends = calls.open().stream()
                .map(one -> words.say("wijkbudget.idea.call-until", one.title(), dates.day(one.ends())));
        known.put(
                "rules",
                Stream.concat(ends, Stream.of(String.valueOf(before.get("rules"))))
                        .collect(Collectors.joining("\n")));
        return known;
    }

    /** What who hands one in has to know. */
    private Map<String, Object> before(RegulationId regulation) {
        return Map.of(
                "rules",
                rules(regulation),
                "behind",
                texts.sentence(regulations.get(regulation, "proposal.co-initiators")));
    }

    private String rules(RegulationId regulation) {
        return regulations.parameters(regulation).values().stream()
                .filter(rule -> RULES.contains(rule.key()))
                .map(rule -> rule.key().equals("proposal.criteria")
                        ? names.english(regulation, rule.key()).orElse(rule).value()
                        : texts.sentence(rule))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, Object> of(Idea idea) {
        var known = new HashMap<String, Object>();
        var regulation = cases.get(idea.round()).regulation();
        var behind = supporters.of(idea.caseId()).stream()
                .filter(one -> !one.proposer())
                .toList();
        var confirmed = behind.stream().filter(Idea.Supporter::confirmed).count();
        known.putAll(before(regulation));
        known.put("title", idea.words().title());
        known.put("idea", idea.words().idea());
        known.put("need", idea.words().need());
        known.put("place", idea.words().place());
        var cents = idea.cents();
        known.put("cost", cents == null ? words.say("wijkbudget.idea.no-cost") : words.euros(cents));
        known.put(
                "limits",
                words.say(
                        "wijkbudget.idea.limits",
                        texts.value(regulations.get(regulation, "project.minimum")),
                        texts.value(regulations.get(regulation, "project.maximum"))));
        known.put(
                "supporters",
                words.say("wijkbudget.idea.supporters", confirmed, behind.size(), intake.needed(idea.round())));
        known.put("similar", similar(idea));
        var sent = photos.sent(idea.caseId());
        if (!sent.isEmpty()) {
            known.put("photos", sent.stream().map(Documents.Row::name).collect(Collectors.joining("\n")));
        }
        known.put("reason", Objects.requireNonNullElse(idea.reason(), ""));
        known.put("objection", Objects.requireNonNullElse(idea.objection(), ""));
        return known;
    }

    private String similar(Idea idea) {
        var alike = cohort.similar(idea.caseId());
        return alike.isEmpty()
                ? words.say("wijkbudget.idea.none-similar")
                : alike.stream().map(one -> one.number() + " " + one.title()).collect(Collectors.joining("\n"));
    }
}
