package org.samenspraak.process;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The groups that a model may offer a task to: those that do tasks, so not who draws, keeps the office running or only reads. */
final class Groups {

    private static final Set<String> ROLES = Set.of(
            "participation-office",
            "council-support",
            "alderman",
            "college",
            "gemeenteraad",
            "mayor",
            "general-director",
            "management-team",
            "legal",
            "finance",
            "area-manager@area",
            "responsible@case",
            "responsible@item",
            "council@case",
            "council-chair@case",
            "council-secretary@case",
            "council@item",
            "council-chair@item",
            "council-secretary@item",
            "department@item",
            "committee@item",
            "area-manager@item");
    private static final Pattern NAMED = Pattern.compile("(department|committee)-[a-z][a-z0-9-]{1,40}");

    private Groups() {}

    static List<String> roles() {
        return ROLES.stream().sorted().toList();
    }

    static boolean isKnown(String group) {
        return ROLES.contains(group) || NAMED.matcher(group).matches();
    }

    /** Roles are not scoped where a case starts: there is no case yet. */
    static boolean mayStart(String role) {
        return role.equals("public")
                || role.equals("official")
                || role.equals("council")
                || role.equals("area-manager")
                || (isKnown(role) && !role.contains("@"));
    }

    static boolean isCouncil(String group) {
        return group.startsWith("council@")
                || group.startsWith("council-chair@")
                || group.startsWith("council-secretary@");
    }
}
