package org.samenspraak.advice;

import java.util.Map;
import java.util.Objects;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Processes;
import org.springframework.stereotype.Component;

/** Tells a request that all its councils answered, or had their time. */
@Component
class Waiting {

    static final String ALL_IN = "all-advice-in";

    private final Requests requests;
    private final GivenAnswers given;
    private final Processes processes;

    Waiting(Requests requests, GivenAnswers given, Processes processes) {
        this.requests = requests;
        this.given = given;
        this.processes = processes;
    }

    /** After something changed for a council. */
    void look(CaseId council) {
        var request = Objects.requireNonNull(given.get(council).request(), "nobody asked");
        requests.lock(request);
        if (given.of(request).stream().noneMatch(GivenAnswers.Advice::isAwaited) && processes.awaits(request, ALL_IN)) {
            processes.signal(request, ALL_IN, Map.of(), Actor.SYSTEM);
        }
    }
}
