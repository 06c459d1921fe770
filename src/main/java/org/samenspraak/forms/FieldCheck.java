package org.samenspraak.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.Feel;
import org.springframework.context.MessageSourceResolvable;

/** What is wrong with one field, wherever it stands. */
final class FieldCheck {

    private static final int LONGEST_PATTERN = 500;
    private static final Set<Kind> CHOICES = EnumSet.of(Kind.SELECT, Kind.RADIO, Kind.CHECKLIST, Kind.TAGLIST);
    private static final Map<String, Set<Kind>> FORMATS = Map.of(
            "iban", Set.of(Kind.TEXTFIELD),
            "money", Set.of(Kind.NUMBER, Kind.TEXTFIELD),
            "council", CHOICES,
            "area", CHOICES,
            "person", CHOICES);
    /** What an attribute may say, by its name. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "subtype", Set.of("date", "time", "datetime"),
            "timeInterval", Set.of("1", "5", "10", "15", "30", "60"),
            "validationType", Set.of("custom", "email", "phone"));
    /** They mean something else in an expression, or on our pages. */
    private static final Set<String> TAKEN = Set.of("this", "parent", "i", "item", "partial", "regulation");

    private final Feel feel;
    private final Set<String> house;
    private final Set<String> sources;

    /**
     * @param house keys of the lists to choose from; empty when not known
     * @param sources first words of {@code prefill}; empty when not known
     */
    FieldCheck(Feel feel, Set<String> house, Set<String> sources) {
        this.feel = feel;
        this.house = house;
        this.sources = sources;
    }

    /** What keeps it from being shown or judged. */
    Stream<MessageSourceResolvable> unusable(Field field) {
        return Stream.of(
                        field.expressions().flatMap(this::expression),
                        field.templates().flatMap(this::template),
                        Stream.ofNullable(pattern(field.validate("pattern").asText(""))))
                .flatMap(it -> it);
    }

    /** What else must be better before it is used. */
    Stream<MessageSourceResolvable> problems(Field field, Set<String> names) {
        var problems = new ArrayList<@Nullable MessageSourceResolvable>();
        problems.add(condition(field, names));
        problems.add(key(field));
        problems.add(texts(field));
        problems.add(options(field));
        problems.add(format(field));
        problems.add(mail(field));
        problems.add(prefill(field));
        problems.add(columns(field));
        problems.add(rows(field));
        problems.add(ofCase(field));
        problems.add(picture(field));
        problems.addAll(limits(field));
        return problems.stream().flatMap(Stream::ofNullable);
    }

    private static MessageSourceResolvable because(String key, Object... args) {
        return Unreadable.because(key, args);
    }

    private Stream<MessageSourceResolvable> expression(String text) {
        return feel.problem(text).map(it -> because("expression", text, it)).stream();
    }

    private Stream<MessageSourceResolvable> template(String text) {
        try {
            return Template.of(text).expressions().stream().flatMap(this::expression);
        } catch (Unreadable e) {
            return Stream.of(e.why());
        }
    }

    private static @Nullable MessageSourceResolvable pattern(String pattern) {
        try {
            JsPattern.compile(pattern);
            return pattern.length() > LONGEST_PATTERN ? because("pattern-long", LONGEST_PATTERN) : null;
        } catch (PatternSyntaxException e) {
            return because("pattern", pattern);
        }
    }

    private @Nullable MessageSourceResolvable condition(Field field, Set<String> names) {
        var hide = field.json().path("conditional").path("hide");
        if (hide.isMissingNode() || hide.asText().isEmpty()) {
            return null;
        }
        if (!Evaluator.isExpression(hide)) {
            return because("no-condition");
        }
        var unknown = feel.names(hide.asText().substring(1)).stream()
                .filter(it -> !names.contains(it))
                .sorted()
                .toList();
        return unknown.isEmpty() ? null : because("unknown-keys", String.join(", ", unknown));
    }

    private static @Nullable MessageSourceResolvable key(Field field) {
        var first = field.key().split("\\.")[0];
        var ours = first.startsWith("_") && (field.kind() != Kind.GROUP || first.equals("_rows"));
        return ours || TAKEN.contains(first) ? because("key-taken", first) : null;
    }

    private static @Nullable MessageSourceResolvable texts(Field field) {
        var needed = field.kind().asks() || field.kind() == Kind.DYNAMICLIST || field.kind() == Kind.TABLE;
        if (needed && field.label(Forms.DUTCH).isBlank()) {
            return because("no-label");
        }
        var missing = Stream.of("label", "dateLabel", "timeLabel", "description", "text", "content", "alt")
                .filter(it -> !it.endsWith("eLabel") || !field.json().has("label")) // the label is used instead
                .filter(it -> !field.json().path(it).asText("").isBlank() && field.property(it + "_en") == null)
                .collect(Collectors.toCollection(ArrayList::new));
        if (field.property("help") != null && field.property("help_en") == null) {
            missing.add("help");
        }
        return missing.isEmpty()
                ? null
                : because("no-english", missing.stream().map(it -> it + "_en").collect(Collectors.joining(", ")));
    }

