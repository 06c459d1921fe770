package org.samenspraak.advice;

import java.util.List;
import java.util.Locale;
import org.samenspraak.forms.OfferedValues;
import org.springframework.stereotype.Component;

/** The councils that may be asked: {@code valuesKey: advisers}. */
@Component
class AdvisersOffered implements OfferedValues {

    private final Addressees addressees;

    AdvisersOffered(Addressees addressees) {
        this.addressees = addressees;
    }

    @Override
    public String key() {
        return "advisers";
    }

    @Override
    public List<Value> values(Locale locale) {
        return addressees.all().stream()
                .map(council -> new Value(council.id().toString(), council.name()))
                .toList();
    }
}
