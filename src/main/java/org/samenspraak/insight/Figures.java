package org.samenspraak.insight;

import java.util.List;
import java.util.Locale;

/** What a module has to show on the overview; without anything to count it gives none. */
public interface Figures {

    List<Figure> of(Scope scope, Locale locale);
}
