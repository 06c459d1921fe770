package org.samenspraak.forms;

import org.samenspraak.regulation.RegulationId;

/**
 * Where a draft belongs.
 *
 * @param key the task, or the start form and who fills it in
 * @param party whose people share it
 * @param regulation says how long it is kept
 */
public record DraftPlace(String key, String party, RegulationId regulation) {

    static final String VISITOR = "visitor";
    static final String START = "start:";

    /** Whether it is of somebody without a link or a sign-in. */
    boolean isVisitor() {
        return party.equals(VISITOR);
    }

    boolean isTask() {
        return !key.startsWith(START);
    }
}
