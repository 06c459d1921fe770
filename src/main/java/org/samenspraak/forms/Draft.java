package org.samenspraak.forms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was typed and not yet sent, as one page sees it.
 *
 * @param page tells this page from every other one in which somebody fills in the same form
 * @param read what the page showed: the digest of each question
 * @param typed all of it, for {@link Forms#resume}
 * @param by who saved last; none when nothing was typed
 * @param rivals questions that were answered by two at the same time, by path; what counts now comes first
 * @param dropped answers to questions that the form doesn't have any more, or not as a choice
 * @param others who changed something that this page doesn't show yet
 * @param tooLarge whether what was sent can't be kept
 */
public record Draft(
        String page,
        String read,
        Map<String, Object> typed,
        @Nullable String by,
        @Nullable Instant at,
        Map<String, List<Text>> rivals,
        List<Dropped> dropped,
        Others others,
        boolean tooLarge) {

    /** Whether this can be sent: nobody has to choose, and the page showed everything. */
    public boolean isSettled() {
        return rivals.isEmpty() && others.fields() == 0;
    }

    /**
     * @param number tells it from the others at its question, from 1
     * @param alone whether nobody else wrote one of them: somebody has two windows open
     * @param choice what the button that takes this text sends
     */
    public record Text(int number, boolean alone, String label, String words, String by, Instant at, String choice) {}

    public record Dropped(String label, String words) {}

    /** @param names of the people, joined */
    public record Others(int fields, String names) {}
}
