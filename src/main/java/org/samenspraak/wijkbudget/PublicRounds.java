package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.voting.Step;
import org.samenspraak.web.Dates;
import org.samenspraak.web.Masks;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.PublicRoundRows.Made;
import org.samenspraak.wijkbudget.PublicRoundRows.Origin;
import org.samenspraak.wijkbudget.PublicRoundRows.Published;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds of the neighbourhood budget, for public pages: from the day that a round is adopted, and never a person. */
@Service
public class PublicRounds {

    /** What nobody decided stands as received; so does what was decided and not told yet. */
    private static final String RECEIVED = "IN";

    /** What the organ decided, and what follows of it, stays unknown until everybody was told. */
    private static final Set<String> DECIDED = Set.of("CHOSEN", "LEFT", "RUNNING", "DONE");

    /** Everybody may know why it goes no further. */
    private static final Set<String> WITH_REASON = Set.of("INFEASIBLE", "STOPPED");

    private final PublicRoundRows rows;
    private final BudgetRounds rounds;
    private final BudgetAreas areas;
    private final BudgetMoney money;
    private final RoundRules rules;
    private final RoundStops stops;
    private final Cases cases;
    private final Submissions submissions;
    private final BudgetWords words;
    private final Dates dates;

    PublicRounds(
            PublicRoundRows rows,
            BudgetRounds rounds,
            BudgetAreas areas,
            BudgetMoney money,
            RoundRules rules,
            RoundStops stops,
            Cases cases,
            Submissions submissions,
            BudgetWords words,
            Dates dates) {
        this.rows = rows;
        this.rounds = rounds;
        this.areas = areas;
        this.money = money;
        this.rules = rules;
        this.stops = stops;
        this.cases = cases;
        this.submissions = submissions;
        this.words = words;
        this.dates = dates;
    }

    /** The newest first, after the number that the last page ended with. */
    @Transactional(readOnly = true)
    public List<PublicRound.Row> page(@Nullable String after, int limit) {
        return rows.page(after, limit);
    }

    /**
     * Phases that began, the newest first.
     *
     * @param area of rounds in which it takes part, or an area inside it does; none for all
     */
    @Transactional(readOnly = true)
    public List<PublicRound.Begun> begun(@Nullable UUID area, int limit) {
        return rows.begun(area, limit);
    }

    /** In the reader's language; none for a round that is not adopted. */
    @Transactional
    public Optional<PublicRound> find(String number) {
        return rows.find(number).map(this::round);
    }

    private PublicRound round(PublicRound.Row row) {
        var id = new CaseId(row.id());
        var regulation = cases.get(id).regulation();
        var shares = areas.of(id);
        var steps = money.steps(rounds.get(id).money(), shares);
        var locked = rules.locked(id);
        var moves = rows.moves(id);
        return new PublicRound(
                row.number(),
                row.title(),
                row.opens(),
                row.phase(),
                row.standing(),
                row.cents(),
                regulation.name(),
                rules.title(regulation),
                regulation.version(),
                words.say(steps.get(0).key(), steps.get(0).args()),
                shares(shares, steps),
                phases(id, moves),
                moves,
                Arrays.stream(RoundRules.Part.values())
                        .map(part -> new PublicRound.Rules(
                                part.code(),
                                locked.contains(part),
                                rules.of(regulation, part).stream()
                                        .map(PublicRounds::rule)
                                        .toList()))
                        .toList(),
                adoption(id),
                stopped(id));
    }

    private PublicRound.@Nullable Stopped stopped(CaseId round) {
        var reason = rounds.get(round).stoppedReason();
        var closed = cases.get(round).closedAt();
        if (reason == null || closed == null) {
            return null;
        }
        var decided = stops.proposed(round);
        return new PublicRound.Stopped(
                dates.local(closed),
                masks(rows.behindProjects(round)).of(reason),
                decided.map(RoundStops.Proposal::decision).orElse(null),
                decided.map(RoundStops.Proposal::decidedOn).orElse(null));
    }

    private PublicRound.Adoption adoption(CaseId round) {
        var advice = submissions.latest(round, "wijkbudget-method-advice");
        var decision = submissions.latest(round, "wijkbudget-adopt");
        return new PublicRound.Adoption(
                advice.map(answers -> answers.text("methodAdvice")).orElse("none"),
                masked(advice, "methodReason"),
                decision.map(answers -> answers.text("decisionNumber")).orElse(null),
                decision.map(answers -> answers.text("decisionDate"))
                        .map(LocalDate::parse)
                        .orElse(null),
                masked(decision, "decisionReason"));
    }

    private @Nullable String masked(Optional<Answers> answers, String key) {
        return answers.map(one -> one.text(key))
                .filter(text -> !text.isBlank())
                .map(masks(List.of())::of)
                .orElse(null);
    }

