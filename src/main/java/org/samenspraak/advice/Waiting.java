package org.samenspraak.advice;

import java.util.Map;
import java.util.Objects;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Processes;
import org.springframework.stereotype.Component;

/** Tells a request that all its councils answered, or had their time; its term ends with that. */
@Component
class Waiting {

    static final String ALL_IN = "all-advice-in";

    private final Requests requests;
    private final GivenAnswers given;
    private final Clocks clocks;
    private final Processes processes;

    Waiting(Requests requests, GivenAnswers given, Clocks clocks, Processes processes) {
        this.requests = requests;
        this.given = given;
        this.clocks = clocks;
        this.processes = processes;
    }

    /** After something changed for a council. */
    void look(CaseId council) {
        var request = Objects.requireNonNull(given.get(council).request(), "nobody asked");
        if (close(request) && processes.awaits(request, ALL_IN)) {
            processes.signal(request, ALL_IN, Map.of(), Actor.SYSTEM);
        }
    }

    /** Ends the term of a request, unless a council still writes: one that was given more time moves it. Says whether it did. */
    boolean close(CaseId request) {
        requests.lock(request);
        var over = given.of(request).stream().noneMatch(GivenAnswers.Advice::isAwaited);
        if (over) {
            clocks.stop(request, AskedTerm.TERM, null);
        }
        return over;
    }
}
