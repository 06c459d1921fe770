package org.samenspraak.regulation;

import java.util.Map;
import org.samenspraak.kernel.Jurisdiction;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which regulation a trajectory follows.
 *
 * @param trajectories the name of a regulation by process key; a trajectory that is not here follows the example of the
 *     jurisdiction
 * @param fourEyes whether a version is put in force by somebody else than who changed its values
 */
@ConfigurationProperties("samenspraak.regulation")
record RegulationSettings(@DefaultValue Map<String, String> trajectories, @DefaultValue("true") boolean fourEyes) {

    String regulationOf(String trajectory, Jurisdiction jurisdiction) {
        return trajectories.getOrDefault(trajectory, exampleFor(jurisdiction));
    }

    private static String exampleFor(Jurisdiction jurisdiction) {
        return switch (jurisdiction) {
            case BE_VLG -> "hasselt";
            case NL -> "enschede-2024";
        };
    }
}
