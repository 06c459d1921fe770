package org.samenspraak.wijkbudget;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.samenspraak.web.Masks;
import org.samenspraak.wijkbudget.BallotRows.Turnout;
import org.samenspraak.wijkbudget.BudgetDecisions.Result;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outcome of rounds and how projects are carried out, for public pages: once all proposers were told. */
@Service
public class PublicResults {

    private final PublicRoundRows rows;
    private final BudgetDecisions decisions;
    private final BudgetAreas areas;
    private final BudgetProjects projects;
    private final Executions executions;
    private final HandOvers handOvers;
    private final Pots pots;
    private final BallotRows ballots;
    private final ChoiceRules choices;
    private final Documents documents;
    private final Councils councils;
    private final BudgetWords words;
    private final Dates dates;

    PublicResults(
            PublicRoundRows rows,
            BudgetDecisions decisions,
            BudgetAreas areas,
            BudgetProjects projects,
            Executions executions,
            HandOvers handOvers,
            Pots pots,
            BallotRows ballots,
            ChoiceRules choices,
            Documents documents,
            Councils councils,
            BudgetWords words,
            Dates dates) {
        this.rows = rows;
        this.decisions = decisions;
        this.areas = areas;
        this.projects = projects;
        this.executions = executions;
        this.handOvers = handOvers;
        this.pots = pots;
        this.ballots = ballots;
        this.choices = choices;
        this.documents = documents;
        this.councils = councils;
        this.words = words;
        this.dates = dates;
    }

    /** None before everybody may read it. */
    @Transactional(readOnly = true)
    public Optional<PublicResult.Results> of(String round) {
        return rows.find(round).map(row -> new CaseId(row.id())).flatMap(this::results);
    }

    private Optional<PublicResult.Results> results(CaseId round) {
        var decision = decisions.find(round).filter(one -> one.publicAt() != null);
        if (decision.isEmpty()) {
            return Optional.empty();
        }
        var masks = masks(round);
        var results = decisions.results(round);
        var turnout = ballots.turnout(round);
        var all = areas.of(round).stream()
                .filter(BudgetAreas.Share::takesPart)
                .map(share -> area(round, share, results, turnout, masks))
                .toList();
        var one = decision.get();
        var reason = one.reason() == null ? null : masks.of(one.reason());
        return Optional.of(new PublicResult.Results(one.number(), one.day(), reason, most(round), all));
    }

    private long most(CaseId round) {
        return choices.of(round).criteria().get(0).most();
    }

    private PublicResult.Area area(
            CaseId round, BudgetAreas.Share share, List<Result> results, List<Turnout> turnout, Masks masks) {
        var here = results.stream()
                .filter(result -> result.area().equals(share.area().value()))
                .sorted(Comparator.comparing(Result::chosen)
                        .reversed()
                        .thenComparing(one -> Objects.requireNonNullElse(one.rank(), Integer.MAX_VALUE))
                        .thenComparing(one -> -Objects.requireNonNullElse(one.votes(), 0L))
                        .thenComparing(Result::number))
                .toList();
        var voted = turnout.stream()
                .filter(one -> one.area().equals(share.area().value()))
                .filter(one -> one.online() + one.paper() + one.rejected() > 0)
                .findFirst();
        var few = voted.filter(Turnout::isSmall).isPresent();
        return new PublicResult.Area(
                share.area().value(),
                share.name(),
                share.cents(),
                here.stream().filter(Result::chosen).mapToLong(Result::cents).sum(),
                pots.left(round, share),
                voted.filter(any -> !few)
                        .map(one -> new PublicResult.Turnout(one.online() + one.paper(), one.rejected()))
                        .orElse(null),
                few,
                nothing(round, share, here),
                here.stream().map(result -> line(result, few, masks)).toList());
    }

    private @Nullable String nothing(CaseId round, BudgetAreas.Share share, List<Result> here) {
        if (here.isEmpty()) {
            var refused = projects.in(round, BudgetProject.State.INFEASIBLE).stream()
                    .anyMatch(one -> one.released() && one.area().equals(share.area()));
            return refused ? "infeasible" : "none";
        }
        return here.stream().anyMatch(Result::chosen) ? null : "left";
    }

    private PublicResult.Line line(Result result, boolean few, Masks masks) {
        return new PublicResult.Line(
                result.id(),
                result.number(),
                masks.of(result.title()),
                result.cents(),
                result.rank(),
                few ? null : result.votes(),
                few ? null : result.points(),
                result.chosen(),
                few ? words.say("wijkbudget.decision.few", BallotRows.LEAST) : reason(result),
                result.deviation() == null ? null : masks.of(result.deviation()),
                result.stopped());
    }

