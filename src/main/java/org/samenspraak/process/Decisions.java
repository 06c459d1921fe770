package org.samenspraak.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Service;

/** Decision tables (DMN). */
@Service
public class Decisions {

    private final DecisionService decisions;

    Decisions(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * The lines of a table that hold for these facts, in the order of the table.
     *
     * @param facts strings, numbers, booleans, dates, lists and maps only; parameters under the key {@code regulation}
     */
    public List<Map<String, Object>> evaluate(String table, Map<String, Object> facts) {
        return decisions
                .evaluateDecisionByKey(table)
                .variables(facts)
                .evaluate()
                .getResultList();
    }
}
