package org.samenspraak.process;

import java.util.List;
import java.util.Map;

/** Decision tables (DMN). */
public class Decisions {

    /**
     * The lines of a table that hold for these facts, in the order of the table.
     *
     * @param facts strings, numbers, booleans, dates, lists and maps only; parameters under the key {@code regulation}
     */
    public List<Map<String, Object>> evaluate(String table, Map<String, Object> facts) {
        throw new UnsupportedOperationException();
    }
}
