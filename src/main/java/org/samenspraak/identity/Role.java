package org.samenspraak.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.samenspraak.kernel.GroupId;

/** The roles that officials can hold. Councils hold none: they come in by a link. */
public enum Role {
    PARTICIPATION_OFFICE(Kind.PLAIN),
    AREA_MANAGER(Kind.PER_AREA),
    COUNCIL_SUPPORT(Kind.PLAIN),
    ALDERMAN(Kind.PLAIN),
    COLLEGE(Kind.PLAIN),
    GEMEENTERAAD(Kind.PLAIN),
    MAYOR(Kind.PLAIN),
    GENERAL_DIRECTOR(Kind.PLAIN),
    MANAGEMENT_TEAM(Kind.PLAIN),
    LEGAL(Kind.PLAIN),
    /** {@code department-mobility}, {@code department-green} and so on. */
    DEPARTMENT(Kind.FAMILY),
    FINANCE(Kind.PLAIN),
    /** {@code committee-dialoogkamer}, {@code committee-jury} and so on. */
    COMMITTEE(Kind.FAMILY),
    PROCESS_DESIGNER(Kind.PLAIN),
    /** Keeps the office running; sees no cases. */
    ADMINISTRATOR(Kind.PLAIN),
    /** Reads everything, writes nothing. */
    AUDITOR(Kind.PLAIN);

    private enum Kind {
        PLAIN,
        PER_AREA,
        FAMILY
    }

    private final Kind kind;

    Role(Kind kind) {
        this.kind = kind;
    }

    /** The role behind a name in a model or a table; none for a council's group or a name nobody knows. */
    public static Optional<Role> find(String name) {
        return Arrays.stream(values()).filter(role -> role.isNamed(name)).findFirst();
    }

    /** As models write it; of a family the part before the dash. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whoever holds it may name somebody who acts in their place. */
    public boolean mayBeDelegated() {
        return this == MAYOR || this == GENERAL_DIRECTOR;
    }

    /** The groups of the roles that may be delegated. */
    public static Set<GroupId> personal() {
        return Arrays.stream(values())
                .filter(Role::mayBeDelegated)
                .map(role -> GroupId.of(role.code()))
                .collect(Collectors.toSet());
    }

    /** Whether only who holds the group's role, or whom they named for it, does its tasks. */
    public static boolean isPersonal(GroupId group) {
        return find(group.role()).filter(Role::mayBeDelegated).isPresent();
    }

    /** Held for areas, never for the whole municipality. */
    public boolean isPerArea() {
        return kind == Kind.PER_AREA;
    }

    /** Has a name of its own behind the dash. */
    public boolean isFamily() {
        return kind == Kind.FAMILY;
    }

    private boolean isNamed(String name) {
        return isFamily() ? name.matches(code() + "-[a-z0-9]+(-[a-z0-9]+)*") : name.equals(code());
    }
}
