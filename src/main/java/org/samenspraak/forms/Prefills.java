package org.samenspraak.forms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** Finds the values of {@code prefill: recognition.years} at the module that answers to {@code recognition}; each is asked once. */
class Prefills {

    private final List<Prefill> sources;

    Prefills(List<Prefill> sources) {
        this.sources = sources;
    }

    /** Its prefilled fields; before there is a case also the facts that it reads, which a case has by {@link #all}. */
    Map<String, Object> of(Form form, @Nullable CaseId caseId, Actor by) {
        var known = new HashMap<String, Map<String, Object>>();
        var filled = new LinkedHashMap<String, Object>();
        form.all()
                .filter(it -> it.kind().asks() || it.kind() == Kind.DYNAMICLIST)
                .forEach(field -> {
                    var source = field.property("prefill");
                    if (source != null && source.indexOf('.') > 0) {
                        var dot = source.indexOf('.');
                        var values = known.computeIfAbsent(source.substring(0, dot), it -> ask(it, caseId, by));
                        Tree.put(filled, field.key(), Tree.get(values, source.substring(dot + 1)));
                    }
                });
        if (caseId == null) {
            form.reads().forEach(word -> filled.put(word, known.computeIfAbsent(word, it -> ask(it, null, by))));
            filled.values().removeIf(Map.of()::equals);
        }
        return filled;
    }

    /** By the word each source answers to; without the ones that know nothing. */
    Map<String, Object> all(CaseId caseId, String trajectory, Actor by) {
        var known = new LinkedHashMap<String, Object>();
        sources.stream().filter(source -> source.speaksOf(trajectory)).forEach(source -> {
            var values = source.known(caseId, by);
            if (!values.isEmpty()) {
                known.put(source.source(), values);
            }
        });
        return known;
    }

    private Map<String, Object> ask(String word, @Nullable CaseId caseId, Actor by) {
        return sources.stream()
                .filter(it -> it.source().equals(word))
                .findFirst()
                .map(it -> it.known(caseId, by))
                .orElse(Map.of());
    }
}
