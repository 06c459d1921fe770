package org.samenspraak.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Service;

/** Decision tables (DMN). */
@Service
public class Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final RuntimeService runtime;

    Decisions(DecisionService decisions, RepositoryService repository, RuntimeService runtime) {
        this.decisions = decisions;
        this.repository = repository;
        this.runtime = runtime;
    }

    /**
     * The lines of a table that hold for these facts, in the order of the table; of the version that was deployed with the model
     * the case runs on.
     *
     * @param facts strings, numbers, booleans, dates, lists and maps only; parameters under the key {@code regulation}
     * @throws IllegalStateException when nothing runs for the case, or its model came without that table
     */
    public List<Map<String, Object>> evaluate(CaseId caseId, String table, Map<String, Object> facts) {
        return evaluate(caseId, table, List.of(facts)).get(0);
    }

    /** The same for several, one after the other. */
    public List<List<Map<String, Object>>> evaluate(CaseId caseId, String table, List<Map<String, Object>> each) {
        return evaluate(version(caseId, table), each);
    }

    /** The same of the newest model of a trajectory, before a case of it begins. */
    public List<List<Map<String, Object>>> foresee(String trajectory, String table, List<Map<String, Object>> each) {
        var model = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(trajectory)
                .latestVersion()
                .singleResult();
        return evaluate(version(model, table), each);
    }

    private List<List<Map<String, Object>>> evaluate(String version, List<Map<String, Object>> each) {
        return each.stream()
                .map(facts -> decisions
                        .evaluateDecisionById(version)
                        .variables(facts)
                        .evaluate()
                        .getResultList())
                .toList();
    }

    private String version(CaseId caseId, String table) {
        var model = runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .rootProcessInstances()
                .list()
                .stream()
                .findFirst()
                .map(ProcessInstance::getProcessDefinitionId)
                .map(repository::getProcessDefinition)
                .orElseThrow(() -> new IllegalStateException("nothing runs for case " + caseId));
        return version(model, table);
    }

    private String version(ProcessDefinition model, String table) {
        var version = repository
                .createDecisionDefinitionQuery()
                .deploymentId(model.getDeploymentId())
                .decisionDefinitionKey(table)
                .singleResult();
        if (version == null) {
            throw new IllegalStateException("no table " + table + " with model " + model.getKey());
        }
        return version.getId();
    }
}
