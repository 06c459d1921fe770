package org.samenspraak.advice;

import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Service;

/** Shows question, advice, replies and decision to everybody. */
@Service
class Publishing {

    void publish(CaseId request, Actor by) {}
}
