package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes answers of what was stored and what was typed: schema first, so that nothing unknown comes in. */
class Reader {

    private static final int MOST_ROWS_IN_ALL = 1_000;
    private static final int ROUNDS = 5;

    private final Evaluator evaluator;
    private final Values values;
    private final Conditions conditions;

    Reader(Evaluator evaluator, Values values) {
        this.evaluator = evaluator;
        this.values = values;
        this.conditions = new Conditions(evaluator);
    }

    Reading read(
            Form form, Map<String, ?> stored, @Nullable Typed typed, Map<String, String> refusedFiles, Locale locale) {
        var before = Tree.copy(stored);
        var top = Here.top(Tree.copy(stored), before);
        var pass = new Pass(typed, refusedFiles, locale);
        pass.fill(form.fields(), top);
        pass.offer(form.fields(), top);
        pass.lock(form.fields(), top);
        return new Reading(form, top, typed, pass.problems, pass.locked, settle(form, top));
    }

    /**
     * A form as it was sent: nothing is added to its answers or taken away. Its conditions may ask what only its page knew, so what
     * has an answer was asked, and what needs one and has none was not.
     */
    Reading sent(Form form, Map<String, ?> answers) {
        var top = Here.top(Tree.copy(answers), Tree.copy(answers));
        var hidden = new HashSet<>(conditions.hidden(form, top));
        asked(form.fields(), top, hidden);
        return new Reading(form, top, null, Map.of(), Set.of(), hidden);
    }

    /** A form that waits for its answers, with what is known already. */
    Reading waiting(Form form, Map<String, ?> known) {
        var top = Here.top(Tree.copy(known), Tree.copy(known));
        return new Reading(form, top, null, Map.of(), Set.of(), conditions.hidden(form, top));
    }

    /** @return whether one of them has an answer */
    private static boolean asked(List<Field> fields, Here here, Set<String> hidden) {
        var any = false;
        for (var field : fields) {
            var mark = here.mark(field);
            var has = false;
            if (field.kind().holds()) {
                for (var place : here.inside(field)) {
                    has |= asked(field.parts(), place, hidden);
                }
            } else if (field.kind().asks()) {
                has = here.value(field) != null && !Objects.equals(here.value(field), Values.empty(field));
                if (!has && field.required()) {
                    hidden.add(mark);
                }
            }
            if (has) {
                hidden.remove(mark);
            }
            any |= has;
        }
        return any;
    }

    /** Computed answers and hidden fields depend on each other. */
    private Set<String> settle(Form form, Here top) {
        var hidden = conditions.hidden(form, top);
        for (int round = 0; round < ROUNDS; round++) {
            if (!compute(form.fields(), top, Conditions.visibleOnly(form, top, hidden))) {
                break;
            }
            hidden = conditions.hidden(form, top);
        }
        return hidden;
    }

    /** @return whether something changed */
    private boolean compute(List<Field> fields, Here here, Here visible) {
        var changed = false;
        for (var field : fields) {
            if (field.kind().holds()) {
                var places = here.inside(field);
                var seen = visible.inside(field);
                for (int i = 0; i < seen.size(); i++) {
                    changed |= compute(field.parts(), places.get(i), seen.get(i));
                }
            } else if (field.kind() == Kind.EXPRESSION) {
                var value = evaluator.value(field.json().path("expression"), visible);
                changed |= !Objects.equals(value, here.value(field));
                here.put(field, value);
            }
        }
        return changed;
    }

    private class Pass {

        private final @Nullable Typed typed;
        private final Map<String, String> refusedFiles;
        private final Locale locale;
        private final Map<String, Complaint> problems = new LinkedHashMap<>();
        private final Set<String> locked = new LinkedHashSet<>();
        private int rowsLeft = MOST_ROWS_IN_ALL;

        Pass(@Nullable Typed typed, Map<String, String> refusedFiles, Locale locale) {
            this.typed = typed;
            this.refusedFiles = refusedFiles;
            this.locale = locale;
        }

