package org.samenspraak.forms;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.Feel;
import org.samenspraak.process.FormFields;
import org.springframework.stereotype.Component;

/** What is wrong with a schema, before anybody sees it; the same in the build and when it is deployed. */
@Component
class FormCheck implements FormFields {

    private static final Set<Kind> CHOICES = EnumSet.of(Kind.SELECT, Kind.RADIO, Kind.CHECKLIST, Kind.TAGLIST);
    private static final Map<String, Set<Kind>> FORMATS = Map.of(
            "iban", Set.of(Kind.TEXTFIELD),
            "money", Set.of(Kind.NUMBER, Kind.TEXTFIELD),
            "council", CHOICES,
            "area", CHOICES,
            "person", CHOICES);

    private final Feel feel;
    private final Set<String> house;

    FormCheck(Feel feel, List<OfferedValues> house) {
        this.feel = feel;
        this.house = house.stream().map(OfferedValues::key).collect(Collectors.toSet());
    }

    @Override
    public List<Problem> problems(String json) {
        final Form form;
        try {
            form = FormParser.parse(json);
        } catch (IllegalArgumentException e) {
            return List.of(new Problem("", String.valueOf(e.getMessage())));
        }
        var findings = new ArrayList<Problem>();
        if (form.title(Forms.DUTCH).equals(form.id())
                || form.title(Locale.ENGLISH).equals(form.title(Forms.DUTCH))) {
            findings.add(new Problem("", "the custom properties title and title_en are missing"));
        }
        var names = names(form);
        form.all().forEach(field -> problems(field, names)
                .forEach(it -> findings.add(new Problem(field.key().isEmpty() ? field.id() : field.key(), it))));
        findings.addAll(places(form.fields(), new HashSet<>(), new HashSet<>(), "", false));
        return List.copyOf(findings);
    }

    /**
     * First words that an expression may read: keys of the form, what form-js gives, the parameters of the regulation, and
     * the facts of the case that the form names in its custom property {@code reads}.
     */
    private static Set<String> names(Form form) {
        var reads = form.root().path("properties").path("reads").asText("").split("[ ,]+");
        return Stream.of(
                        Stream.of("this", "parent", "i", "_this_", "_parent_", "_i_", "regulation"),
                        Stream.of(reads),
                        form.all().map(Field::key).filter(it -> !it.isEmpty()).map(it -> it.split("\\.")[0]))
                .flatMap(it -> it)
                .collect(Collectors.toSet());
    }

    private Stream<String> problems(Field field, Set<String> names) {
        var problems = new ArrayList<@Nullable String>();
        field.expressions().forEach(it -> problems.add(expression(it)));
        problems.add(condition(field, names));
        field.templates().flatMap(this::template).forEach(problems::add);
        problems.add(pattern(field.validate("pattern").asText("")));
        problems.add(texts(field));
        problems.add(options(field));
        problems.add(format(field));
        problems.add(mail(field));
        return problems.stream().flatMap(Stream::ofNullable);
    }

    private @Nullable String expression(String text) {
        return feel.problem(text)
                .map(it -> "the expression \"" + text + "\" can't be used: " + it)
                .orElse(null);
    }

    private @Nullable String condition(Field field, Set<String> names) {
        var hide = field.json().path("conditional").path("hide");
        if (hide.isMissingNode() || hide.asText().isEmpty()) {
            return null;
        }
        if (!Evaluator.isExpression(hide)) {
            return "conditional.hide is no expression: it has to start with =";
        }
        var unknown = feel.names(hide.asText().substring(1)).stream()
                .filter(it -> !names.contains(it))
                .sorted()
                .toList();
        return unknown.isEmpty() ? null : "conditional.hide reads unknown keys: " + String.join(", ", unknown);
    }

    private Stream<@Nullable String> template(String text) {
        try {
            return Template.of(text).expressions().stream().map(this::expression);
        } catch (IllegalArgumentException e) {
            return Stream.of("the text can't be used: " + e.getMessage());
        }
    }

    private static @Nullable String pattern(String pattern) {
        try {
            JsPattern.compile(pattern);
            return pattern.length() > 500 ? "the pattern is longer than 500 characters" : null;
        } catch (PatternSyntaxException e) {
            return "the pattern can't be used: " + e.getMessage();
        }
    }

