package org.samenspraak.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Says what to do when another program listens on our port, in terms of this project. */
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        return StartTexts.analysis("embedded.start.port-taken", cause, "" + cause.getPort());
    }

    /** Before the one of Spring Boot. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
