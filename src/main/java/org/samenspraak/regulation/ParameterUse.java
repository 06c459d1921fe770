package org.samenspraak.regulation;

import java.util.List;

/** Says where a value of a regulation is used, so that nobody takes it away from under it: a bean of the module that knows. */
public interface ParameterUse {

    /** The models, tables or letters that name it, as a reader knows them. */
    List<String> of(String key);
}
