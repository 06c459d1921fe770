package org.samenspraak.forms;

import java.util.List;
import java.util.Locale;
import org.samenspraak.identity.Areas;
import org.springframework.stereotype.Component;

/** The areas of the municipality: {@code valuesKey: areas}, or a select with {@code format: area}. */
@Component
class AreasOffered implements OfferedValues {

    private final Areas areas;

    AreasOffered(Areas areas) {
        this.areas = areas;
    }

    @Override
    public String key() {
        return "areas";
    }

    @Override
    public List<Value> values(Locale locale) {
        return areas.all().stream()
                .map(it -> new Value(it.id().value().toString(), it.name()))
                .toList();
    }
}
