package org.samenspraak.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.DemoBudget;
import org.samenspraak.wijkbudget.DemoBudget.Meeting;

/** One round of the neighbourhood budget; days count from the day on which its call opens. */
class BudgetTale {

    /** By the lengths of the regulation, in days after the opening. */
    static final int ADMISSIBILITY = 42;

    static final int DIALOGUE = 70;
    static final int FEASIBILITY = 182;
    static final int ADVICE = 224;
    static final int CHOICE = 245;
    static final int DECISION = 266;
    static final int EXECUTION = 308;

    private static final int PREPARED = 60;
    private static final int ADVISED = 45;
    private static final int ADOPTED = 30;

    private final Walk walk;
    private final Cases cases;
    private final DemoBudget budget;
    private final Agenda agenda;
    private final Cast cast;
    private final LocalDate opens;
    private final Rules rules;
    private final AtomicReference<@Nullable CaseId> round = new AtomicReference<>();
    private final Map<String, CaseId> ideas = new HashMap<>();
    private final Map<String, CaseId> projects = new HashMap<>();

    BudgetTale(Walk walk, Cases cases, DemoBudget budget, Agenda agenda, Cast cast, int openedAgo, Rules rules) {
        this.walk = walk;
        this.cases = cases;
        this.budget = budget;
        this.agenda = agenda;
        this.cast = cast;
        this.opens = agenda.start().minusDays(openedAgo);
        this.rules = rules;
    }

    void on(int day, int hour, Runnable step) {
        agenda.plan(Math.toIntExact(ChronoUnit.DAYS.between(opens.plusDays(day), agenda.start())), hour, step);
    }

    LocalDate day(int after) {
        return opens.plusDays(after);
    }

    CaseId round() {
        return Objects.requireNonNull(round.get(), "not begun");
    }

    Actor office() {
        return cast.official("participation-office");
    }

    void adopted(String title, List<BudgetPart> parts) {
        on(-PREPARED, 9, () -> {
            round.set(walk.start(BudgetRules.ROUND, sent(title, parts), false, office())
                    .id());
            walk.own(round(), cast.person("participation-office"), office());
        });
        on(
                -ADVISED,
                10,
                () -> walk.answer(
                        round(),
                        "wijkbudget-method-advice",
                        Walk.single(Map.of(
                                "methodAdvice",
                                "positive",
                                "methodReason",
                                "De aanpak is duidelijk, en elke wijk kiest zelf wie ze zeker wil bereiken.")),
                        cast.official("committee-dialoogkamer")));
        on(
                -ADOPTED,
                10,
                () -> walk.answer(
                        round(),
                        "wijkbudget-adopt",
                        decided(Map.of("adopted", "yes", "opens", opens.toString())),
                        cast.official("college")));
    }

    private Map<String, List<String>> sent(String title, List<BudgetPart> parts) {
        var sent = new LinkedHashMap<String, List<String>>();
        sent.put("title", List.of(title));
        sent.put("opens", List.of(opens.toString()));
        sent.put("under", List.of(rules.regulation));
        sent.put("_rows.shares", List.of(String.valueOf(parts.size())));
        for (int i = 0; i < parts.size(); i++) {
            sent.putAll(parts.get(i).sent("shares[" + i + "].", cast));
        }
        return sent;
    }

    /** With the number and the day of a decision of today. */
    private Map<String, List<String>> decided(Map<String, String> answers) {
        var sent = new LinkedHashMap<>(answers);
        sent.put(
                "decisionNumber",
                "%d-CBS-%04d".formatted(agenda.now().getYear(), 3 * agenda.now().getDayOfYear()));
        sent.put("decisionDate", agenda.now().toString());
        return Walk.single(sent);
    }

    /** Handed in, confirmed by who stands behind it, and read by the office some days later. */
    void handedIn(int day, boolean onPaper, BudgetWish wish) {
        sent(day, onPaper, wish, null);
        on(day, 15, () -> budget.confirm(idea(wish.title())));
        read(day + 4, wish, Map.of());
    }

    /** Nobody confirmed it yet; on paper, who hands it in signed. */
    void sent(int day, boolean onPaper, BudgetWish wish, byte @Nullable [] photo) {
        on(day, 14, () -> {
            var by = onPaper ? office() : Actor.resident(wish.who());
            var idea = walk.start("wijkbudget-proposal", wish.sent(cast, rules.neighbours), photo, onPaper, by)
                    .id();
            ideas.put(wish.title(), idea);
        });
    }

    /** Who hands it in confirmed; a neighbour who stands behind it did not. */
    void confirmedAlone(int day, BudgetWish wish) {
        on(day, 15, () -> budget.confirmAlone(idea(wish.title())));
    }

