package org.samenspraak.kernel;

/** The "no" to who asks for a thing that is not there, or not there for them: a page answers it with 404. */
public class NotFound extends Refusal {

    public NotFound(String messageKey, Object... args) {
        super(messageKey, args);
    }
}
