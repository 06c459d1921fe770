package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.Feel;

/** Makes the page model of a reading. */
class Painter {

    private static final int COLUMNS = 16;
    private static final Pattern OF_ROW = Pattern.compile("\\b(?:this|parent)\\.(\\w+)");
    private static final int[] WIDTHS = {2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16};

    enum Mode {
        TYPING,
        SENT,
        /** For who has no need of addresses: answers marked {@code personal: contact} are not told. */
        SENT_WITHOUT_CONTACTS,
        /** For who typed it and could not send it: without what they could only read. */
        UNSENT
    }

    private final Evaluator evaluator;
    private final Offers offers;
    private final Values values;
    private final Shown shown;
    private final Feel feel;
    private final FormSettings settings;

    Painter(Evaluator evaluator, Offers offers, Values values, Shown shown, Feel feel, FormSettings settings) {
        this.evaluator = evaluator;
        this.offers = offers;
        this.values = values;
        this.shown = shown;
        this.feel = feel;
        this.settings = settings;
    }

    FormView paint(Reading reading, List<Forms.FieldError> errors, Mode mode, Locale locale) {
        return paint(reading, reading.form().fields(), field -> true, errors, mode, locale);
    }

    private @Nullable String sent(Form form, Reading reading, Locale locale) {
        var sent = form.sent(locale);
        return sent == null ? null : evaluator.text(sent, reading.top());
    }

    /** Some of its fields only. */
    FormView paint(
            Reading reading,
            List<Field> fields,
            Predicate<Field> shows,
            List<Forms.FieldError> errors,
            Mode mode,
            Locale locale) {
        var form = reading.form();
        var brush = new Brush(reading, shows, errors, mode, locale);
        return new FormView(
                form.id(),
                form.title(locale),
                sent(form, reading, locale),
                brush.lines(fields, reading.top(), ""),
                errors,
                form.all().anyMatch(it -> it.kind() == Kind.FILEPICKER)
                        || !form.pasted().isEmpty(),
                form.all().anyMatch(it -> it.kind() == Kind.BUTTON && !isReset(it)));
    }

    private static boolean isReset(Field field) {
        return field.json().path("action").asText().equals("reset");
    }

    /** Names that the conditions of a form read. */
    private Set<String> readByConditions(Form form) {
        return form.all()
                .map(it -> it.json().path("conditional").path("hide"))
                .filter(Evaluator::isExpression)
                .flatMap(it -> feel.names(it.asText().substring(1)).stream())
                .collect(Collectors.toSet());
    }

