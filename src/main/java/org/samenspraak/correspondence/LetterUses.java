package org.samenspraak.correspondence;

import java.util.List;
import org.samenspraak.regulation.ParameterUse;
import org.springframework.stereotype.Component;

/** Letters and mails that name a value of the regulation, as it holds or as somebody is writing it. */
@Component
class LetterUses implements ParameterUse {

    private final LetterTexts texts;

    LetterUses(LetterTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<String> of(String key) {
        var field = "{{term." + key + "}}";
        return texts.languages().stream()
                .flatMap(language -> texts.all(language).stream())
                .filter(text -> names(text, field))
                .map(TextOverview::title)
                .distinct()
                .toList();
    }

    private boolean names(TextOverview text, String field) {
        var written = texts.edited(text.name(), text.language());
        var holds = texts.find(text.name(), text.language());
        return (written.title() + written.body()).contains(field)
                || holds.filter(it -> (it.title() + it.body()).contains(field)).isPresent();
    }
}
