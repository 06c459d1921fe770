package org.samenspraak.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as a page shows it: {@code forms/form :: fields(form)}, {@code summary(form)}, {@code sent(form)}.
 *
 * @param sent what its reader should know once it is sent, or none
 * @param uploads whether the page's form must be {@code multipart/form-data}
 * @param buttons whether the form brings its own send button
 */
public record FormView(
        String id,
        String title,
        @Nullable String sent,
        List<FieldView.Line> lines,
        List<Forms.FieldError> errors,
        boolean uploads,
        boolean buttons) {

    /** What each field holds, by its path; of a sent form in words. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        FieldView.all(lines).forEach(field -> values.putIfAbsent(field.path(), field.value()));
        return values;
    }
}
