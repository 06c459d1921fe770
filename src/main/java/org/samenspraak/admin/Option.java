package org.samenspraak.admin;

import java.util.List;
import org.samenspraak.admin.AreaPages.AreaRow;
import org.samenspraak.identity.RoleNames;

/** One line of a list to choose from. */
record Option(String value, String text) {

    static List<Option> roles(RoleNames names) {
        return names.offered().stream()
                .map(group -> new Option(group.toString(), names.of(group)))
                .toList();
    }

    static List<Option> areas(List<AreaRow> areas) {
        return areas.stream()
                .map(area -> new Option(area.id().toString(), area.path()))
                .toList();
    }
}
