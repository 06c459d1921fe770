package org.samenspraak.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form after a button was pressed, as its page goes on.
 *
 * @param others who answered something meanwhile that wasn't seen yet
 * @param judgement none when nothing was sent: a button inside the form, or first something to choose or to see
 */
public record Filled(
        FormView form,
        Draft draft,
        Draft.Others others,
        Forms.@Nullable Judgement judgement,
        List<Forms.FieldError> errors) {

    Filled with(Forms.Judgement judged) {
        return new Filled(form, draft, others, judged, errors);
    }

    /** Whether it can be sent. */
    public boolean isReady() {
        return judgement != null && judgement.accepted();
    }

    /** Whether somebody wanted to send it and can't yet. */
    public boolean isRefused() {
        return !errors.isEmpty() || others.fields() > 0;
    }
}
