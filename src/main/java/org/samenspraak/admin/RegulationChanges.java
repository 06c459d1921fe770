package org.samenspraak.admin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.RegulationView;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** What a version of a regulation changes, for the second person, who lets it hold. */
@Component
class RegulationChanges {

    private final Regulations regulations;
    private final ParameterTexts texts;
    private final Dates dates;

    RegulationChanges(Regulations regulations, ParameterTexts texts, Dates dates) {
        this.regulations = regulations;
        this.texts = texts;
        this.dates = dates;
    }

    /** Against the version that holds now; nothing for that one itself, for older ones, and where none holds yet. */
    Optional<Changes> of(RegulationView view) {
        return regulations.inForce(dates.today()).stream()
                .map(RegulationView::id)
                .filter(held -> held.name().equals(view.id().name())
                        && held.version() < view.id().version())
                .findFirst()
                .map(held -> new Changes(
                        held.version(), between(regulations.parameters(held), regulations.parameters(view.id()))));
    }

    private List<Change> between(Map<String, Parameter> before, Map<String, Parameter> after) {
        var keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key -> change(key, before.get(key), after.get(key)))
                .filter(change -> !change.parts().isEmpty())
                .toList();
    }

    private Change change(String key, @Nullable Parameter before, @Nullable Parameter after) {
        var parts = new ArrayList<Part>();
        add(parts, "value", before == null ? null : texts.value(before), after == null ? null : texts.value(after));
        add(parts, "sentence", before == null ? null : before.sentence(), after == null ? null : after.sentence());
        add(
                parts,
                "sentence-en",
                before == null ? null : before.sentenceEn(),
                after == null ? null : after.sentenceEn());
        add(parts, "source", source(before), source(after));
        var stays = before != null
                && after != null
                && !before.value().equals(after.value())
                && (before.sentence().equals(after.sentence())
                        || before.sentenceEn().equals(after.sentenceEn()));
        return new Change(texts.name(key), parts, stays);
    }

    private @Nullable String source(@Nullable Parameter parameter) {
        if (parameter == null) {
            return null;
        }
        return parameter.article() == null ? texts.reason(parameter) : parameter.article();
    }

    private static void add(List<Part> parts, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            parts.add(new Part(what, before, after));
        }
    }

    /** @param version the one that holds now */
    record Changes(int version, List<Change> list) {}

    /** @param sentenceStays whether the value is another and a sentence about it is not */
    record Change(String name, List<Part> parts, boolean sentenceStays) {}

    /** @param before none for a value that is new; {@code after} none for one that is gone */
    record Part(String what, @Nullable String before, @Nullable String after) {}
}
