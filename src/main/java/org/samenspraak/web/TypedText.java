package org.samenspraak.web;

import java.beans.PropertyEditorSupport;
import org.samenspraak.kernel.Legible;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** What is typed in the boxes of pages, without the signs that no keyboard gives and nobody sees. */
@ControllerAdvice
class TypedText {

    private static final String CONTROL = "[\\p{Cntrl}&&[^\t\r\n]]";

    @InitBinder
    void clean(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(Legible.of(text.replaceAll(CONTROL, "")));
            }
        });
    }
}
