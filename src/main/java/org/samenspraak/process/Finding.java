package org.samenspraak.process;

import java.util.List;

/**
 * What the model check has to say of one element.
 *
 * @param file the name of the file without its folder
 * @param element the id of the element, or the file itself
 * @param messageKey in bundle {@code process}
 */
public record Finding(String file, String element, Severity severity, String messageKey, List<Object> args) {

    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return file + "#" + element + " " + messageKey + args;
    }
}