    /** Every official reads what was mailed. */
    private static @Nullable String mail(Field field) {
        return field.says("mail", "yes") && field.says("personal", "contact")
                ? "an address of a person can't be in a mail"
                : null;
    }

    private static @Nullable String texts(Field field) {
        var needed = field.kind().asks() || field.kind() == Kind.DYNAMICLIST || field.kind() == Kind.TABLE;
        if (needed && field.label(Forms.DUTCH).isBlank()) {
            return "the label is missing";
        }
        var missing = Stream.of("label", "description", "text", "content", "alt")
                .filter(it -> !field.json().path(it).asText("").isBlank() && field.property(it + "_en") == null)
                .map(it -> it + "_en")
                .collect(Collectors.joining(", "));
        var help = field.property("help") != null && field.property("help_en") == null ? " help_en" : "";
        var columns = field.json().path("columns").findParents("label").stream().anyMatch(it -> !it.has("label_en"))
                ? " label_en of a column"
                : "";
        var all = (missing + help + columns).strip();
        return all.isEmpty() ? null : "the English text is missing: " + all;
    }

    private @Nullable String options(Field field) {
        if (!field.kind().chooses() || field.json().path("valuesExpression").isTextual()) {
            return null;
        }
        var key = Offers.houseKey(field);
        if (key != null) {
            return house.isEmpty() || house.contains(key) ? null : "nothing is known by valuesKey \"" + key + "\"";
        }
        var values = field.json().path("values");
        var seen = new HashSet<String>();
        for (var value : values) {
            if (!seen.add(value.path("value").asText())) {
                return "the option \"" + value.path("value").asText() + "\" is there twice";
            }
            if (value.path("label").asText("").isBlank()
                    || value.path("label_en").asText("").isBlank()) {
                return "the option \"" + value.path("value").asText() + "\" has no label or label_en";
            }
        }
        return values.isEmpty() ? "it offers nothing" : null;
    }

    private static @Nullable String format(Field field) {
        var format = field.format();
        var kinds = format == null ? Set.of(field.kind()) : FORMATS.getOrDefault(format, Set.of());
        if (kinds.isEmpty()) {
            return "the format \"" + format + "\" isn't known";
        }
        return kinds.contains(field.kind()) ? null : "a " + field.kind().type() + " can't have the format " + format;
    }

    /** What depends on where a field stands: twice the same key or id, facts and fixed answers in lists. */
    private static List<Problem> places(
            List<Field> fields, Set<String> paths, Set<String> ids, String prefix, boolean inList) {
        var findings = new ArrayList<Problem>();
        for (var field : fields) {
            if (!ids.add(field.id())) {
                findings.add(new Problem(field.id(), "the id is there twice"));
            }
            var path = prefix + field.key();
            if ((field.kind().hasKey() || field.kind() == Kind.DYNAMICLIST) && !paths.add(path)) {
                findings.add(new Problem(path, "the key is there twice"));
            }
            place(field, inList || !prefix.isEmpty(), inList).ifPresent(it -> findings.add(new Problem(path, it)));
            if (field.kind().holds()) {
                var list = field.kind() == Kind.DYNAMICLIST;
                var inside = list ? path + "[]." : field.key().isEmpty() ? prefix : path + ".";
                findings.addAll(places(field.parts(), paths, ids, inside, inList || list));
            }
        }
        return findings;
    }

    private static Optional<String> place(Field field, boolean nested, boolean inList) {
        var fact = field.isFact();
        if (fact && (nested || field.key().contains("."))) {
            return Optional.of("a fact can't stand in a list or in a group with a path");
        }
        if (fact && (field.kind().choosesMany() || field.kind() == Kind.FILEPICKER)) {
            return Optional.of("this can't be a fact: it has several answers");
        }
        var bound = field.kind() == Kind.FILEPICKER
                || field.fixed()
                || Evaluator.isExpression(field.json().path("readonly"));
        return inList && field.kind().asks() && bound
                ? Optional.of("files and read-only answers can't stand in a list: rows may go")
                : Optional.empty();
    }
}
