package org.samenspraak.tasklist;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;

/** {@code office.enters}: that an official fills in a start form, so that it may ask what only who holds the paper knows. */
@Component
class OfficePrefill implements Prefill {

    @Override
    public String source() {
        return "office";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return false;
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        return by.kind() == Actor.Kind.PERSON ? Map.of("enters", true) : Map.of();
    }
}
