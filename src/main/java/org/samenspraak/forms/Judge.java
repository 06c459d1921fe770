package org.samenspraak.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says what of a reading is kept and what is wrong with it. */
class Judge {

    private final Rules rules;
    private final MessageSource messages;

    Judge(Rules rules, MessageSource messages) {
        this.rules = rules;
        this.messages = messages;
    }

    /** What is wrong on one page of a form. */
    List<Forms.FieldError> errors(Reading reading, List<Field> fields, Predicate<Field> asked, Locale locale) {
        var verdict = new Verdict(reading, locale, asked);
        verdict.walk(fields, reading.top(), "", true);
        return verdict.errors;
    }

    Forms.Judgement judge(Reading reading, Locale locale) {
        var verdict = new Verdict(reading, locale, field -> true);
        verdict.walk(reading.form().fields(), reading.top(), "", true);
        var kept = Conditions.withoutHidden(reading.form(), reading.top(), reading.hidden());
        var answers = Here.nowhere();
        keep(reading.form().fields(), kept, answers);
        return new Forms.Judgement(
                new Answers(answers.data()),
                verdict.facts,
                reading.typed() == null ? Map.of() : reading.typed().asMap(),
                verdict.files,
                verdict.errors,
                reading.top().stored());
    }

    /** Answers of the form's own fields; a disabled field has none, as in form-js. A text left open isn't kept. */
    private static void keep(List<Field> fields, Here from, Here to) {
        for (var field : fields) {
            if (field.kind() == Kind.DYNAMICLIST) {
                var rows = new ArrayList<Map<String, Object>>();
                from.inside(field).forEach(row -> {
                    var kept = Here.nowhere();
                    keep(field.parts(), row, kept);
                    rows.add(kept.data());
                });
                to.put(field, from.value(field) == null ? null : rows);
            } else if (field.kind() == Kind.GROUP) {
                keep(field.parts(), from.inside(field).get(0), to.inside(field).get(0));
            } else if (field.kind() == Kind.FILEPICKER) {
                to.put(field, FileRows.kept(from.value(field)));
            } else if (field.kind().hasKey() && !field.disabled()) {
                var value = from.value(field);
                to.put(field, "".equals(value) ? null : value);
            }
        }
    }

    private class Verdict {

        private final Reading reading;
        private final Locale locale;
        private final Predicate<Field> asked;
        private final Map<String, Object> facts = new LinkedHashMap<>();
        private final Map<String, List<UUID>> files = new LinkedHashMap<>();
        private final List<Forms.FieldError> errors = new ArrayList<>();

        Verdict(Reading reading, Locale locale, Predicate<Field> asked) {
            this.reading = reading;
            this.locale = locale;
            this.asked = asked;
        }

        /** A fact that isn't asked is still set, to nothing: an older answer must not steer the case. */
        void walk(List<Field> fields, Here here, String row, boolean around) {
            for (var field : fields) {
                var visible = around && reading.visible(field, here);
                if (visible && asked.test(field)) {
                    blame(field, here, row);
                }
                if (field.isFact()) {
                    take(field, visible ? fact(here.value(field)) : null);
                }
                if (field.kind().holds()) {
                    here.inside(field).forEach(it -> walk(field.parts(), it, row(field, it, row), visible));
                }
            }
        }

        /** Of a computed answer that is too much no gateway can read anything, and nobody has a field to mend it in. */
        private void take(Field field, @Nullable Object value) {
            if (field.kind() == Kind.EXPRESSION && !isFact(value)) {
                errors.add(new Forms.FieldError("form", reading.form().title(locale), say(Complaint.of("fact"))));
            } else {
                facts.put(field.key(), value);
            }
        }

        /** "Lid 3", so that a complaint says which row it is about. */
        private String row(Field field, Here inside, String around) {
            if (field.kind() != Kind.DYNAMICLIST) {
                return around;
            }
            var number = inside.rows().get(inside.rows().size() - 1);
            return around + field.entry(locale) + " " + number + ", ";
        }

        private void blame(Field field, Here here, String row) {
            if (!field.kind().asks() && field.kind() != Kind.DYNAMICLIST) {
                return;
            }
            var path = here.path(field);
            var complaint = reading.problems().get(path);
            if (complaint == null && field.kind() == Kind.DYNAMICLIST && isPasted(path)) {
                errors.add(new Forms.FieldError(
                        Typed.PASTED + path, field.label(locale), say(Complaint.of("pasted-only"))));
            }
            if (complaint == null && field.kind().asks() && !reading.locked(field, here)) {
                complaint = rules.check(field, here, locale);
            }
            if (field.kind() == Kind.FILEPICKER
                    && !FileRows.ids(here.value(field)).isEmpty()) {
                files.put(path, FileRows.ids(here.value(field)));
            }
            if (complaint != null) {
                errors.add(new Forms.FieldError(path, row + field.label(locale), say(complaint)));
            }
        }

        /** A text that nobody took over into rows would be lost when it is sent. */
        private boolean isPasted(String list) {
            var typed = reading.typed();
            return typed != null && !typed.first(Typed.PASTED + list).isBlank();
        }

        private String say(Complaint complaint) {
            return messages.getMessage(
                    "forms.error." + complaint.key(), complaint.args().toArray(), locale);
        }
    }

    /** Whether a gateway can read it: one short value. */
    static boolean isFact(@Nullable Object value) {
        return !(value instanceof List<?>)
                && !(value instanceof Map<?, ?>)
                && !(value instanceof Double number && number.isInfinite())
                && !(value instanceof String text && text.codePointCount(0, text.length()) > Rules.LONGEST_LINE);
    }

    /** Gateways know texts, whole numbers, decimals and yes or no; exact cents stay in the submission. */
    static @Nullable Object fact(@Nullable Object value) {
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : "".equals(value) ? null : value;
    }
}
