package org.samenspraak.process;

import java.util.List;
import java.util.stream.Collectors;

/** A deployment that the model check refuses. Nothing of it stays. */
public class ModelRefused extends RuntimeException {

    private final List<Finding> findings;

    ModelRefused(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
