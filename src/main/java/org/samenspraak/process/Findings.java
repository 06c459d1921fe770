package org.samenspraak.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.w3c.dom.Element;

/** Collects what is wrong in one file. */
final class Findings {

    private static final int MOST = 200;
    private static final int LONGEST = 300;

    private final String file;
    private final List<Finding> all = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void error(String element, String thing, Object... args) {
        add(element, Finding.Severity.ERROR, thing, args);
    }

    void error(Element element, String thing, Object... args) {
        error(Xml.where(element), thing, args);
    }

    void warning(Element element, String thing, Object... args) {
        add(Xml.where(element), Finding.Severity.WARNING, thing, args);
    }

    private void add(String element, Finding.Severity severity, String thing, Object... args) {
        if (all.size() < MOST) {
            all.add(new Finding(
                    file,
                    element,
                    severity,
                    "process.check." + thing,
                    Arrays.stream(args).map(Findings::shortened).toList()));
        }
    }

    private static Object shortened(Object arg) {
        return arg instanceof String text && text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : arg;
    }

    boolean haveErrors() {
        return all.stream().anyMatch(Finding::isError);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
