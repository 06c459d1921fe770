package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may read of a question to councils and what came of it; never a person. Its fields are those of the downloads.
 *
 * @param corrected when a text that stood here was hidden or brought back, or none
 * @param question none for advice that a council gave by itself
 * @param councils by name
 * @param hidden which texts of the question and the decision are left out, and why
 */
public record PublicAdvice(
        String number,
        String subject,
        String domain,
        @Nullable LocalDate published,
        @Nullable LocalDate corrected,
        @Nullable Question question,
        @Nullable Decision decision,
        List<Council> councils,
        List<Hidden> hidden) {

    /** Which of these texts are left out, and why. */
    public List<Hidden> hidden(List<String> texts) {
        return hidden.stream().filter(one -> texts.contains(one.text())).toList();
    }

    /** What was done with all its points. */
    public PointCounts replies() {
        var outcomes = new ArrayList<@Nullable String>();
        councils.forEach(council -> council.points().forEach(point -> outcomes.add(point.outcome())));
        return PointCounts.of(outcomes);
    }

    /**
     * @param lastDay of the term that the councils got
     * @param changes of earlier versions, the newest last
     */
    public record Question(
            String onBehalfOf,
            String text,
            String stillOpen,
            @Nullable LocalDate asked,
            @Nullable LocalDate lastDay,
            List<String> changes) {}

    /**
     * @param organ who took it
     * @param outcome adopted, changed or rejected; none for a decision that was kept without
     * @param reason the explanation of the organ, or none
     * @param link a public address, or none
     * @param lookBack what was done of it a year later, or none yet
     */
    public record Decision(
            String organ,
            @Nullable String number,
            LocalDate day,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String link,
            @Nullable String lookBack,
            @Nullable LocalDate lookedBackOn) {}

    /**
     * @param name of the council, and of those that it gave its advice with
     * @param lastDay until when it could advise; none for advice that nobody asked
     * @param answer {@code advice}, {@code none}, {@code silent} or {@code awaited}
     * @param minority empty for none; none when it is hidden
     * @param ids of all councils in the name
     * @param hidden why its reason and minority note are left out, or none
     */
    public record Council(
            String name,
            String answer,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate day,
            boolean late,
            boolean notLegal,
            @Nullable String reason,
            @Nullable Boolean consensus,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst,
            @Nullable Integer votesAbstained,
            @Nullable String minority,
            List<Point> points,
            List<UUID> ids,
            @Nullable String hidden) {

        public boolean voted() {
            return votesFor != null || votesAgainst != null || votesAbstained != null;
        }

        /** More of its members voted against it than for it. */
        public boolean lost() {
            return votesFor != null && votesAgainst != null && votesAgainst > votesFor;
        }
    }

    /**
     * @param hidden why its texts are left out, or none
     * @param outcome by code, or none while a reply is owed
     */
    public record Point(
            int number,
            @Nullable String hidden,
            @Nullable String topic,
            @Nullable String text,
            String kind,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String place,
            @Nullable String passedTo,
            @Nullable LocalDate passedUntil) {}

    /**
     * @param text QUESTION, STILL_OPEN, CHANGES, DECISION_NUMBER, DECISION_LINK, DECISION_REASON or LOOK_BACK
     * @param why PERSONAL (it holds personal data), CONFIDENTIAL or MISTAKE (it was never meant to stand here)
     */
    public record Hidden(String text, String why) {}
}
