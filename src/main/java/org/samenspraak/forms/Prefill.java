package org.samenspraak.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** What the house already knows, for fields with {@code prefill: recognition.years}. Implemented by the module that owns the source. */
public interface Prefill {

    /** The first word of the source ({@code recognition}). */
    String source();

    /** Whether it knows anything of cases of this trajectory; it isn't asked about others. */
    default boolean speaksOf(String trajectory) {
        return true;
    }

    /** What is known under that word, by the rest of the source; empty when nothing is. */
    Map<String, Object> known(@Nullable CaseId caseId, Actor by);
}
