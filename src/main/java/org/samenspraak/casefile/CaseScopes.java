package org.samenspraak.casefile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.TaskScopes;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * {@code @area} is the case's area, {@code @case} its council, {@code responsible@case} the group that it is with, {@code
 * responsible@item} the group that a parallel branch is for. A case that has none yet goes to the participation office, so that a
 * task is never offered to nobody.
 */
@Component
class CaseScopes implements TaskScopes {

    private static final GroupId OFFICE = GroupId.of("participation-office");

    private static final String RESPONSIBLE = "responsible";

    private final CaseRecords records;
    private final List<ResponsibleGroups> responsible;

    CaseScopes(CaseRecords records, @Lazy List<ResponsibleGroups> responsible) {
        this.records = records;
        this.responsible = responsible;
    }

    @Override
    public GroupId resolve(CaseId caseId, GroupId asDrawn, @Nullable String item) {
        var word = asDrawn.scope();
        if (word == null) {
            return asDrawn;
        }
        if (word.equals("item")) {
            var branch = Objects.requireNonNull(item, "no parallel branch");
            return asDrawn.role().equals(RESPONSIBLE) ? GroupId.parse(branch) : new GroupId(asDrawn.role(), branch);
        }
        var binding = records.binding(caseId).orElseThrow();
        if (asDrawn.role().equals(RESPONSIBLE)) {
            return responsible.stream()
                    .flatMap(known -> known.of(caseId).stream())
                    .findFirst()
                    .or(() -> Optional.ofNullable(binding.responsible()).map(GroupId::parse))
                    .orElse(OFFICE);
        }
        return switch (word) {
            case "area" -> scoped(asDrawn, binding.areaId());
            case "case" -> scoped(asDrawn, binding.councilId());
            default -> throw new IllegalArgumentException("unknown scope " + asDrawn);
        };
    }

    private static GroupId scoped(GroupId drawn, @Nullable UUID scope) {
        return scope == null ? OFFICE : new GroupId(drawn.role(), scope.toString());
    }
}
