package org.samenspraak.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;

/**
 * To whom a task is offered.
 *
 * @param assignee who has it, or none
 * @param trajectory of its case
 * @param area of its case, or none
 */
public record Offer(Set<GroupId> groups, @Nullable PersonId assignee, String trajectory, @Nullable AreaId area) {}
