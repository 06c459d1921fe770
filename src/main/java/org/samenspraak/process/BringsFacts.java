package org.samenspraak.process;

import java.util.Map;
import java.util.Set;

/** Says for {@link FactCheck} which facts a module brings itself where it starts a model or tells it a message, beside forms and steps. */
public interface BringsFacts {

    /** Names of facts, by the id of the model that is started with them, or the name of the message that they come with. */
    Map<String, Set<String>> brings();
}
