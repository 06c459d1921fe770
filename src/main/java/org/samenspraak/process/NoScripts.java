package org.samenspraak.process;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** The second wall: no script of any language, not even FEEL or JUEL as a script. */
class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw refused("factory");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw refused("manager");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw refused(language);
    }

    private static ProcessEngineException refused(String what) {
        return new ProcessEngineException("Scripts are off: " + what);
    }
}
