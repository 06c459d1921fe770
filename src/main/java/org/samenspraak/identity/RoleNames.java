package org.samenspraak.identity;

import java.util.Collection;
import java.util.stream.Collectors;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What groups are called on screen; templates ask {@code @roleNames}. */
@Component
public class RoleNames {

    private final MessageSource texts;
    private final Areas areas;

    RoleNames(MessageSource texts, Areas areas) {
        this.texts = texts;
        this.areas = areas;
    }

    /** "Wijkmanager, Runkst"; a department or committee without words of its own is called by what is behind the dash. */
    public String of(GroupId group) {
        var name = role(group.role());
        return group.scope() == null
                ? name
                : name + ", " + areas.get(AreaId.parse(group.scope())).name();
    }

    public String of(Collection<GroupId> groups) {
        return groups.stream().map(this::of).sorted().collect(Collectors.joining("; "));
    }

    private String role(String role) {
        var name = texts.getMessage("identity.role." + role, null, "", LocaleContextHolder.getLocale());
        return name == null || name.isEmpty() ? family(role) : name;
    }

    private String family(String role) {
        return Role.find(role)
                .filter(Role::isFamily)
                .map(found -> texts.getMessage(
                        "identity.role." + found.code(),
                        new Object[] {role.substring(found.code().length() + 1).replace('-', ' ')},
                        LocaleContextHolder.getLocale()))
                .orElse(role);
    }
}
