package org.samenspraak.grant;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.samenspraak.forms.OfferedValues;
import org.samenspraak.identity.Role;
import org.samenspraak.identity.RoleNames;
import org.springframework.stereotype.Component;

/** Who in the house may promise something to a council: {@code valuesKey: owners}. */
@Component
class OwnersOffered implements OfferedValues {

    private static final Set<Role> OWNERS = EnumSet.complementOf(
            EnumSet.of(Role.AREA_MANAGER, Role.COMMITTEE, Role.PROCESS_DESIGNER, Role.ADMINISTRATOR, Role.AUDITOR));

    private final RoleNames names;

    OwnersOffered(RoleNames names) {
        this.names = names;
    }

    @Override
    public String key() {
        return "owners";
    }

    @Override
    public List<Value> values(Locale locale) {
        return names.offered().stream()
                .filter(group ->
                        Role.find(group.role()).filter(OWNERS::contains).isPresent())
                .map(group -> new Value(group.toString(), names.of(group)))
                .toList();
    }
}
