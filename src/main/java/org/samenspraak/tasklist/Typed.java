package org.samenspraak.tasklist;

import java.util.List;
import org.samenspraak.forms.Forms.Judgement;
import org.springframework.util.MultiValueMap;

/** What somebody typed that is no answer as it stands, under the label of its field. */
public record Typed(String label, String text) {

    static List<Typed> unread(Judgement judgement, MultiValueMap<String, String> sent) {
        return judgement.errors().stream()
                .filter(error -> sent.containsKey(error.path()))
                .map(error -> new Typed(error.label(), String.join(", ", sent.get(error.path()))))
                .filter(typed -> !typed.text().isBlank())
                .toList();
    }
}
