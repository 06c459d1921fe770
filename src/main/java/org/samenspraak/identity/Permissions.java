package org.samenspraak.identity;

import static org.samenspraak.identity.Permission.ADMINISTER;
import static org.samenspraak.identity.Permission.DESIGN;
import static org.samenspraak.identity.Permission.EDIT_COUNCIL;
import static org.samenspraak.identity.Permission.OPEN_DOCUMENTS;
import static org.samenspraak.identity.Permission.OWN_ACCOUNT;
import static org.samenspraak.identity.Permission.SEE_AUDIT;
import static org.samenspraak.identity.Permission.SEE_CONTACTS;
import static org.samenspraak.identity.Permission.SEE_OFFICE;
import static org.samenspraak.identity.Permission.SEE_OPERATION;
import static org.samenspraak.identity.Permission.SEE_TASKS;
import static org.samenspraak.identity.Permission.START_CASE;
import static org.samenspraak.identity.Permission.STEER_CASE;
import static org.samenspraak.identity.Permission.WORK;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.kernel.GroupId;

/** The one place that turns roles into permissions. */
final class Permissions {

    private Permissions() {}

    static Set<Permission> of(Role role) {
        return switch (role) {
            case PARTICIPATION_OFFICE ->
                EnumSet.of(
                        OWN_ACCOUNT,
                        SEE_OFFICE,
                        WORK,
                        START_CASE,
                        EDIT_COUNCIL,
                        SEE_CONTACTS,
                        OPEN_DOCUMENTS,
                        STEER_CASE,
                        SEE_OPERATION);
            case AREA_MANAGER, COUNCIL_SUPPORT ->
                EnumSet.of(OWN_ACCOUNT, SEE_OFFICE, WORK, START_CASE, EDIT_COUNCIL, SEE_CONTACTS, OPEN_DOCUMENTS);
            case ALDERMAN,
                    COLLEGE,
                    GEMEENTERAAD,
                    MAYOR,
                    GENERAL_DIRECTOR,
                    MANAGEMENT_TEAM,
                    LEGAL,
                    DEPARTMENT,
                    FINANCE,
                    COMMITTEE -> EnumSet.of(OWN_ACCOUNT, SEE_OFFICE, WORK, START_CASE, OPEN_DOCUMENTS);
            case PROCESS_DESIGNER -> EnumSet.of(OWN_ACCOUNT, SEE_OFFICE, DESIGN);
            case ADMINISTRATOR -> EnumSet.of(OWN_ACCOUNT, SEE_OPERATION, SEE_AUDIT, ADMINISTER);
            case AUDITOR ->
                EnumSet.of(OWN_ACCOUNT, SEE_OFFICE, SEE_TASKS, OPEN_DOCUMENTS, SEE_CONTACTS, SEE_OPERATION, SEE_AUDIT);
        };
    }

    /** What the members of these groups may do, whatever the area. */
    static Set<Permission> of(Collection<GroupId> groups) {
        var permissions = EnumSet.of(Permission.OWN_ACCOUNT);
        groups.stream()
                .flatMap(group -> Role.find(group.role()).stream())
                .forEach(role -> permissions.addAll(of(role)));
        return permissions;
    }

    /** The table role × action as it stands in {@code docs/security.md}. */
    static String table() {
        var actions = Permission.values();
        var head = row("role", Stream.of(actions).map(Permission::name));
        var line = row("---", Stream.of(actions).map(action -> "---"));
        var rows = Stream.of(Role.values())
                .map(role -> row(
                        "`" + role.code() + (role.isFamily() ? "-…" : "") + "`"
                                + (role.isPerArea() ? " (own areas)" : ""),
                        Stream.of(actions).map(action -> of(role).contains(action) ? "yes" : "–")));
        return Stream.concat(Stream.of(head, line), rows).collect(Collectors.joining("\n"));
    }

    private static String row(String name, Stream<String> cells) {
        return Stream.concat(Stream.of(name), cells).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
