package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The pages of a form that is filled in page by page: each group is one, and so is what stands between two groups. */
final class Steps {

    /** Files are asked on the last page, beside the answers to check. */
    static final Predicate<Field> NO_FILES = field -> field.kind() != Kind.FILEPICKER;

    /** Files, and what is said about them. */
    static final Predicate<Field> FILES =
            field -> takesFiles(field) || (!field.kind().asks() && !field.kind().holds());

    private Steps() {}

    /** What only shows something stands on the page of the questions after it, at the end on that of those before it. */
    static List<List<Field>> of(Form form) {
        var steps = new ArrayList<List<Field>>();
        var loose = new ArrayList<Field>();
        for (var field : form.fields()) {
            if (!field.kind().holds()) {
                loose.add(field);
                continue;
            }
            if (loose.stream().anyMatch(Steps::canBeAnswered)) {
                steps.add(List.copyOf(loose));
                loose.clear();
            }
            loose.add(field);
            steps.add(List.copyOf(loose));
            loose.clear();
        }
        if (!loose.isEmpty()) {
            var asks = loose.stream().anyMatch(Steps::canBeAnswered);
            if (!asks && !steps.isEmpty()) {
                loose.addAll(0, steps.remove(steps.size() - 1));
            }
            steps.add(loose);
        }
        return steps;
    }

    /** Whether there is anything to fill in for these answers. */
    static boolean asks(List<Field> fields, Here here, Reading reading) {
        return fields.stream()
                .filter(field -> reading.visible(field, here))
                .anyMatch(field -> field.kind() == Kind.GROUP
                        ? asks(field.parts(), here.inside(field).get(0), reading)
                        : field.kind() == Kind.DYNAMICLIST || (field.kind().asks() && NO_FILES.test(field)));
    }

    private static boolean canBeAnswered(Field field) {
        return field.kind().asks() && !field.fixed();
    }

    /** Whether a field is a place for files, or has one inside. */
    static boolean takesFiles(Field field) {
        return field.kind() == Kind.FILEPICKER
                || (field.kind() == Kind.GROUP && field.parts().stream().anyMatch(Steps::takesFiles));
    }
}
