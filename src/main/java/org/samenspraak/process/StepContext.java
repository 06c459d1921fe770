package org.samenspraak.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/**
 * Where a step runs. The engine side makes it; a model can't name another case.
 *
 * @param scope the branch of a parallel step (a department, a council), or none
 * @param actor who caused the step; without a name when it comes from a job
 * @param facts the process variables that gateways read
 */
public record StepContext(CaseId caseId, @Nullable String scope, Actor actor, Map<String, Object> facts) {}
