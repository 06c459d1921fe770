package org.samenspraak.advice;

import java.util.List;
import java.util.Locale;
import org.samenspraak.forms.OfferedValues;
import org.springframework.stereotype.Component;

/** The councils whose advice may be joined: {@link AdvicePrefill} knows them where there is a case; elsewhere there are none. */
@Component
class InvitersOffered implements OfferedValues {

    @Override
    public String key() {
        return "advice.inviters";
    }

    @Override
    public List<Value> values(Locale locale) {
        return List.of();
    }
}
