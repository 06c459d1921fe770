package org.samenspraak.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which fields their {@code conditional.hide} hides. A hidden answer counts as not given in the conditions of others. */
class Conditions {

    private static final int ROUNDS = 5;

    private final Evaluator evaluator;

    Conditions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Set<String> hidden(Form form, Here top) {
        var hidden = Set.<String>of();
        for (int round = 0; round < ROUNDS; round++) {
            var next = new HashSet<String>();
            collect(form.fields(), visibleOnly(form, top, hidden), next);
            if (next.equals(hidden)) {
                break;
            }
            hidden = next;
        }
        return hidden;
    }

    private void collect(List<Field> fields, Here here, Set<String> hidden) {
        for (var field : fields) {
            if (evaluator.holds(field.json().path("conditional").path("hide"), here)) {
                hidden.add(here.mark(field));
            } else if (field.kind().holds()) {
                here.inside(field).forEach(it -> collect(field.parts(), it, hidden));
            }
        }
    }

    /** The same answers, the hidden ones as if they had been left open: what expressions see. */
    static Here visibleOnly(Form form, Here top, Set<String> hidden) {
        return without(form, top, hidden, Values::empty);
    }

    /** The same answers without the hidden ones: what is kept. */
    static Here withoutHidden(Form form, Here top, Set<String> hidden) {
        return without(form, top, hidden, it -> null);
    }

    private static Here without(Form form, Here top, Set<String> hidden, Function<Field, @Nullable Object> instead) {
        var copy = Here.top(Tree.copy(top.data()), top.stored());
        drop(form.fields(), copy, hidden, false, instead);
        return copy;
    }

    private static void drop(
            List<Field> fields,
            Here here,
            Set<String> hidden,
            boolean around,
            Function<Field, @Nullable Object> instead) {
        for (var field : fields) {
            var gone = around || hidden.contains(here.mark(field));
            if (gone && (field.kind().hasKey() || field.kind() == Kind.DYNAMICLIST)) {
                here.put(field, instead.apply(field));
            } else if (field.kind().holds()) {
                here.inside(field).forEach(it -> drop(field.parts(), it, hidden, gone, instead));
            }
        }
    }
}
