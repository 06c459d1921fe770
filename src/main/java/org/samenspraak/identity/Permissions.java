package org.samenspraak.identity;

import static org.samenspraak.identity.Permission.ADMINISTER;
import static org.samenspraak.identity.Permission.DESIGN;
import static org.samenspraak.identity.Permission.EDIT_COUNCIL;
import static org.samenspraak.identity.Permission.HANDLE_MONEY;
import static org.samenspraak.identity.Permission.OPEN_DOCUMENTS;
import static org.samenspraak.identity.Permission.OWN_ACCOUNT;
import static org.samenspraak.identity.Permission.SEE_AUDIT;
import static org.samenspraak.identity.Permission.SEE_CONTACTS;
import static org.samenspraak.identity.Permission.SEE_DESIGN;
import static org.samenspraak.identity.Permission.SEE_GRADES;
import static org.samenspraak.identity.Permission.SEE_MONEY;
import static org.samenspraak.identity.Permission.SEE_OFFICE;
import static org.samenspraak.identity.Permission.SEE_OPERATION;
import static org.samenspraak.identity.Permission.SEE_RULES;
import static org.samenspraak.identity.Permission.SEE_TASKS;
import static org.samenspraak.identity.Permission.START_CASE;
import static org.samenspraak.identity.Permission.STEER_CASE;
import static org.samenspraak.identity.Permission.WORK;
import static org.samenspraak.identity.Permission.WRITE_RULES;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.kernel.GroupId;

/** The one place that turns roles into permissions. */
final class Permissions {

    /** What {@link ForCouncils} closes to everybody else, as the table names it. */
    private static final String COUNCIL_PLACE = "COUNCIL_PLACE (`/raad`)";

    private Permissions() {}

    static Set<Permission> of(Role role) {
        return switch (role) {
            case PARTICIPATION_OFFICE -> ofOffice();
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
                    COMMITTEE -> EnumSet.of(OWN_ACCOUNT, SEE_OFFICE, WORK, START_CASE, OPEN_DOCUMENTS);
            case FINANCE ->
                EnumSet.of(OWN_ACCOUNT, SEE_OFFICE, WORK, START_CASE, OPEN_DOCUMENTS, SEE_MONEY, HANDLE_MONEY);
            case PROCESS_DESIGNER -> EnumSet.of(OWN_ACCOUNT, SEE_OFFICE, DESIGN, SEE_DESIGN, SEE_RULES, WRITE_RULES);
            case ADMINISTRATOR -> EnumSet.of(OWN_ACCOUNT, SEE_RULES, WRITE_RULES, SEE_OPERATION, SEE_AUDIT, ADMINISTER);
            case AUDITOR ->
                EnumSet.of(
                        OWN_ACCOUNT,
                        SEE_OFFICE,
                        SEE_TASKS,
                        OPEN_DOCUMENTS,
                        SEE_CONTACTS,
                        SEE_DESIGN,
                        SEE_RULES,
                        SEE_OPERATION,
                        SEE_AUDIT,
                        SEE_MONEY);
        };
    }

    private static Set<Permission> ofOffice() {
        return EnumSet.of(
                OWN_ACCOUNT,
                SEE_OFFICE,
                WORK,
                START_CASE,
                EDIT_COUNCIL,
                SEE_CONTACTS,
                OPEN_DOCUMENTS,
                STEER_CASE,
                SEE_RULES,
                SEE_OPERATION,
                SEE_MONEY,
                SEE_GRADES);
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
        var head = row("role", Stream.concat(Stream.of(actions).map(Permission::name), Stream.of(COUNCIL_PLACE)));
        var line = row("---", Stream.generate(() -> "---").limit(actions.length + 1));
        var rows = Stream.of(Role.values())
                .map(role -> row(
                        "`" + role.code() + (role.isFamily() ? "-…" : "") + "`"
                                + (role.isPerArea() ? " (own areas)" : ""),
                        Stream.concat(
                                Stream.of(actions).map(action -> of(role).contains(action) ? "yes" : "–"),
                                Stream.of("–"))));
        var council = row(
                "member of a council (own councils)",
                Stream.concat(Stream.generate(() -> "–").limit(actions.length), Stream.of("yes")));
        return Stream.of(Stream.of(head, line), rows, Stream.of(council))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private static String row(String name, Stream<String> cells) {
        return Stream.concat(Stream.of(name), cells).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
