package org.samenspraak.designer;

import java.util.Objects;
import org.samenspraak.process.ModelSketch;

/**
 * A model that can be tried.
 *
 * @param form it starts with, or empty
 */
record TriedModel(String process, String name, String form) {

    static TriedModel of(String file, ModelSketch sketch) {
        var form = sketch.parts().stream()
                .filter(part -> part.kind().equals("process"))
                .map(part -> Objects.requireNonNullElse(part.settings().get("start_form"), ""))
                .findFirst()
                .orElse("");
        return new TriedModel(file.replace(".bpmn", ""), sketch.name(), form);
    }
}
