package org.samenspraak.recognition;

import java.util.List;
import java.util.Locale;
import org.samenspraak.forms.OfferedValues;
import org.springframework.stereotype.Component;

/** The councils that are recognised or registered today: {@code valuesKey: councils}. */
@Component
class CouncilsOffered implements OfferedValues {

    private final RecognitionTerms terms;

    CouncilsOffered(RecognitionTerms terms) {
        this.terms = terms;
    }

    @Override
    public String key() {
        return "councils";
    }

    @Override
    public List<Value> values(Locale locale) {
        return terms.councils();
    }
}
