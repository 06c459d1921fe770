package org.samenspraak.regulation;

import java.util.Map;

/** Says which values can't hold together: a bean of the module that acts on them. Asked before a version holds. */
public interface ParameterCheck {

    /**
     * @param parameters of one version, by key
     * @throws org.samenspraak.kernel.Refusal in words of the regulation
     */
    void check(Map<String, Parameter> parameters);
}
