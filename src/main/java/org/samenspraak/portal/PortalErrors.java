package org.samenspraak.portal;

import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.FormView;
import org.samenspraak.forms.Forms.FieldError;
import org.springframework.stereotype.Component;

/** The message at one of the page's own fields. Public for the template. */
@Component("portalErrors")
public class PortalErrors {

    public @Nullable String of(FormView form, String path) {
        return form.errors().stream()
                .filter(error -> error.path().equals(path))
                .findFirst()
                .map(FieldError::message)
                .orElse(null);
    }
}
