package org.samenspraak.correspondence;

import java.util.Optional;
import org.samenspraak.process.OpenTask;

/** Who of a council did what a second person is asked to confirm: they get no question about it. */
@FunctionalInterface
public interface FirstPerson {

    /** @return their name as the register has it; none where this question is about something else */
    Optional<String> of(OpenTask task);
}