    /** Of the count; where the organ put aside what was counted only that it was chosen, for the money it would have got went elsewhere. */
    private String reason(Result result) {
        if (result.deviation() != null && result.counted()) {
            return words.say("wijkbudget.decision.counted-in", Objects.requireNonNullElse(result.votes(), 0L));
        }
        var reason = words.english() ? result.reasonEn() : result.reason();
        return Objects.requireNonNullElseGet(reason, () -> words.say("wijkbudget.decision.not-counted"));
    }

    /** How a project of a round is carried out; none before both signed, and before everybody may read that it was chosen. */
    @Transactional(readOnly = true)
    public Optional<PublicResult.Execution> execution(String round, UUID project) {
        return running(round, project).map(this::shown);
    }

    private Optional<Execution> running(String round, UUID project) {
        return rows.find(round)
                .map(row -> new CaseId(row.id()))
                .filter(decisions::arePublic)
                .flatMap(id -> projects.byId(project).filter(one -> one.round().equals(id)))
                .flatMap(one -> executions.find(one.id()))
                .filter(one -> one.begins() != null);
    }

    private PublicResult.Execution shown(Execution one) {
        var project = projects.byId(one.project()).orElseThrow();
        var masks = masks(project.round());
        var progress = executions.progress(one.project());
        var held = pots.held(project.caseId());
        return new PublicResult.Execution(
                one.carrier().name(),
                one.council() == null ? null : councils.get(one.council()).name(),
                masks.of(one.what()),
                one.begins(),
                one.due(),
                one.isLate(dates.today()),
                one.extendedFrom(),
                one.wasLate(),
                one.extendedOn(),
                text(one.extensionReason(), masks),
                handedOver(one, masks),
                one.endedOn(),
                text(one.endWords(), masks),
                one.endedLate(),
                text(one.leftReason(), masks),
                held.map(it -> it.everPaid().cents()).orElse(0L),
                held.map(it -> it.received().cents()).orElse(0L),
                held.map(it -> it.owed().cents()).orElse(0L),
                executions.milestones(one.project()).stream()
                        .map(it -> new PublicResult.Milestone(
                                masks.of(it.title()),
                                it.due(),
                                it.used(),
                                it.doneOn(),
                                !it.done() && it.due().isBefore(dates.today()),
                                photos(it, progress)))
                        .toList(),
                progress.stream()
                        .filter(it -> it.milestone() == null)
                        .flatMap(it -> shown(it, masks).stream())
                        .toList());
    }

    private List<PublicResult.HandedOver> handedOver(Execution one, Masks masks) {
        return handOvers.taken(one.project()).stream()
                .map(it -> new PublicResult.HandedOver(
                        Objects.requireNonNull(it.answeredOn()), it.successor() == null, masks.of(it.reason())))
                .toList();
    }

    private static List<UUID> photos(Milestone of, List<Execution.Progress> progress) {
        return progress.stream()
                .filter(it -> Objects.equals(it.milestone(), of.position()) && it.publicOn() != null)
                .map(Execution.Progress::photo)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static Optional<PublicResult.Progress> shown(Execution.Progress it, Masks masks) {
        if (it.publicOn() != null) {
            return Optional.of(new PublicResult.Progress(
                    it.publicOn(), masks.of(it.publicWords()), it.publicPhoto() ? it.photo() : null));
        }
        return Optional.ofNullable(it.hiddenOn()).map(day -> new PublicResult.Progress(day, null, null));
    }

    /** As a JPEG made anew, so that nothing that the camera wrote, such as the place, goes with it; none for what is not shown. */
    @Transactional(readOnly = true)
    public Optional<byte[]> photo(String round, UUID project, UUID photo) {
        var shown = running(round, project).stream()
                .flatMap(one -> executions.progress(one.project()).stream())
                .anyMatch(one -> one.publicOn() != null && one.publicPhoto() && photo.equals(one.photo()));
        if (!shown) {
            return Optional.empty();
        }
        var row = documents.get(projects.byId(project).orElseThrow().caseId(), photo);
        return row.isReadable() ? anew(photo) : Optional.empty();
    }

    private Optional<byte[]> anew(UUID photo) {
        var bytes = new ByteArrayOutputStream();
        documents.write(photo, bytes);
        return Photo.anew(bytes.toByteArray());
    }

    private Masks masks(CaseId round) {
        return new Masks(words.say("wijkbudget.masked"), rows.behindProjects(round));
    }

    private static @Nullable String text(@Nullable String typed, Masks masks) {
        return typed == null ? null : masks.of(typed);
    }
}
