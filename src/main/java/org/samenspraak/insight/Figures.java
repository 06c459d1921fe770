package org.samenspraak.insight;

import java.util.List;
import java.util.Locale;
import org.samenspraak.identity.SignedIn;

/** What a module has to show on the overview; without anything to count it gives none. */
public interface Figures {

    List<Figure> of(Scope scope, Locale locale);

    /** Whether they may see it who may see the overview. */
    default boolean isFor(SignedIn me) {
        return true;
    }
}
