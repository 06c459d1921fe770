package org.samenspraak.regulation;

/** One version of a regulation ("hasselt", 2). */
public record RegulationId(String name, int version) {

    @Override
    public String toString() {
        return name + " v" + version;
    }
}
