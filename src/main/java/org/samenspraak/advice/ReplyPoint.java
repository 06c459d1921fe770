package org.samenspraak.advice;

import java.util.UUID;

/**
 * A point of advice as who replies to it reads it.
 *
 * @param number in the advice of its council
 * @param questionVersion of the question that it was made on
 * @param late whether its advice came after the term
 * @param notLegal whether its council was not validly composed
 * @param minority whether its advice has a minority note
 */
record ReplyPoint(
        UUID id,
        String council,
        int number,
        String topic,
        String text,
        PointKind kind,
        String page,
        int questionVersion,
        boolean late,
        boolean notLegal,
        boolean minority) {

    public String named() {
        return council + " " + number;
    }
}
