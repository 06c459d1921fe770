package org.samenspraak.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.ledger.DemoBank;
import org.samenspraak.wijkbudget.DemoProjects;

/** What others than the office do in a round: proposers, departments, members of the committee, who signs and who pays. */
record BudgetPeople(BudgetTale tale, Walk walk, DemoProjects acts, CouncilDesk councils, DemoBank bank, Cast cast) {

    private static final int CRITERIA = 4;
    private static final int LEAST = 2;
    private static final int SPREAD = 4;

    /** A department says what it costs, and the committee advises. */
    void feasible(String title, String department, int cost, int yearly, String advice) {
        costed(title, department, cost, yearly);
        advised(BudgetTale.ADVICE + 9, title, advice);
    }

    /** A department says what it costs, and the office fixes that. */
    void costed(String title, String department, int cost, int yearly) {
        asked(title, department);
        answered(title, department, cost, yearly);
        fixed(title, Map.of("feasible", "yes", "cost", String.valueOf(cost), "yearly", String.valueOf(yearly)));
    }

    void infeasible(String title, String department, String why) {
        asked(title, department);
        answered(title, department, Map.of("feasible", "no", "whyNot", why));
        fixed(title, Map.of("feasible", "no", "infeasibleReason", why));
    }

    void asked(String title, String... departments) {
        tale.on(
                BudgetTale.FEASIBILITY + 5,
                10,
                () -> walk.answer(
                        tale.project(title),
                        "wijkbudget-departments",
                        Map.of("departments", List.of(departments)),
                        tale.office()));
    }

    void answered(String title, String department, int cost, int yearly) {
        answered(
                title,
                department,
                Map.of(
                        "feasible", "yes",
                        "cost", String.valueOf(cost),
                        "yearly", String.valueOf(yearly),
                        "permit", "no",
                        "executor", cast.official(department).name()));
    }

    private void answered(String title, String department, Map<String, String> sent) {
        tale.on(
                BudgetTale.FEASIBILITY + 20,
                10,
                () -> walk.answer(
                        tale.project(title),
                        "wijkbudget-feasibility",
                        department,
                        Walk.single(sent),
                        cast.official(department)));
    }

    private void fixed(String title, Map<String, String> sent) {
        tale.on(BudgetTale.FEASIBILITY + 26, 10, () -> tale.answer(tale.project(title), "wijkbudget-costs", sent));
    }

    /** The office calls a department that did not answer in time, and waits on. */
    void chased(int day, String title, String note) {
        tale.on(
                day,
                15,
                () -> tale.answer(tale.project(title), "wijkbudget-chase", Map.of("without", "no", "chaseNote", note)));
    }

    void advised(int day, String title, String advice) {
        tale.on(
                day,
                20,
                () -> walk.answer(
                        tale.project(title),
                        "wijkbudget-project-advice",
                        Walk.single(Map.of("projectAdvice", "positive", "consensus", advice)),
                        member("")));
    }

    /** Two members score a project, not alike. */
    void scored(String title) {
        tale.on(BudgetTale.ADVICE + 4, 19, () -> acts.score(tale.project(title), points(title, 0), member("")));
        scoredByOther(title);
    }

    /** One member scores it; the other one has an interest. */
    void scoredByOne(String title, String interest) {
        tale.on(BudgetTale.ADVICE + 4, 20, () -> acts.score(tale.project(title), points(title, 0), member("")));
        hasInterest(title, "-2", interest);
    }

    /** Of two members the second one scored it. */
    void scoredByOther(String title) {
        tale.on(BudgetTale.ADVICE + 5, 19, () -> acts.score(tale.project(title), points(title, 1), member("-2")));
    }

    void hasInterest(String title, String which, String interest) {
        tale.on(BudgetTale.ADVICE + 5, 20, () -> acts.declare(tale.project(title), interest, member(which)));
    }

    private Actor member(String which) {
        return cast.official("committee-dialoogkamer" + which);
    }

    private static List<Integer> points(String title, int member) {
        return IntStream.range(0, CRITERIA)
                .mapToObj(at -> LEAST + Math.floorMod(title.hashCode() / (at + 1) + member, SPREAD))
                .toList();
    }

