package org.samenspraak.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;

/** Tasks of people. Permission is the caller's matter; the second of two people is refused here. */
public class Tasks {

    public Optional<OpenTask> find(String taskId) {
        throw new UnsupportedOperationException();
    }

    public List<OpenTask> ofCase(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** Refuses when somebody else has it or it is gone. */
    public void claim(String taskId, PersonId person) {
        throw new UnsupportedOperationException();
    }

    public void giveBack(String taskId, PersonId person) {
        throw new UnsupportedOperationException();
    }

    /** Completes a task with the facts of its form; refuses when it is gone. */
    public void complete(String taskId, Map<String, Object> facts, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Looks up the groups of the open tasks of a case again, after its area or council changed. */
    public void regroup(CaseId caseId) {
        throw new UnsupportedOperationException();
    }
}