    /** Names that they read of their own row, or of the one around it. */
    private static Set<String> readInRows(Form form) {
        return form.all()
                .map(it -> it.json().path("conditional").path("hide"))
                .filter(Evaluator::isExpression)
                .flatMap(it -> OF_ROW.matcher(it.asText()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private class Brush {

        private final Reading reading;
        private final Predicate<Field> shows;
        private final Map<String, String> errors;
        private final Mode mode;
        private final Locale locale;
        private final Set<String> readByConditions;
        private final Set<String> readInRows;

        Brush(Reading reading, Predicate<Field> shows, List<Forms.FieldError> errors, Mode mode, Locale locale) {
            this.reading = reading;
            this.shows = shows;
            this.errors = errors.stream()
                    .collect(Collectors.toMap(Forms.FieldError::path, Forms.FieldError::message, (one, other) -> one));
            this.mode = mode;
            this.locale = locale;
            this.readByConditions = readByConditions(reading.form());
            this.readInRows = readInRows(reading.form());
        }

        /** @param align how fields of different height stand beside each other: start, center or end */
        List<FieldView.Line> lines(List<Field> fields, Here here, String align) {
            var lines = new ArrayList<List<Field>>();
            String row = null;
            for (var field : fields) {
                if (!reading.visible(field, here)
                        || !shows.test(field)
                        || field.kind() == Kind.EXPRESSION
                        || (mode == Mode.UNSENT && !couldBeTyped(field, here))) {
                    continue;
                }
                var layout = field.json().path("layout").path("row").asText("");
                if (layout.isEmpty() || !layout.equals(row)) {
                    lines.add(new ArrayList<>());
                }
                row = layout;
                lines.get(lines.size() - 1).add(field);
            }
            return lines.stream().map(it -> line(it, here, align)).toList();
        }

        private FieldView.Line line(List<Field> fields, Here here, String align) {
            var alone = fields.size() == 1
                    && fields.get(0).json().path("layout").path("columns").asInt(0) == 0;
            return new FieldView.Line(
                    alone ? "" : align.matches("center|end") ? "cols cols--" + align : "cols",
                    fields.stream()
                            .map(it -> view(it, here, alone ? "" : column(it, fields)))
                            .toList());
        }

        private FieldView view(Field field, Here here, String column) {
            var path = field.key().isEmpty() ? here.prefix() + field.id() : here.path(field);
            var fixed = reading.locked(field, here);
            return new FieldView(
                    field.kind().type(),
                    path,
                    evaluator.text(field.label(locale), here),
                    evaluator.text(field.text("description", locale), here),
                    field.help(locale),
                    field.property("source"),
                    field.required(),
                    fixed,
                    mode == Mode.TYPING && updates(field, path),
                    value(field, here, path),
                    field.kind() == Kind.CHECKBOX && Boolean.TRUE.equals(here.value(field)),
                    field.kind().chooses() ? options(field, here, path, fixed) : List.of(),
                    errors.get(path),
                    column,
                    more(field, here, path),
                    field.kind() == Kind.GROUP
                            ? lines(field.parts(), here.inside(field).get(0), aligned(field))
                            : List.of(),
                    field.kind() == Kind.DYNAMICLIST ? rows(field, here) : List.of());
        }

        private Map<String, Object> more(Field field, Here here, String path) {
            var unreadable = reading.problems().containsKey(path);
            var more = new More(evaluator, settings, field, here, locale, unreadable).attributes();
            if (more.containsKey("paste")) {
                var pasted = Typed.PASTED + path;
                more.put(
                        "pasted", reading.typed() == null ? "" : reading.typed().first(pasted));
                more.put("pasteError", errors.getOrDefault(pasted, ""));
            }
            return more;
        }

        /** A fixed answer that is no longer on offer is still the answer. */
        private List<FieldView.Option> options(Field field, Here here, String path, boolean fixed) {
            var chosen = chosen(field, here);
            var offered = new ArrayList<>(offers.of(field, here, locale));
            var known = offered.stream().map(Offers.Offer::value).collect(Collectors.toSet());
            chosen.stream()
                    .filter(it -> fixed && !known.contains(it))
                    .sorted()
                    .forEach(it -> offered.add(new Offers.Offer(it, it, it)));
            var options = new ArrayList<FieldView.Option>();
            for (var offer : offered) {
                var id = options.isEmpty() ? path : path + "-" + options.size();
                options.add(new FieldView.Option(id, offer.value(), offer.label(), chosen.contains(offer.value())));
            }
            return options;
        }

        private static String aligned(Field field) {
            return field.json().path("verticalAlignment").asText("");
        }

        private List<FieldView.Row> rows(Field field, Here here) {
            var rows = new ArrayList<FieldView.Row>();
            var list = here.path(field);
            var places = here.inside(field);
            var ids = reading.rowIds(list, places.size());
            for (var inside : places) {
                var id = ids.get(rows.size());
                var number = rows.size() + 1;
                rows.add(new FieldView.Row(
                        number,
                        list + "[" + rows.size() + "]",
                        id,
                        RowIds.path(list, id),
                        number == places.size(),
                        lines(field.parts(), inside, aligned(field))));
            }
            return rows;
        }

        /** What can't be read is shown as it was typed. */
        private String value(Field field, Here here, String path) {
            if (!field.kind().asks()) {
                return "";
            }
            if (mode == Mode.SENT_WITHOUT_CONTACTS && field.isContact()) {
                return shown.kept(locale);
            }
            if (mode != Mode.TYPING) {
                return shown.words(field, here, locale);
            }
            var typed = reading.typed();
            return typed != null && reading.problems().containsKey(path)
                    ? typed.first(path)
                    : values.control(field, here.value(field), locale);
        }

        private boolean updates(Field field, String path) {
            var inRow = path.indexOf('[') >= 0;
            return field.kind().asks()
                    && (readByConditions.contains(path.split("[.\\[]")[0])
                            || (inRow && readInRows.contains(field.key())));
        }
    }

    /** What an expression made read-only has no answer of who typed. */
    private static boolean couldBeTyped(Field field, Here here) {
        return field.kind().holds()
                ? field.parts().stream().anyMatch(part -> part.kind().holds() || !part.fixed())
                : !field.fixed()
                        && (here.value(field) != null
                                || !Evaluator.isExpression(field.json().path("readonly")));
    }

    static Set<String> chosen(Field field, Here here) {
        var value = here.value(field);
        return value == null ? Set.of() : texts(value);
    }

    private static Set<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of(value.toString());
    }

    /** The nearest class there is; fields without a number share what is left. */
    private static String column(Field field, List<Field> row) {
        Function<Field, Integer> asked =
                it -> it.json().path("layout").path("columns").asInt(0);
        var columns = asked.apply(field);
        if (columns == 0) {
            var taken = row.stream().mapToInt(asked::apply).sum();
            var sharing = (int) row.stream().filter(it -> asked.apply(it) == 0).count();
            columns = Math.max((COLUMNS - taken) / sharing, WIDTHS[0]);
        }
        var width = WIDTHS[0];
        for (var known : WIDTHS) {
            width = known <= columns ? known : width;
        }
        return "col-" + width;
    }
}
