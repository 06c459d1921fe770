package org.samenspraak.identity;

import java.util.Collections;
import java.util.Set;
import org.samenspraak.kernel.Actor.Holder;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;

/**
 * The work of somebody else that a deputy sees and does today.
 *
 * @param groups whose tasks it is about
 * @param whole whether all that the holder took goes along; never what only the holder of a personal role may do
 * @param trajectories of which cases; empty is all
 * @param areas where, with those inside them; empty is everywhere
 */
public record Cover(Holder holder, Set<GroupId> groups, boolean whole, Set<String> trajectories, Set<AreaId> areas) {

    boolean holds(Offer task) {
        return inScope(task) && (!Collections.disjoint(groups, task.groups()) || (whole && isTakenWork(task)));
    }

    private boolean inScope(Offer task) {
        return (trajectories.isEmpty() || trajectories.contains(task.trajectory()))
                && (areas.isEmpty() || (task.area() != null && areas.contains(task.area())));
    }

    private boolean isTakenWork(Offer task) {
        return holder.id().equals(task.assignee()) && task.groups().stream().noneMatch(Role::isPersonal);
    }
}
