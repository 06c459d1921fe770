package org.samenspraak.advice;

import java.util.List;
import java.util.Locale;
import org.samenspraak.forms.OfferedValues;
import org.springframework.stereotype.Component;

/** The other councils of the same question: {@link AdvicePrefill} knows them where there is a case; elsewhere there are none. */
@Component
class OthersOffered implements OfferedValues {

    @Override
    public String key() {
        return "advice.others";
    }

    @Override
    public List<Value> values(Locale locale) {
        return List.of();
    }
}
