package org.samenspraak.identity;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;

/**
 * Says in SQL, about {@code process_task t}, which tasks are somebody's: their own, and those of whom they act for today.
 * {@link SignedIn#works} says the same of one task.
 */
public class Theirs {

    private final SignedIn me;
    private final Function<Object, String> put;

    /** @param put keeps a value as a parameter and returns how it is written */
    public Theirs(SignedIn me, Function<Object, String> put) {
        this.me = me;
        this.put = put;
    }

    /** Offered to one of the groups. */
    public String offered() {
        return each("t.groups && " + groups(me.groups()), this::offered);
    }

    /** Taken already. */
    public String taken() {
        return each("t.assignee = " + put.apply(me.person().value()), this::taken);
    }

    /** Offered or taken. */
    public String all() {
        return each(
                "(t.groups && " + groups(me.groups()) + " or t.assignee = "
                        + put.apply(me.person().value()) + ")",
                cover -> "(" + offered(cover) + " or " + taken(cover) + ")");
    }

    private String each(String own, Function<Cover, String> others) {
        return me.covers().isEmpty()
                ? own
                : me.covers().stream()
                        .map(cover -> others.apply(cover) + scope(cover))
                        .collect(Collectors.joining(" or ", "(" + own + " or ", ")"));
    }

    private String offered(Cover cover) {
        return "t.groups && " + groups(cover.groups());
    }

    /** Of a personal role only what is offered to it; of whom is away all but that. */
    private String taken(Cover cover) {
        return "t.assignee = " + put.apply(cover.holder().id().value())
                + (cover.whole() ? " and not t.groups && " + groups(Role.personal()) : " and " + offered(cover));
    }

    private String scope(Cover cover) {
        var trajectories = cover.trajectories();
        var areas = cover.areas();
        return (trajectories.isEmpty()
                        ? ""
                        : " and t.trajectory = any(" + put.apply(trajectories.toArray(String[]::new)) + ")")
                + (areas.isEmpty()
                        ? ""
                        : " and t.area_id = any("
                                + put.apply(areas.stream().map(AreaId::value).toArray(UUID[]::new)) + ")");
    }

    private String groups(Collection<GroupId> groups) {
        return put.apply(groups.stream().map(GroupId::toString).toArray(String[]::new)) + "::text[]";
    }
}
