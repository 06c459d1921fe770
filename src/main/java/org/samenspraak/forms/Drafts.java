package org.samenspraak.forms;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What was typed and not yet sent; one per task (or start form) and party. */
public class Drafts {

    /** @param key the task, or the start form and who fills it in */
    public void save(String key, String party, Map<String, Object> typed, String by) {
        throw new UnsupportedOperationException();
    }

    public Optional<Draft> find(String key, String party) {
        throw new UnsupportedOperationException();
    }

    public void remove(String key) {
        throw new UnsupportedOperationException();
    }

    public record Draft(Map<String, Object> typed, String by, Instant at) {}
}
