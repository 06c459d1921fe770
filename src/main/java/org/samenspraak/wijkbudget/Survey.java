package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/**
 * How those who took part in a round look back on it.
 *
 * @param groups committee and departments that were asked, each for one answer
 * @param closedOn none while answers come in
 */
record Survey(CaseId round, List<String> groups, LocalDate openedOn, @Nullable LocalDate closedOn) {

    /** What everybody says of the round, by its key in the form. */
    static final List<String> QUESTIONS = List.of("clear", "heard", "fair", "again");

    /** The highest answer: strongly agree. The lowest is 1. */
    static final int MOST = 5;

    boolean isOpen() {
        return closedOn == null;
    }

    /** As whom somebody answers. */
    enum Kind {
        PROPOSER,
        COMMITTEE,
        DEPARTMENT;

        static Kind of(String group) {
            return group.startsWith("committee-") ? COMMITTEE : DEPARTMENT;
        }

        /** As in messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An answer, of nobody in particular.
     *
     * @param marks in the order of {@link #QUESTIONS}, from 1 to {@link #MOST}
     */
    record Answer(Kind kind, List<Integer> marks, @Nullable String words) {}
}
