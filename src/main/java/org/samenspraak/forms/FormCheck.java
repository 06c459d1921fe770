package org.samenspraak.forms;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.process.Feel;
import org.samenspraak.process.FormFields;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What is wrong with a schema, before anybody sees it; the same in the build and when it is deployed. */
@Component
class FormCheck implements FormFields {

    private final Feel feel;
    private final List<OfferedValues> house;
    private final List<Prefill> sources;

    FormCheck(Feel feel, List<OfferedValues> house, @Lazy List<Prefill> sources) {
        this.feel = feel;
        this.house = house;
        this.sources = sources;
    }

    @Override
    public List<Problem> problems(String json) {
        final Form form;
        try {
            form = FormParser.parse(json);
        } catch (Unreadable e) {
            return List.of(new Problem("", e.why()));
        }
        var findings = new ArrayList<Problem>();
        var together = feel.together();
        try {
            find(form, findings);
            findings.addAll(tryOut(form));
        } catch (Feel.TooSlow slow) {
            findings.add(new Problem("", Unreadable.because("slow")));
        } finally {
            together.close();
        }
        return List.copyOf(findings);
    }

    private void find(Form form, List<Problem> findings) {
        if (form.title(Forms.DUTCH).equals(form.id())
                || form.title(Locale.ENGLISH).equals(form.title(Forms.DUTCH))) {
            findings.add(new Problem("", Unreadable.because("no-title")));
        }
        unusable(form).forEach(findings::add);
        var names = names(form);
        var check = fields();
        form.all().forEach(field -> check.problems(field, names).forEach(it -> findings.add(problem(field, it))));
        findings.addAll(places(form.fields(), new HashSet<>(), new HashSet<>(), "", false));
        findings.addAll(circles(form));
    }

    /** As nobody filled it in yet: how long its expressions take then is known, and what they come to. */
    private List<Problem> tryOut(Form form) {
        if (unusable(form).findAny().isPresent()) {
            return List.of();
        }
        var evaluator = new Evaluator(feel);
        var values =
                new Values(new Offers(evaluator, house), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), ZoneOffset.UTC);
        var read = new Reader(evaluator, values).read(form, Map.of(), null, Map.of(), Forms.DUTCH);
        form.all()
                .flatMap(it -> Stream.concat(it.expressions(), it.templates().flatMap(FormCheck::expressions)))
                .forEach(it -> feel.evaluate(it, Map.of()));
        return form.fields().stream()
                .filter(it -> it.kind() == Kind.EXPRESSION && it.isFact())
                .filter(it -> !Judge.isFact(Judge.fact(read.top().value(it))))
                .map(it -> problem(it, Unreadable.because("fact-several")))
                .toList();
    }

    private static Stream<String> expressions(String template) {
        return Template.of(template).expressions().stream();
    }

    /** What keeps a form from being shown or judged. */
    Stream<Problem> unusable(Form form) {
        var check = fields();
        return form.all().flatMap(field -> check.unusable(field).map(it -> problem(field, it)));
    }

    private FieldCheck fields() {
        return new FieldCheck(
                feel,
                house.stream().map(OfferedValues::key).collect(Collectors.toSet()),
                sources.stream().map(Prefill::source).collect(Collectors.toSet()));
    }

    private static Problem problem(Field field, MessageSourceResolvable why) {
        return new Problem(field.key().isEmpty() ? field.id() : field.key(), why);
    }

    /**
     * First words that an expression may read: keys of the form, what form-js gives, the parameters of the regulation, and
     * the facts of the case that the form names in its custom property {@code reads}.
     */
    private static Set<String> names(Form form) {
        return Stream.of(
                        Stream.of("this", "parent", "i", "_this_", "_parent_", "_i_", "regulation"),
                        form.reads().stream(),
                        form.all().map(Field::key).filter(it -> !it.isEmpty()).map(it -> it.split("\\.")[0]))
                .flatMap(it -> it)
                .collect(Collectors.toSet());
    }

    /** Computed answers that need themselves. */
    private List<Problem> circles(Form form) {
        var reads = new LinkedHashMap<String, Set<String>>();
        computed(form.fields(), reads);
        return reads.keySet().stream()
                .filter(it -> reaches(it, it, reads, new HashSet<>()))
                .map(it -> new Problem(it, Unreadable.because("circle")))
                .toList();
    }

    private void computed(List<Field> fields, Map<String, Set<String>> reads) {
        for (var field : fields) {
            var expression = field.json().path("expression");
            if (field.kind() == Kind.GROUP && field.key().isEmpty()) {
                computed(field.parts(), reads);
            } else if (field.kind() == Kind.EXPRESSION && Evaluator.isExpression(expression)) {
                reads.put(field.key(), feel.names(expression.asText().substring(1)));
            }
        }
    }

    private static boolean reaches(String from, String key, Map<String, Set<String>> reads, Set<String> seen) {
        return reads.getOrDefault(from, Set.of()).stream()
                .anyMatch(it -> it.equals(key) || (seen.add(it) && reaches(it, key, reads, seen)));
    }

    /** What depends on where a field stands: keys that can't stand beside each other, ids, facts and fixed answers in lists. */
    private static List<Problem> places(
            List<Field> fields, Set<String> paths, Set<String> ids, String prefix, boolean inList) {
        var findings = new ArrayList<Problem>();
        for (var field : fields) {
            if (!ids.add(field.id())) {
                findings.add(new Problem(field.id(), Unreadable.because("id-twice")));
            }
            var path = prefix + field.key();
            if (field.kind().hasKey() || field.kind() == Kind.DYNAMICLIST) {
                beside(path, paths).ifPresent(it -> findings.add(new Problem(path, it)));
                paths.add(path);
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

    /** An answer can't be a text and hold others. */
    private static Optional<MessageSourceResolvable> beside(String path, Set<String> paths) {
        if (paths.contains(path)) {
            return Optional.of(Unreadable.because("key-twice"));
        }
        return paths.stream()
                .filter(it -> it.startsWith(path + ".") || path.startsWith(it + "."))
                .findFirst()
                .map(it -> Unreadable.because("key-inside", it));
    }

    private static Optional<MessageSourceResolvable> place(Field field, boolean nested, boolean inList) {
        var fact = field.isFact();
        if (fact && (nested || field.key().contains("."))) {
            return Optional.of(Unreadable.because("fact-place"));
        }
        if (fact && (field.kind().choosesMany() || field.kind() == Kind.FILEPICKER)) {
            return Optional.of(Unreadable.because("fact-several"));
        }
        var bound = field.kind() == Kind.FILEPICKER
                || field.fixed()
                || Evaluator.isExpression(field.json().path("readonly"));
        if (inList && field.property("paste") != null) {
            return Optional.of(Unreadable.because("in-list"));
        }
        return inList && field.kind().asks() && bound ? Optional.of(Unreadable.because("in-list")) : Optional.empty();
    }
}
