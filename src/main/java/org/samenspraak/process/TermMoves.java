package org.samenspraak.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/** Finds the timers that hang on a term: those whose date a step of {@code clock} gives, which names its own term last. */
class TermMoves {

    private final ManagementService management;
    private final RuntimeService runtime;

    TermMoves(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    List<Job> timers(CaseId caseId, String term, @Nullable String scope) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).list().stream()
                .flatMap(instance -> timers(instance.getId(), instance.getProcessDefinitionId(), term))
                .filter(job -> Objects.equals(scope, runtime.getVariable(job.getExecutionId(), Facts.ITEM)))
                .toList();
    }

    private Stream<Job> timers(String instance, String definition, String term) {
        var drawn = management.createJobDefinitionQuery().processDefinitionId(definition).list().stream()
                .filter(job -> hangsOn(job, term))
                .map(JobDefinition::getId)
                .collect(Collectors.toSet());
        return management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .filter(job -> drawn.contains(job.getJobDefinitionId()));
    }

    /** What is drawn follows the kind of date: {@code DATE: ${clock.due('term')}}. */
    private static boolean hangsOn(JobDefinition job, String term) {
        var configuration = Objects.requireNonNullElse(job.getJobConfiguration(), "");
        var drawn = AllowedExpression.read(configuration.substring(configuration.indexOf(' ') + 1));
        return drawn != null
                && drawn.calls().stream()
                        .filter(call -> call.bean().equals("clock"))
                        .anyMatch(call -> call.endsWith(term));
    }
}
