package org.samenspraak.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An area of a round of the neighbourhood budget.
 *
 * @param vulnerable in percent of its inhabitants
 * @param groups whom the round wants to reach there for sure
 * @param reach how
 */
record BudgetPart(String area, int inhabitants, int vulnerable, List<String> groups, String reach) {

    /** @param row what the names of its fields begin with */
    Map<String, List<String>> sent(String row, Cast cast) {
        var sent = new LinkedHashMap<String, List<String>>();
        sent.put(row + "area", List.of(cast.area(area).toString()));
        sent.put(row + "inhabitants", List.of(String.valueOf(inhabitants)));
        sent.put(row + "vulnerable", List.of(String.valueOf(vulnerable)));
        sent.put(row + "assumed", List.of("true"));
        sent.put(row + "takesPart", List.of("true"));
        sent.put(row + "reachGroups", groups);
        sent.put(row + "reach", List.of(reach));
        return sent;
    }
}