    private List<PublicRound.Days> phases(CaseId round, List<PublicRound.Move> moves) {
        return rounds.phases(round).stream()
                .map(days -> new PublicRound.Days(
                        days.phase().code(), days.begins(), days.ends(), movesUpTo(days.phase(), moves)))
                .toList();
    }

    /** A phase moves with those before it. */
    private static int movesUpTo(Phase phase, List<PublicRound.Move> moves) {
        return (int) moves.stream()
                .filter(move -> Phase.of(move.phase()).compareTo(phase) <= 0)
                .count();
    }

    private static PublicRound.Rule rule(RoundRules.RuleView rule) {
        return new PublicRound.Rule(
                rule.name(), rule.value(), rule.typed(), rule.sentence(), rule.article(), rule.reason());
    }

    private List<PublicRound.Area> shares(List<Share> shares, List<Step> steps) {
        var all = new ArrayList<PublicRound.Area>();
        for (int at = 0; at < shares.size(); at++) {
            var share = shares.get(at);
            all.add(new PublicRound.Area(
                    share.area().value(),
                    share.name(),
                    share.inhabitants(),
                    share.vulnerable(),
                    share.counted(),
                    share.assumed(),
                    share.takesPart(),
                    share.cents(),
                    money.why(steps.get(1 + at), share),
                    share.reachGroups(),
                    share.reach()));
        }
        return all;
    }

    /** By number, of one area or of all; after the number that the last page ended with. */
    @Transactional(readOnly = true)
    public List<PublicRound.IdeaRow> ideas(String round, @Nullable UUID area, @Nullable String after, int limit) {
        return rows.find(round)
                .map(row -> told(rows.ideas(new CaseId(row.id()), area, after, limit)))
                .orElseGet(List::of);
    }

    @Transactional(readOnly = true)
    public Optional<PublicRound.IdeaRow> idea(String round, String number) {
        return rows.find(round)
                .flatMap(row -> rows.idea(new CaseId(row.id()), number))
                .map(idea -> told(List.of(idea)).get(0));
    }

    /** How many ideas stand where. */
    @Transactional(readOnly = true)
    public Map<String, Integer> counts(String round) {
        return rows.find(round).map(row -> rows.counts(new CaseId(row.id()))).orElseGet(Map::of);
    }

    /** By number and title. */
    @Transactional(readOnly = true)
    public List<PublicRound.Project> projects(String round) {
        var made =
                rows.find(round).map(row -> rows.projects(new CaseId(row.id()))).orElseGet(List::of);
        var behind = rows.behind(made.stream()
                .flatMap(one -> one.ideas().stream())
                .map(Origin::caseId)
                .distinct()
                .toList());
        return made.stream().map(one -> project(one, behind)).toList();
    }

    private PublicRound.Project project(Made made, Map<UUID, List<String>> behind) {
        var masks = masks(made.ideas().stream()
                .flatMap(idea -> behind.getOrDefault(idea.caseId(), List.of()).stream())
                .toList());
        return new PublicRound.Project(
                made.id(),
                made.number(),
                made.areaId(),
                made.area(),
                masks.of(made.title()),
                made.summary() == null ? null : masks.of(made.summary()),
                !made.decisionPublic() && DECIDED.contains(made.state()) ? "FEASIBLE" : made.state(),
                made.cents(),
                made.yearly(),
                WITH_REASON.contains(made.state()) && made.reason() != null ? masks.of(made.reason()) : null,
                made.late(),
                made.doubted().masked(masks),
                made.advised().masked(masks),
                made.ideas().stream()
                        .map(idea -> new PublicRound.Origin(idea.number(), masks.of(idea.title())))
                        .toList());
    }

    /** Without persons; what its proposer was not told yet nobody reads. */
    private List<PublicRound.IdeaRow> told(List<Published> ideas) {
        var behind = rows.behind(ideas.stream().map(Published::caseId).toList());
        return ideas.stream()
                .map(idea -> told(idea, masks(behind.getOrDefault(idea.caseId(), List.of()))))
                .toList();
    }

    private Masks masks(List<String> persons) {
        return new Masks(words.say("wijkbudget.masked"), persons);
    }

    private static PublicRound.IdeaRow told(Published idea, Masks masks) {
        var row = idea.row();
        return new PublicRound.IdeaRow(
                row.number(),
                row.area(),
                row.areaName(),
                masks.of(row.title()),
                masks.of(row.idea()),
                masks.of(row.need()),
                masks.of(row.place()),
                row.cents(),
                idea.untold() ? RECEIVED : row.outcome(),
                idea.untold() ? "" : masks.of(row.reason()),
                idea.untold() ? null : row.promised(),
                idea.untold() ? null : row.merged());
    }
}
