package org.samenspraak.ledger;

import org.samenspraak.forms.Notation;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Amounts as pages show them, "€ 1.250,50"; templates ask it by its name. */
@Component("money")
class Money {

    public String show(Amount amount) {
        return Notation.showMoney(amount.euros(), LocaleContextHolder.getLocale());
    }
}
