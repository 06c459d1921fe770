package org.samenspraak.process;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/** Judges the fields of a form for {@link ModelCheck}: which fields there are and what they may say is another module's matter. */
public interface FormFields {

    /** What is wrong with this form-js schema; nothing when it can be shown and judged. */
    List<Problem> problems(String json);

    /**
     * @param field the key or id of the field, or empty for the form itself
     * @param why with a key of the bundles, for designers
     */
    record Problem(String field, MessageSourceResolvable why) {}
}
