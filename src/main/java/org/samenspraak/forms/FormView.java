package org.samenspraak.forms;

import java.util.List;

/**
 * A form as a page shows it: {@code forms/form :: fields(form)}, {@code summary(form)}, {@code sent(form)}.
 *
 * @param uploads whether the page's form must be {@code multipart/form-data}
 * @param buttons whether the form brings its own send button
 */
public record FormView(
        String id,
        String title,
        List<FieldView.Line> lines,
        List<Forms.FieldError> errors,
        boolean uploads,
        boolean buttons) {}
