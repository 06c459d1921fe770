package org.samenspraak.tasklist;

import java.util.List;
import org.springframework.util.MultiValueMap;

/** Texts that somebody typed into a form that is gone. */
public record Typed(String name, String text) {

    static List<Typed> of(MultiValueMap<String, String> sent) {
        return sent.entrySet().stream()
                .filter(field -> !field.getKey().startsWith("_"))
                .flatMap(field -> field.getValue().stream().map(text -> new Typed(field.getKey(), text)))
                .filter(typed -> !typed.text().isBlank())
                .toList();
    }
}
