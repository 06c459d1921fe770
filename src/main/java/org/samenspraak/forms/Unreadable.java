package org.samenspraak.forms;

import java.util.Arrays;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A schema, or a text in one, that the server can't make anything of. */
final class Unreadable extends IllegalArgumentException {

    private final transient MessageSourceResolvable why;

    Unreadable(String key, Object... args) {
        super(key + " " + Arrays.toString(args));
        why = because(key, args);
    }

    MessageSourceResolvable why() {
        return why;
    }

    /** @param key of {@code forms.check} */
    static MessageSourceResolvable because(String key, Object... args) {
        return new DefaultMessageSourceResolvable(new String[] {"forms.check." + key}, args);
    }
}
