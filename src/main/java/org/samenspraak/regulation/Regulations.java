package org.samenspraak.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versioned parameters. A version that a case depends on is locked. */
public class Regulations {

    /** The version of the regulation configured for a trajectory that holds on a day. */
    public RegulationId inForce(String trajectory, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    public Optional<Parameter> find(RegulationId regulation, String key) {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalStateException when the regulation lacks it */
    public Parameter get(RegulationId regulation, String key) {
        throw new UnsupportedOperationException();
    }

    /** All parameters by key, in the order of the regulation. */
    public Map<String, Parameter> parameters(RegulationId regulation) {
        throw new UnsupportedOperationException();
    }

    /** Called when a case is bound; from then on this version can't change. */
    public void lock(RegulationId regulation) {
        throw new UnsupportedOperationException();
    }

    public List<RegulationId> versions(String name) {
        throw new UnsupportedOperationException();
    }
}
