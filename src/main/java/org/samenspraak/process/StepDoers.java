package org.samenspraak.process;

import java.util.Set;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** Knows who did which step of a case, also when the engine has forgotten; the case file does. */
public interface StepDoers {

    /** Whether this person, or whom they do it for, did one of these tasks or had it done in their place. */
    boolean did(CaseId caseId, String process, Set<String> elements, Actor person);
}
