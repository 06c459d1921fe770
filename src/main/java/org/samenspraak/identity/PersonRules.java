package org.samenspraak.identity;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Refusal;

/** What is refused of a person before the database is asked. */
final class PersonRules {

    static final int LONGEST_NAME = 120;
    static final int SHORTEST_PASSWORD = 12;

    /** bcrypt does not read further. */
    static final int LONGEST_PASSWORD_BYTES = 72;

    private PersonRules() {}

    /** Goes through all checks, also after a refusal. */
    static List<Refusal> collect(Runnable... checks) {
        var refusals = new ArrayList<Refusal>();
        for (var check : checks) {
            try {
                check.run();
            } catch (Refusal refusal) {
                refusals.add(refusal);
            }
        }
        return refusals;
    }

    static void refuseUsername(String username) {
        if (!username.matches("[A-Za-z0-9][A-Za-z0-9._@-]{1,63}")) {
            throw Refusal.of("username", "identity.refusal.username");
        }
    }

    /** Of a person or an area: one line. */
    static void refuseName(String name) {
        if (name.isBlank()) {
            throw Refusal.of("name", "identity.refusal.name-missing");
        }
        if (name.length() > LONGEST_NAME || name.lines().count() > 1) {
            throw Refusal.of("name", "identity.refusal.name-long", LONGEST_NAME);
        }
    }

    static void refuseEmail(String email) {
        if (!email.matches("[^\\s@]{1,64}@[^\\s@]{1,180}")) {
            throw Refusal.of("email", "identity.refusal.email");
        }
    }

    /** Long rather than strange: length, not the username, more than a few different signs. */
    static void refusePassword(String password, String username) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw Refusal.of("password", "identity.refusal.password-short", SHORTEST_PASSWORD);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw Refusal.of("password", "identity.refusal.password-long", LONGEST_PASSWORD_BYTES);
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (plain.contains(username.toLowerCase(Locale.ROOT))
                || plain.chars().distinct().count() < 5) {
            throw Refusal.of("password", "identity.refusal.password-easy");
        }
    }

    static void refuseGroup(GroupId group) {
        var role = Role.find(group.role())
                .orElseThrow(() -> Refusal.of("role", "identity.refusal.role-unknown", group.role()));
        if (role.isPerArea() && group.scope() == null) {
            throw Refusal.of("area", "identity.refusal.area-missing");
        }
        if (!role.isPerArea() && group.scope() != null) {
            throw Refusal.of("area", "identity.refusal.area-not-taken");
        }
        area(group);
    }

    static void refuseDates(LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw Refusal.of("until", "identity.refusal.dates");
        }
    }

    static @Nullable AreaId area(GroupId group) {
        return group.scope() == null ? null : AreaId.parse(group.scope());
    }
}
