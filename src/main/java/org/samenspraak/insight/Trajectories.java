package org.samenspraak.insight;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.samenspraak.process.NamedStep;
import org.samenspraak.process.Processes;
import org.springframework.stereotype.Component;

/** Names of trajectories and of their steps in the reader's language. */
@Component
class Trajectories {

    private final Processes processes;

    Trajectories(Processes processes) {
        this.processes = processes;
    }

    Map<String, String> names(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        processes
                .trajectories()
                .forEach(it -> names.put(it.key(), isEnglish(locale) && it.nameEn() != null ? it.nameEn() : it.name()));
        return names;
    }

    /** By model and task, as in addresses: {@code recognition.Task_Check}. */
    Map<String, String> steps(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        processes.userTasks().forEach(it -> names.put(it.process() + "." + it.element(), name(it, locale)));
        return names;
    }

    private static String name(NamedStep step, Locale locale) {
        return isEnglish(locale) && step.nameEn() != null ? step.nameEn() : step.name();
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
