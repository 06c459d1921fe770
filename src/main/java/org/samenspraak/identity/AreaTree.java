package org.samenspraak.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;

/** Which areas lie inside which, also further down. */
public record AreaTree(Map<AreaId, Set<AreaId>> within) {

    public static final AreaTree EMPTY = new AreaTree(Map.of());

    static AreaTree of(List<Area> areas) {
        var within = new HashMap<AreaId, Set<AreaId>>();
        areas.forEach(area -> {
            if (area.within() != null) {
                within.computeIfAbsent(area.within(), around -> new HashSet<>()).add(area.id());
            }
        });
        return new AreaTree(within);
    }

    /** The area itself and all inside it. */
    public Set<AreaId> inside(AreaId area) {
        var found = new HashSet<AreaId>();
        collect(area, found);
        return found;
    }

    /** The group itself and the same in all areas inside its own. */
    public Stream<GroupId> reach(GroupId group) {
        return group.scope() == null
                ? Stream.of(group)
                : inside(AreaId.parse(group.scope())).stream().map(area -> new GroupId(group.role(), area.toString()));
    }

    private void collect(AreaId area, Set<AreaId> found) {
        if (found.add(area)) {
            within.getOrDefault(area, Set.of()).forEach(inside -> collect(inside, found));
        }
    }
}
