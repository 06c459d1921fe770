package org.samenspraak.advice;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.samenspraak.forms.OfferedValues;
import org.samenspraak.identity.Role;
import org.samenspraak.identity.RoleNames;
import org.springframework.stereotype.Component;

/** Who in the house may ask for advice, and so has to reply: {@code valuesKey: departments}. */
@Component
class DepartmentsOffered implements OfferedValues {

    private static final Set<Role> ASKERS = Set.of(
            Role.PARTICIPATION_OFFICE,
            Role.COUNCIL_SUPPORT,
            Role.MANAGEMENT_TEAM,
            Role.LEGAL,
            Role.FINANCE,
            Role.DEPARTMENT);

    private final RoleNames names;

    DepartmentsOffered(RoleNames names) {
        this.names = names;
    }

    @Override
    public String key() {
        return "departments";
    }

    @Override
    public List<Value> values(Locale locale) {
        return names.offered().stream()
                .filter(group ->
                        Role.find(group.role()).filter(ASKERS::contains).isPresent())
                .map(group -> new Value(group.toString(), names.of(group)))
                .toList();
    }
}
