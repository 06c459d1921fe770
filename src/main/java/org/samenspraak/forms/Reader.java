package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Makes answers of what was stored and what was typed: schema first, so that nothing unknown comes in. */
class Reader {

    private static final int MOST_ROWS_IN_ALL = 1_000;

    private final Evaluator evaluator;
    private final Values values;
    private final Conditions conditions;

    Reader(Evaluator evaluator, Values values) {
        this.evaluator = evaluator;
        this.values = values;
        this.conditions = new Conditions(evaluator);
    }

    Reading read(
            Form form,
            Map<String, ?> stored,
            @Nullable Typed typed,
            Map<String, List<MultipartFile>> files,
            Locale locale) {
        var before = Tree.copy(stored);
        var top = Here.top(Tree.copy(stored), before);
        var pass = new Pass(typed, files, locale);
        pass.fill(form.fields(), top);
        pass.lock(form.fields(), top);
        pass.compute(form.fields(), top);
        var hidden = conditions.hidden(form, top);
        return new Reading(form, top, typed, files, pass.problems, pass.locked, hidden);
    }

    private class Pass {

        private final @Nullable Typed typed;
        private final Map<String, List<MultipartFile>> files;
        private final Locale locale;
        private final Map<String, Complaint> problems = new LinkedHashMap<>();
        private final Set<String> locked = new LinkedHashSet<>();
        private int rowsLeft = MOST_ROWS_IN_ALL;

        Pass(@Nullable Typed typed, Map<String, List<MultipartFile>> files, Locale locale) {
            this.typed = typed;
            this.files = files;
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
                here.put(field, read.value());
                if (read.complaint() != null) {
                    problems.put(path, read.complaint());
                }
                return;
            }
            keep(field, here);
        }

        private void takeFiles(Field field, Here here) {
            var sent = files.getOrDefault(here.path(field), List.of());
            if (!sent.isEmpty()) {
                here.put(
                        field,
                        new ArrayList<>(sent.stream()
                                .map(it -> Tree.copy(Map.of("name", Files.name(it), "bytes", it.getSize())))
                                .toList()));
            }
        }

        /** What was stored, else the default. */
        private void keep(Field field, Here here) {
            var stored = Tree.get(here.stored(), field.key());
            here.put(field, stored != null ? stored : values.byDefault(field));
        }

        private void fillRows(Field field, Here here) {
            var stored = Tree.rows(here.stored(), field.key());
            var atFirst = stored.isEmpty() && Tree.get(here.stored(), field.key()) == null
                    ? field.json().path("defaultRepetitions").asInt(1)
                    : stored.size();
            var fixed = field.json().has("allowAddRemove")
                    && !field.json().path("allowAddRemove").asBoolean();
            var sent = typed == null || fixed ? null : typed.rows(here.path(field));
            var count = sent == null ? atFirst : sent;
            var most = Math.min(Typed.MOST_ROWS, rowsLeft);
            if (count > most) {
                problems.put(here.path(field), Complaint.of("too-many-rows", Typed.MOST_ROWS));
            }
            var rows = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < Math.min(count, most); i++) {
                rows.add(i < stored.size() ? Tree.copy(stored.get(i)) : new LinkedHashMap<>());
            }
            rowsLeft -= rows.size();
            here.put(field, rows);
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

        void compute(List<Field> fields, Here here) {
            for (var field : fields) {
                if (field.kind().holds()) {
                    here.inside(field).forEach(it -> compute(field.parts(), it));
                } else if (field.kind() == Kind.EXPRESSION) {
                    here.put(field, evaluator.value(field.json().path("expression"), here));
                }
            }
        }
    }
}
