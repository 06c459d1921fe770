package org.samenspraak.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Runs shipped models in the whole office: start, complete tasks and fire timers by the id of their element, ask what was
 * passed. Steps are the real ones. What is due at once (async steps) runs after each move.
 */
public abstract class ProcessTest extends PostgresIT {

    @Autowired
    protected Processes processes;

    @Autowired
    protected Tasks tasks;

    @Autowired
    protected EngineClock engineClock;

    @Autowired
    private ManagementService management;

    @BeforeEach
    void setTheEnginesClock() {
        engineClock.set(clock.instant());
    }

    @AfterEach
    void putTheEnginesClockBack() {
        engineClock.reset();
    }

    /** Starts a model for a case that is nothing but an id. */
    protected CaseId start(String process, Map<String, Object> facts) {
        var caseId = CaseId.create();
        processes.start(process, caseId, facts, Actor.SYSTEM);
        engineClock.runDue();
        return caseId;
    }

    /** Names and values in turn. */
    protected static Map<String, Object> with(Object... namesAndValues) {
        var facts = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return facts;
    }

    protected OpenTask task(CaseId caseId, String element) {
        var open = tasks.ofCase(caseId);
        return open.stream()
                .filter(task -> task.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task " + element + " among "
                        + open.stream().map(OpenTask::element).toList()));
    }

    protected void complete(CaseId caseId, String element, Object... namesAndValues) {
        tasks.complete(task(caseId, element).id(), with(namesAndValues), Actor.SYSTEM);
        engineClock.runDue();
    }

    protected void signal(CaseId caseId, String message, Object... namesAndValues) {
        processes.signal(caseId, message, with(namesAndValues), Actor.SYSTEM);
        engineClock.runDue();
    }

    /** Fires the timer of this element, whenever it is due. */
    protected void fireTimer(CaseId caseId, String element) {
        var job = jdbc.sql(
                        """
                        select j.id_ from act_ru_job j
                          join act_ru_execution p on p.id_ = j.process_instance_id_
                          join act_ru_jobdef d on d.id_ = j.job_def_id_
                         where p.business_key_ = ? and d.act_id_ = ? and j.type_ = 'timer'
                        """)
                .params(caseId.toString(), element)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new AssertionError("No timer " + element));
        management.executeJob(job);
        engineClock.runDue();
    }

    protected RunAssert assertThatCase(CaseId caseId) {
        return new RunAssert(caseId);
    }

    /** What a case passed, called models included. */
    public final class RunAssert extends AbstractAssert<RunAssert, CaseId> {

        private RunAssert(CaseId caseId) {
            super(caseId, RunAssert.class);
        }

        public RunAssert hasPassed(String... elements) {
            var passed = passed("");
            var missing = Set.of(elements).stream()
                    .filter(element -> !passed.contains(element))
                    .collect(Collectors.toSet());
            if (!missing.isEmpty()) {
                failWithMessage("Not passed: %s; passed: %s", missing, passed);
            }
            return this;
        }

        public RunAssert waitsAt(String... elements) {
            var waiting = passed(" and a.end_time_ is null");
            if (!waiting.containsAll(Set.of(elements))) {
                failWithMessage("Waits at %s", waiting);
            }
            return this;
        }

        public RunAssert isEnded() {
            var waiting = passed(" and a.end_time_ is null");
            if (!waiting.isEmpty()) {
                failWithMessage("Still waits at %s", waiting);
            }
            return this;
        }

        private Set<String> passed(String where) {
            return jdbc.sql(
                            "select a.act_id_ from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_ where p.business_key_ = ?"
                                    + where)
                    .param(actual.toString())
                    .query(String.class)
                    .set();
        }
    }
}
