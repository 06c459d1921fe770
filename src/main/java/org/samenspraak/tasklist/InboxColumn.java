package org.samenspraak.tasklist;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns one can choose; task and case are always there. */
enum InboxColumn {
    COUNCIL,
    DUE,
    WHO,
    AGE,
    FOLLOW_UP,
    GROUP;

    static final Set<InboxColumn> USUAL = EnumSet.of(COUNCIL, DUE, WHO);

    /** What nobody knows is left out; the usual ones when nothing is left. */
    static Set<InboxColumn> of(List<String> codes) {
        var chosen = Arrays.stream(values())
                .filter(column -> codes.contains(column.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(InboxColumn.class)));
        return chosen.isEmpty() ? USUAL : chosen;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
