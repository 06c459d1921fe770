package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.Candidates.Candidate;
import org.samenspraak.wijkbudget.Dialogues.Held;
import org.samenspraak.wijkbudget.ProjectEdits.Words;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What residents and officials do on the pages of a round, on one day of the demo year. */
@Component
@Profile("demo")
public class DemoBudget {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final IdeaSupporters supporters;
    private final IdeaReceiving receiving;
    private final Dialogues dialogues;
    private final CohortActs acts;
    private final BudgetProjects projects;
    private final ProjectEdits edits;
    private final Voters voters;
    private final VoterRows voterRows;
    private final BallotDesk ballots;
    private final PaperCards cards;
    private final PaperDesk paper;
    private final Counting counting;
    private final Surveys surveys;
    private final SurveyDesk looking;

    DemoBudget(
            IdeaSupporters supporters,
            IdeaReceiving receiving,
            Dialogues dialogues,
            CohortActs acts,
            BudgetProjects projects,
            ProjectEdits edits,
            Voters voters,
            VoterRows voterRows,
            BallotDesk ballots,
            PaperCards cards,
            PaperDesk paper,
            Counting counting,
            Surveys surveys,
            SurveyDesk looking) {
        this.supporters = supporters;
        this.receiving = receiving;
        this.dialogues = dialogues;
        this.acts = acts;
        this.projects = projects;
        this.edits = edits;
        this.voters = voters;
        this.voterRows = voterRows;
        this.ballots = ballots;
        this.cards = cards;
        this.paper = paper;
        this.counting = counting;
        this.surveys = surveys;
        this.looking = looking;
    }

    /** Each who stands behind an idea uses their own link. */
    @Transactional
    public void confirm(CaseId idea) {
        supporters.of(idea).stream().filter(one -> !one.confirmed()).forEach(receiving::confirm);
    }

    /** Only who hands it in does. */
    @Transactional
    public void confirmAlone(CaseId idea) {
        receiving.confirm(supporters.proposer(idea));
    }

    @Transactional
    public void meet(CaseId round, Meeting held, Actor by) {
        dialogues.keep(
                round,
                new Held(
                        UUID.randomUUID(),
                        held.area(),
                        "",
                        held.kind(),
                        held.on(),
                        held.place(),
                        held.people(),
                        List.copyOf(held.reached()),
                        held.note(),
                        null,
                        null),
                by);
    }

    /** @return its case, which runs when the engine did its work */
    @Transactional
    public CaseId makeProject(CaseId round, String title, List<CaseId> ideas, Actor by) {
        acts.makeProject(round, title, ideas.stream().map(CaseId::value).toList(), by);
        var made = projects.in(round, BudgetProject.State.DIALOGUE).stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
        edits.release(made, by);
        return made.caseId();
    }

    @Transactional
    public void word(CaseId project, String summary, List<String> themes, Actor by) {
        var before = projects.get(project);
        edits.refine(before, before.version(), new Words(before.title(), summary, before.needs(), themes), by);
    }

    /** As many residents as there are choices vote behind links of their own. */
    @Transactional
    public void vote(CaseId round, AreaId area, List<? extends Collection<String>> choices) {
        for (var at = 0; at < choices.size(); at++) {
            voters.ask(round, area, "kiezer-" + area + "-" + at + "@wijk.example", DUTCH);
        }
        var left = choices.iterator();
        for (var voter : voterRows.unmailed(round, choices.size())) {
            voterRows.mailed(voter.id());
            ballots.confirm(voter, numbers(round, area, left.next()), ReceiptCode.draw());
        }
    }

    /** Cards are given out, some come back, and two people enter their sheets. */
    @Transactional
    public void voteOnPaper(
            CaseId round, AreaId area, int many, List<? extends Collection<String>> sheets, Actor first, Actor second) {
        enter(round, area, many, sheets, List.of(first, second));
    }

    /** The same, and nobody entered the sheets a second time yet. */
    @Transactional
    public void enterOnce(CaseId round, AreaId area, int many, List<? extends Collection<String>> sheets, Actor first) {
        enter(round, area, many, sheets, List.of(first));
    }

    private void enter(
            CaseId round, AreaId area, int many, List<? extends Collection<String>> sheets, List<Actor> people) {
        cards.issue(round, area, many, "", people.get(0)).stream()
                .limit(sheets.size())
                .forEach(card -> cards.take(round, card, null));
        var pile = paper.begin(round, area, sheets.size());
        var lines = sheets.stream()
                .map(sheet -> String.join(
                        ",",
                        numbers(round, area, sheet).stream()
                                .map(String::valueOf)
                                .toList()))
                .toList();
        people.forEach(by -> paper.enter(pile, lines, person(by)));
    }

    @Transactional
    public void count(CaseId round, Actor by) {
        counting.count(round, by);
    }

    /** As many proposers who were asked as there are answers. */
    @Transactional
    public void lookBack(CaseId round, List<Said> said) {
        var silent = surveys.silent(round).iterator();
        said.forEach(one -> looking.answer(supporters.find(silent.next()).orElseThrow(), one.answers()));
    }

    private List<Integer> numbers(CaseId round, AreaId area, Collection<String> titles) {
        var known = ballots.paper(round, area).projects();
        return titles.stream()
                .map(title -> known.stream()
                        .filter(one -> one.title().equals(title))
                        .map(Candidate::number)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(title + " can't be chosen")))
                .toList();
    }

    private static UUID person(Actor by) {
        return Objects.requireNonNull(by.id(), "who enters a pile signs in");
    }

    /**
     * What was done in an area.
     *
     * @param kind one of {@code meeting}, {@code walk}, {@code call}
     * @param reached target groups, as the plan of the round names them
     */
    public record Meeting(
            AreaId area, String kind, LocalDate on, String place, int people, Set<String> reached, String note) {}

    /** How a round went for somebody, from 1 to 5 on each statement; in words, or none. */
    public record Said(int clear, int heard, int fair, int again, String words) {

        private Answers answers() {
            return new Answers(Map.of(
                    "clear", String.valueOf(clear),
                    "heard", String.valueOf(heard),
                    "fair", String.valueOf(fair),
                    "again", String.valueOf(again),
                    "surveyWords", words));
        }
    }
}
