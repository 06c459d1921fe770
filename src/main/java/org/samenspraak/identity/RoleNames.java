package org.samenspraak.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What groups are called on screen; templates ask {@code @roleNames}. */
@Component
public class RoleNames {

    private static final List<String> FAMILIES = List.of(
            "department-mobility",
            "department-green",
            "department-public-domain",
            "department-youth",
            "department-culture",
            "department-welfare",
            "department-safety",
            "department-finance",
            "committee-dialoogkamer",
            "committee-jury");

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

    /** The same of many, in one query. */
    public Map<GroupId, String> each(Collection<GroupId> groups) {
        var names =
                areas.all().stream().collect(Collectors.toMap(area -> area.id().toString(), Area::name));
        return groups.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        group -> role(group.role()) + (group.scope() == null ? "" : ", " + names.get(group.scope()))));
    }

    /** "Beheerder; Wijkmanager, Banneux, Godsheide" */
    public String of(Collection<GroupId> groups) {
        var areasOf = new TreeMap<String, TreeSet<String>>();
        for (var group : groups) {
            var places = areasOf.computeIfAbsent(role(group.role()), role -> new TreeSet<>());
            if (group.scope() != null) {
                places.add(areas.get(AreaId.parse(group.scope())).name());
            }
        }
        return areasOf.entrySet().stream()
                .map(role -> String.join(
                        ", ",
                        Stream.concat(Stream.of(role.getKey()), role.getValue().stream())
                                .toList()))
                .collect(Collectors.joining("; "));
    }

    /** The roles to choose from, by name; areas come besides. */
    public List<GroupId> offered() {
        var plain = Stream.of(Role.values()).filter(role -> !role.isFamily()).map(Role::code);
        return Stream.concat(plain, FAMILIES.stream())
                .map(GroupId::of)
                .sorted(Comparator.comparing(this::of))
                .toList();
    }

    /** Those of them whose people do tasks for the whole municipality. */
    public List<GroupId> working() {
        return offered().stream()
                .filter(group -> Role.find(group.role())
                        .filter(role ->
                                !role.isPerArea() && Permissions.of(role).contains(Permission.WORK))
                        .isPresent())
                .toList();
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