    /** So that everybody may read it. */
    void read(int day, BudgetWish wish, Map<String, String> more) {
        var sent = new HashMap<>(more);
        sent.put("publish", "yes");
        on(day, 10, () -> answer(idea(wish.title()), "wijkbudget-moderate", sent));
    }

    void admitted(int day, String... titles) {
        Arrays.stream(titles).forEach(title -> on(day, 10, () -> check(title, "admitted", Map.of())));
    }

    /** @param not the condition that it does not meet */
    void refused(int day, String title, String not, String why) {
        on(day, 11, () -> check(title, "refused", Map.of(not, "no", "checkReason", why)));
    }

    void merged(int day, String title, String into, String why) {
        on(
                day,
                12,
                () -> check(
                        title,
                        "merged",
                        Map.of("mergeInto", cases.get(idea(into)).number(), "checkReason", why)));
    }

    /** To a department, which takes it over. */
    void regular(int day, String title, String department, String why, String reply) {
        passedOn(day, title, department, why, Map.of("takesOver", "yes", "answer", reply));
    }

    /** To a department, which says that it is not theirs. */
    void givenBack(int day, String title, String department, String why, String reply) {
        passedOn(day, title, department, why, Map.of("takesOver", "no", "notOurs", reply));
    }

    private void passedOn(int day, String title, String department, String why, Map<String, String> answer) {
        on(day, 13, () -> check(title, "regular", Map.of("own", "no", "department", department, "checkReason", why)));
        on(day + 9, 13, () -> {
            var sent = new HashMap<>(answer);
            sent.put("promised", agenda.now().plusMonths(5).toString());
            walk.answer(idea(title), "wijkbudget-take-over", Walk.single(sent), cast.official(department));
        });
    }

    private void check(String title, String verdict, Map<String, String> more) {
        var sent = new HashMap<>(
                Map.of("inArea", "yes", "nonCommercial", "yes", "affordable", "yes", "own", "yes", "verdict", verdict));
        sent.putAll(more);
        answer(idea(title), "wijkbudget-check", sent);
    }

    void met(int day, String area, String kind, String place, int people, Set<String> reached, String note) {
        on(
                day,
                21,
                () -> budget.meet(
                        round(),
                        new Meeting(cast.area(area), kind, agenda.now(), place, people, reached, note),
                        cast.manager(cast.area(area))));
    }

    void project(int day, String title, String summary, String theme, String... of) {
        on(day, 10, () -> {
            var made = Arrays.stream(of).map(this::idea).toList();
            projects.put(title, budget.makeProject(round(), title, made, office()));
        });
        on(day + 1, 10, () -> budget.word(project(title), summary, List.of(theme), office()));
    }

    /** Online, each voter with one or two projects. */
    void voted(int day, String area, List<List<String>> choices) {
        on(day, 19, () -> budget.vote(round(), cast.area(area), choices));
    }

    void votedOnPaper(int day, String area, int cards, List<List<String>> sheets) {
        on(
                day,
                16,
                () -> budget.voteOnPaper(
                        round(), cast.area(area), cards, sheets, office(), cast.official("participation-office-2")));
    }

    /** One person entered the pile; it waits for another one. */
    void halfEntered(int day, String area, int cards, List<List<String>> sheets) {
        on(day, 16, () -> budget.enterOnce(round(), cast.area(area), cards, sheets, office()));
    }

    /** Counted, and decided as it was counted. */
    void decided() {
        on(DECISION + 4, 10, () -> budget.count(round(), cast.official("participation-office-2")));
        on(DECISION + 5, 10, () -> answer(round(), "wijkbudget-count", Map.of("checked", "true")));
        on(
                DECISION + 12,
                10,
                () -> walk.answer(
                        round(),
                        "wijkbudget-decide",
                        decided(Map.of(
                                "confirmed",
                                "yes",
                                "decisionReason",
                                "De inwoners kozen. Het college volgt de telling in elke wijk.")),
                        cast.official("college")));
    }

    void answer(CaseId caseId, String form, Map<String, String> sent) {
        walk.answer(caseId, form, Walk.single(sent), office());
    }

    CaseId project(String title) {
        return Objects.requireNonNull(projects.get(title), title);
    }

    CaseId idea(String title) {
        return Objects.requireNonNull(ideas.get(title), title);
    }

    /** The regulation that a round follows. */
    enum Rules {
        USUAL("gent-wijkbudget-2020", 1),
        OTHER("halle-burgerbudget", 3);

        private final String regulation;
        /** At least so many stand behind an idea. */
        private final int neighbours;

        Rules(String regulation, int neighbours) {
            this.regulation = regulation;
            this.neighbours = neighbours;
        }
    }
}
