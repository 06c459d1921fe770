package org.samenspraak.advice;

import java.util.List;
import java.util.Locale;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.forms.OfferedValues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The councils that may be asked: {@code valuesKey: advisers}. */
@Component
class AdvisersOffered implements OfferedValues {

    private final Addressees addressees;
    private final MessageSource texts;

    AdvisersOffered(Addressees addressees, MessageSource texts) {
        this.addressees = addressees;
        this.texts = texts;
    }

    @Override
    public String key() {
        return "advisers";
    }

    @Override
    public List<Value> values(Locale locale) {
        return addressees.all().stream()
                .map(council -> new Value(council.id().toString(), label(council, locale)))
                .toList();
    }

    /** With its level, for that says which requests a council is asked about; and whether its advice would not be legal now. */
    private String label(CouncilView council, Locale locale) {
        var level = council.level();
        var label = level == null
                ? council.name()
                : String.valueOf(
                        texts.getMessage("advice.adviser-level", new Object[] {council.name(), level}, locale));
        return council.compositionBroken()
                ? String.valueOf(texts.getMessage("advice.adviser-broken", new Object[] {label}, locale))
                : label;
    }
}
