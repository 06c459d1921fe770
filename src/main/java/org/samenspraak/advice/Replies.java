package org.samenspraak.advice;

import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Service;

/** What was done with each point of advice. */
@Service
class Replies {

    void refuseUnlessComplete(CaseId caseId) {}
}
