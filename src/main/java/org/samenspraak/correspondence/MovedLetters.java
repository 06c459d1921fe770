package org.samenspraak.correspondence;

import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.CaseMoved;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A council that gets a case of another one may be asked about a letter, such as to sign it: that letter is written anew for it. What the
 * council before it got stays its own.
 */
@Component
class MovedLetters {

    /** Property of a task: the text that its question is about. */
    private static final String DOCUMENT = "document";

    private static final String DUTCH = "nl";

    private final Letters letters;
    private final LetterRows rows;
    private final KnownTexts texts;
    private final Tasks tasks;

    MovedLetters(Letters letters, LetterRows rows, KnownTexts texts, Tasks tasks) {
        this.letters = letters;
        this.rows = rows;
        this.texts = texts;
        this.tasks = tasks;
    }

    /** After the register followed, before the new council is asked. */
    @EventListener
    @Order(1)
    void on(CaseMoved moved) {
        tasks.ofCase(moved.caseId()).stream()
                .filter(task -> task.groups().stream().anyMatch(Asking::isForCouncil))
                .map(OpenTask::properties)
                .map(properties -> properties.get(DOCUMENT))
                .filter(Objects::nonNull)
                .filter(text -> texts.find(text, DUTCH).isPresent())
                .filter(text -> rows.latest(moved.caseId(), text)
                        .filter(letter -> !rows.of(moved.caseId(), moved.to()).contains(letter))
                        .isPresent())
                .distinct()
                .forEach(text -> letters.send(moved.caseId(), text, "council", Map.of(), moved.by()));
    }
}