    private @Nullable MessageSourceResolvable options(Field field) {
        if (!field.kind().chooses() || field.json().path("valuesExpression").isTextual()) {
            return null;
        }
        var key = Offers.houseKey(field);
        if (key != null) {
            return house.isEmpty() || house.contains(key) ? null : because("unknown-list", key);
        }
        var values = field.json().path("values");
        var seen = new HashSet<String>();
        for (var value : values) {
            var text = value.path("value").asText();
            if (!seen.add(text)) {
                return because("option-twice", text);
            }
            if (value.path("label").asText("").isBlank()
                    || value.path("label_en").asText("").isBlank()) {
                return because("option-label", text);
            }
        }
        return values.isEmpty() ? because("no-options") : null;
    }

    private static @Nullable MessageSourceResolvable format(Field field) {
        var format = field.format();
        if (format == null) {
            return null;
        }
        var kinds = FORMATS.getOrDefault(format, Set.of());
        return kinds.contains(field.kind())
                ? null
                : because(
                        kinds.isEmpty() ? "unknown-format" : "other-format",
                        format,
                        field.kind().type());
    }

    /** Every official reads what was mailed. */
    private static @Nullable MessageSourceResolvable mail(Field field) {
        return field.says("mail", "yes") && field.says("personal", "contact") ? because("mail") : null;
    }

    private @Nullable MessageSourceResolvable prefill(Field field) {
        var source = field.property("prefill");
        if (source == null) {
            return null;
        }
        var dot = source.indexOf('.');
        var known = dot > 0 && (sources.isEmpty() || sources.contains(source.substring(0, dot)));
        return known ? null : because("unknown-prefill", source);
    }

    private static @Nullable MessageSourceResolvable ofCase(Field field) {
        var what = field.property("case");
        if (what == null) {
            return null;
        }
        var fits = what.equals("title")
                ? field.kind() == Kind.TEXTFIELD
                : Set.of("council", "area").contains(what) && field.says("format", what);
        return fits ? null : because("of-case", what);
    }

    /** One of another site would tell a stranger who reads the form, so it would never be shown. */
    private static @Nullable MessageSourceResolvable picture(Field field) {
        var source = field.json().path("source");
        var shown = field.kind() != Kind.IMAGE
                || Evaluator.isExpression(source)
                || source.asText("").contains("{{")
                || SafeHtml.OF_THIS_SITE.matcher(source.asText("")).matches();
        return shown ? null : because("picture", source.asText(""));
    }

    private static @Nullable MessageSourceResolvable columns(Field field) {
        for (var column : field.json().path("columns")) {
            if (column.path("label").asText("").isBlank()
                    || column.path("label_en").asText("").isBlank()) {
                return because("column-label", column.path("key").asText(""));
            }
        }
        return null;
    }

    /** Only rows have an order, and only those of a list on the page itself come out of a text. */
    private static @Nullable MessageSourceResolvable rows(Field field) {
        var paste = field.property("paste");
        var order = field.property("order");
        if (field.kind() != Kind.DYNAMICLIST) {
            return paste == null && order == null ? null : because("rows-only");
        }
        var texts = field.parts().stream()
                .filter(it -> it.kind() == Kind.TEXTAREA || it.kind() == Kind.TEXTFIELD)
                .map(Field::key)
                .toList();
        return Stream.of("paste", "pasteHeading", "pastePage")
                .flatMap(name -> Optional.ofNullable(field.property(name)).stream())
                .filter(into -> paste == null || !texts.contains(into))
                .findFirst()
                .map(into -> because("paste", into))
                .orElse(null);
    }

    /** Numbers that no answer, no row or no clock can have. */
    private static List<@Nullable MessageSourceResolvable> limits(Field field) {
        var json = field.json();
        return java.util.Arrays.asList(
                count("minLength", field.validate("minLength"), 0),
                count("maxLength", field.validate("maxLength"), 0),
                count("decimalDigits", json.path("decimalDigits"), 0),
                count("defaultRepetitions", json.path("defaultRepetitions"), 0),
                number("min", field.validate("min")),
                number("max", field.validate("max")),
                crossed("min", "max", field),
                crossed("minLength", "maxLength", field),
                above("increment", json.path("increment")),
                word("subtype", json.path("subtype")),
                word("timeInterval", json.path("timeInterval")),
                word("validationType", field.validate("validationType")));
    }

    private static boolean isOpen(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty() || Evaluator.isExpression(value);
    }

    private static @Nullable BigDecimal of(JsonNode value) {
        return isOpen(value) ? null : Values.number(value.asText());
    }

    private static @Nullable MessageSourceResolvable count(String name, JsonNode value, int least) {
        var number = of(value);
        var counts = number != null && number.stripTrailingZeros().scale() <= 0 && number.intValue() >= least;
        return isOpen(value) || counts ? null : because("no-count", name);
    }

    private static @Nullable MessageSourceResolvable number(String name, JsonNode value) {
        return isOpen(value) || of(value) != null ? null : because("no-number", name);
    }

    private static @Nullable MessageSourceResolvable above(String name, JsonNode value) {
        var number = of(value);
        return isOpen(value) || (number != null && number.signum() > 0) ? null : because("not-above-zero", name);
    }

    private static @Nullable MessageSourceResolvable crossed(String least, String most, Field field) {
        var low = of(field.validate(least));
        var high = of(field.validate(most));
        return low != null && high != null && low.compareTo(high) > 0 ? because("crossed", least, most) : null;
    }

    private static @Nullable MessageSourceResolvable word(String name, JsonNode value) {
        return isOpen(value) || WORDS.getOrDefault(name, Set.of()).contains(value.asText())
                ? null
                : because("unknown-word", name, value.asText());
    }
}
