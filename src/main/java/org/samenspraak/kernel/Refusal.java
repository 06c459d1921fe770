package org.samenspraak.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The business "no": what was asked can't be, said in words of the one who asked. Nothing was changed. */
public class Refusal extends RuntimeException {

    private final String messageKey;
    private final List<Object> args;
    private final @Nullable String field;

    public Refusal(String messageKey, Object... args) {
        this(null, messageKey, List.of(args));
    }

    private Refusal(@Nullable String field, String messageKey, List<Object> args) {
        super(messageKey + args);
        this.field = field;
        this.messageKey = messageKey;
        this.args = args;
    }

    /** A refusal that belongs to one field of a form. */
    public static Refusal of(String field, String messageKey, Object... args) {
        return new Refusal(field, messageKey, List.of(args));
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> args() {
        return args;
    }

    public @Nullable String field() {
        return field;
    }
}
