package org.samenspraak.tasklist;

import java.util.Locale;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a refusal next to the fields of a form. */
@Component
class Refusals {

    private final MessageSource texts;

    Refusals(MessageSource texts) {
        this.texts = texts;
    }

    /** One that belongs to no field points at the form as a whole. */
    FieldError error(Refusal refusal, Locale locale) {
        return new FieldError(
                refusal.field() == null ? "form" : refusal.field(),
                texts.getMessage("tasklist.task.not-possible", null, locale),
                texts.getMessage(refusal.messageKey(), refusal.args().toArray(), locale));
    }
}