    void askedAgain(int day, String title, String reason) {
        tale.on(day, 20, () -> acts.askAgain(tale.idea(title), reason));
    }

    /** The city carries it out and signs. */
    void agreedByCity(String title, String what, Part... parts) {
        agreed(title, Map.of("carrier", "city", "what", what), parts);
        tale.on(BudgetTale.DECISION + 27, 10, () -> signedByCity(title));
    }

    /** On the account of a council; the proposer leads it and signs first, then the council. */
    void agreedByCouncil(String title, String council, String what, Part... parts) {
        tale.on(BudgetTale.DECISION + 20, 11, () -> {
            var sent = new LinkedHashMap<>(sent(parts));
            sent.put("carrier", "council");
            sent.put("council", councils.council(council).id().toString());
            sent.put("initiator", acts.initiator(tale.project(title)).toString());
            sent.put("what", what);
            tale.answer(tale.project(title), "wijkbudget-agreement", sent);
        });
        tale.on(BudgetTale.DECISION + 24, 20, () -> acts.sign(tale.project(title)));
        tale.on(
                BudgetTale.DECISION + 26,
                20,
                () -> walk.answer(
                        tale.project(title),
                        "wijkbudget-council-sign",
                        Walk.single(Map.of("signed", "yes")),
                        councils.officer(council, 0)));
        tale.on(BudgetTale.DECISION + 28, 10, () -> signedByCity(title));
    }

    private void agreed(String title, Map<String, String> how, Part... parts) {
        tale.on(BudgetTale.DECISION + 20, 10, () -> {
            var sent = new LinkedHashMap<>(sent(parts));
            sent.putAll(how);
            tale.answer(tale.project(title), "wijkbudget-agreement", sent);
        });
    }

    private Map<String, String> sent(Part... parts) {
        var sent = new LinkedHashMap<String, String>();
        sent.put("_rows.milestones", String.valueOf(parts.length));
        for (var at = 0; at < parts.length; at++) {
            sent.put("milestones[" + at + "].title", parts[at].title());
            sent.put("milestones[" + at + "].due", tale.day(parts[at].day()).toString());
            sent.put("milestones[" + at + "].amount", String.valueOf(parts[at].amount()));
        }
        return sent;
    }

    private void signedByCity(String title) {
        walk.answer(
                tale.project(title),
                "wijkbudget-city-sign",
                Walk.single(Map.of("signed", "yes")),
                cast.official("general-director"));
    }

    void reached(int day, String title, int milestone) {
        followed(day, title, milestone(milestone));
    }

    /** The city paid for it, and keeps the invoice; finance confirms it. */
    void reachedByCity(int day, String title, int milestone, String bill) {
        tale.on(
                day,
                11,
                () -> walk.answerWithBill(
                        tale.project(title),
                        "wijkbudget-follow",
                        Walk.single(milestone(milestone)),
                        bill,
                        tale.office()));
        tale.on(
                day,
                15,
                () -> walk.answer(
                        tale.project(title),
                        "wijkbudget-spent",
                        Walk.single(Map.of("confirmed", "yes")),
                        cast.official("finance")));
    }

    private static Map<String, String> milestone(int position) {
        return Map.of("next", "milestone", "milestone", String.valueOf(position));
    }

    /** Finance pays the milestones that were reached, on the account of the council. */
    void paid(int day, String title) {
        tale.on(
                day,
                14,
                () -> bank.settle(tale.project(title), null, cast.official("finance"), cast.official("finance-2")));
    }

    /** Who leads it tells how it goes, and everybody may read it two days later, or that Friday, with the photo; messages of a project have numbers. */
    void told(int day, String title, String message, String words, byte @Nullable [] photo) {
        tale.on(day, 8, () -> acts.tell(tale.project(title), words, photo));
        followed(
                day + 2,
                title,
                photo == null
                        ? Map.of("next", "progress", "message", message, "words", words)
                        : Map.of("next", "progress", "message", message, "words", words, "photo", message));
    }

    void followed(int day, String title, Map<String, String> sent) {
        tale.on(day, 11, () -> tale.answer(tale.project(title), "wijkbudget-follow", sent));
    }

    /**
     * A milestone.
     *
     * @param day after the opening of the call
     * @param amount in euros
     */
    record Part(String title, int day, int amount) {}
}