        void fill(List<Field> fields, Here here) {
            for (var field : fields) {
                if (field.kind() == Kind.DYNAMICLIST) {
                    fillRows(field, here);
                }
                if (field.kind().holds()) {
                    here.inside(field).forEach(it -> fill(field.parts(), it));
                } else if (field.kind().asks()) {
                    fill(field, here);
                }
            }
        }

        private void fill(Field field, Here here) {
            var path = here.path(field);
            if (field.fixed()) {
                locked.add(here.mark(field));
            } else if (field.kind() == Kind.FILEPICKER) {
                takeFiles(field, here);
                return;
            } else if (typed != null && typed.has(path)) {
                var read = values.read(field, typed.all(path), here, locale);
                if (typed.tooLong().contains(path)) {
                    read = Values.Read.wrong(Complaint.of("too-long"));
                }
                here.put(field, read.value() == null ? Values.empty(field) : read.value());
                if (read.complaint() != null) {
                    problems.put(path, read.complaint());
                }
                return;
            }
            keep(field, here);
        }

        private void takeFiles(Field field, Here here) {
            var refused = refusedFiles.get(here.path(field));
            if (refused != null) {
                problems.put(here.path(field), Complaint.of("own", refused));
            }
            keep(field, here);
        }

        /** What was stored when it makes sense, else the default. */
        private void keep(Field field, Here here) {
            var stored = Tree.get(here.stored(), field.key());
            var locked = field.kind() == Kind.FILEPICKER && this.locked.contains(here.mark(field));
            var value = stored == null
                    ? values.byDefault(field)
                    : locked ? FileRows.sent(stored) : values.sane(field, stored);
            here.put(field, value == null ? Values.empty(field) : value);
        }

        /** Stored choices that are no longer on offer are dropped; typed ones are judged. */
        void offer(List<Field> fields, Here here) {
            for (var field : fields) {
                if (field.kind().holds()) {
                    here.inside(field).forEach(it -> offer(field.parts(), it));
                } else if (field.kind().chooses()
                        && !locked.contains(here.mark(field))
                        && (typed == null || !typed.has(here.path(field)))) {
                    var kept = values.offered(field, here, locale);
                    here.put(field, kept == null ? Values.empty(field) : kept);
                }
            }
        }

        private void fillRows(Field field, Here here) {
            var stored = Tree.rows(here.stored(), field.key());
            var atFirst = Tree.get(here.stored(), field.key()) instanceof List<?>
                    ? stored.size()
                    : field.json().path("defaultRepetitions").isInt()
                            ? field.json().path("defaultRepetitions").asInt()
                            : 1;
            var fixed = field.json().has("allowAddRemove")
                    && !field.json().path("allowAddRemove").asBoolean();
            var sent = typed == null || fixed ? null : typed.rows(here.path(field));
            var count = sent == null ? atFirst : sent;
            var most = Math.min(Typed.MOST_ROWS, rowsLeft);
            if (count > most) {
                problems.put(here.path(field), Complaint.of("too-many-rows", Typed.MOST_ROWS));
                count = typed == null ? most : Math.max(stored.size(), typed.filledRows(here.path(field)));
            }
            var rows = new ArrayList<Map<String, Object>>();
            var names = RowIds.of(sent == null ? null : typed, here.path(field), count);
            for (int i = 0; i < Math.min(count, most); i++) {
                rows.add(stored(stored, names.get(i)));
            }
            rowsLeft -= rows.size();
            here.put(field, rows);
        }

        /** The row that was there before it moved. */
        private static Map<String, Object> stored(List<Map<String, Object>> rows, String name) {
            var place = name.matches("\\d{1,3}") ? Integer.parseInt(name) : rows.size();
            return place < rows.size() ? Tree.copy(rows.get(place)) : new LinkedHashMap<>();
        }

        /** Fields that an expression makes read-only go back to what was stored. */
        void lock(List<Field> fields, Here here) {
            for (var field : fields) {
                if (field.kind().holds()) {
                    here.inside(field).forEach(it -> lock(field.parts(), it));
                } else if (field.kind().asks()
                        && Evaluator.isExpression(field.json().path("readonly"))
                        && evaluator.holds(field.json().path("readonly"), here)) {
                    locked.add(here.mark(field));
                    problems.remove(here.path(field));
                    keep(field, here);
                }
            }
        }
    }
}
