package org.samenspraak.advice;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Points.Words;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.Refusal;

/** Advice as a council writes it down in its form: asked for, or by itself. */
record WrittenAdvice(Answers answers) {

    private static final int MOST_POINTS = 400;

    /** @throws Refusal for advice without points or with too many, and for a vote of nobody */
    void refuseImpossible() {
        var points = answers.rows("points").size();
        if (points == 0) {
            throw Refusal.of("points", "advice.refusal.no-points");
        }
        if (points > MOST_POINTS) {
            throw Refusal.of("points", "advice.refusal.many-points", MOST_POINTS);
        }
        if (isVoted() && number("votesFor") + number("votesAgainst") + number("votesAbstained") == 0) {
            throw Refusal.of("votesFor", "advice.refusal.no-votes");
        }
    }

    boolean isVoted() {
        return "votes".equals(answers.text("basis"));
    }

    /** None when there was no vote. */
    @Nullable
    Integer votes(String key) {
        return isVoted() ? number(key) : null;
    }

    private int number(String key) {
        return Integer.parseInt(Objects.requireNonNullElse(answers.text(key), "0"));
    }

    List<Words> points() {
        return answers.rows("points").stream()
                .map(row -> new Words(
                        text(row.get("topic")),
                        text(row.get("text")),
                        PointKind.of(text(row.get("kind"))),
                        text(row.get("page"))))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "").strip();
    }
}
