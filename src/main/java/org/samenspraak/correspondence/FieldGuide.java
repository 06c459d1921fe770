package org.samenspraak.correspondence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.samenspraak.correspondence.TextHead.Kind;
import org.samenspraak.correspondence.TextHead.Shipped;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Preview;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.ParameterType;
import org.samenspraak.regulation.Regulations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Which fields a text may use, each with a sentence for who writes it and a sample. Addresses of people are none of them. */
@Component
public class FieldGuide {

    /** Whether a mail is printed as a letter, for who has no e-mail address. */
    static final String PAPER = "paper";

    private static final List<String> CASE = List.of(
            "council",
            "number",
            "received",
            "today",
            "municipality",
            "trajectory",
            "inscription",
            "inscribed",
            "contact",
            "contact.phone",
            "contact.mail",
            "register.from",
            "register.until",
            "register.level");
    private static final List<String> DECISION = List.of(
            "decision.number",
            "decision.date",
            "decision.organ",
            "decision.reason",
            "decision.conditions",
            "objection");

    /** What may stand in a title: it becomes the subject of a mail, so nothing that somebody typed, and nobody's name. */
    private static final Set<String> TITLE =
            Set.of("number", "received", "today", "municipality", "trajectory", "inscription", "inscribed");

    /** Lists, with the fields of one of them. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "rules",
            List.of("sentence", "article", "verdict"),
            "signatures",
            List.of("name", "as", "moment", "how"),
            "told",
            List.of("subject", "reason", "changes", "term", "documents", "taken", "objection"),
            "joining",
            List.of("subject", "who", "advice", "joins", "declines"),
            "feedback",
            List.of(
                    "subject",
                    "answered",
                    "organ",
                    "day",
                    "adopted",
                    "decided",
                    "explanation",
                    "address",
                    "summary",
                    "more",
                    "everybody",
                    "looked"),
            "points",
            List.of("point", "topic", "text", "outcome", "why", "place", "passed"),
            "talk",
            List.of("moment", "minutes", "where", "partner", "off"));

    /** What only the step that sends a letter knows. */
    private static final List<String> OF_A_STEP =
            List.of("signatures", "told", "joining", "decision.organ", "feedback", "points", "talk");

    private final Regulations regulations;
    private final ParameterTexts parameters;
    private final Preview forms;
    private final Municipality municipality;
    private final MessageSource messages;
    private final ObjectProvider<TextFolders> drawn;

    FieldGuide(
            Regulations regulations,
            ParameterTexts parameters,
            Preview forms,
            Municipality municipality,
            MessageSource messages,
            ObjectProvider<TextFolders> drawn) {
        this.regulations = regulations;
        this.parameters = parameters;
        this.forms = forms;
        this.municipality = municipality;
        this.messages = messages;
        this.drawn = drawn;
    }

    /** In groups, in the reader's language. */
    List<Group> of(Shipped text) {
        if (text.isOfOffice()) {
            return List.of(new Group(say("group.mail"), mail(text)));
        }
        var groups = new ArrayList<Group>();
        groups.add(new Group(
                say("group.case"),
                Stream.concat(fields(CASE.stream()).stream(), Stream.of(new TextField(PAPER, say(PAPER), "")))
                        .toList()));
        if (text.head().decision() != null || text.head().kind() == Kind.PART) {
            groups.add(new Group(say("group.decision"), fields(DECISION.stream())));
        }
        lists(text)
                .forEach(list -> groups.add(
                        new Group(say("group." + list), list, fields(LISTS.getOrDefault(list, List.of()).stream()))));
        groups.add(new Group(say("group.terms"), terms()));
        groups.add(new Group(say("group.choices"), choices()));
        forms(text.folder()).forEach(form -> groups.add(new Group(say("group.form", title(form)), answers(form))));
        return groups;
    }

    /** As the workbench has them, for the letters of a trajectory that is made there; what it doesn't know came with the product. */
    private List<Form> forms(String folder) {
        var known = drawn.orderedStream()
                .flatMap(it -> it.forms(folder).stream())
                .flatMap(schema -> forms.readable(schema).stream())
                .sorted(Comparator.comparing(FieldGuide::title))
                .toList();
        return known.isEmpty() ? forms.shipped(folder) : known;
    }

    private static Stream<String> lists(Shipped text) {
        var given = text.head().fields().stream().filter(LISTS::containsKey);
        var decides = text.head().kind() == Kind.DECISION || text.head().kind() == Kind.PART;
        return decides ? Stream.concat(Stream.of("rules"), given) : given;
    }

    private List<TextField> mail(Shipped text) {
        return Stream.concat(Stream.of("municipality"), text.head().fields().stream())
                .map(name -> new TextField(name, say("mail." + name), sampleOf("mail." + name)))
                .toList();
    }

    /** None for what only shows or hides something. */
    private String sampleOf(String name) {
        var sample =
                messages.getMessage("letters.field." + name + ".sample", null, "", LocaleContextHolder.getLocale());
        return sample == null ? "" : sample;
    }

    /** Whether a field may stand in its title. */
    static boolean isForTitle(Shipped text, String name) {
        return TITLE.contains(name) || text.head().subject().contains(name);
    }

    /** A title with a sample for each of its fields. */
    String titleSample(Shipped text, String title) {
        var prefix = text.isOfOffice() ? "mail." : "";
        return LetterBody.line(title, name -> isForTitle(text, name) ? say(prefix + name + ".sample") : null);
    }

    private List<TextField> fields(Stream<String> names) {
        return names.map(name -> new TextField(name, say(name), say(name + ".sample")))
                .toList();
    }

    private List<TextField> terms() {
        return known(ParameterType::isTerm)
                .map(it -> new TextField("term." + it.key(), parameters.sentence(it), parameters.value(it)))
                .toList();
    }

    private List<TextField> choices() {
        return known(type -> type == ParameterType.CHOICE)
                .filter(it -> !it.choices().contains("yes"))
                .flatMap(it -> it.choices().stream()
                        .filter(choice -> choice.matches("[a-z-]+"))
                        .map(choice -> new TextField(
                                "choice." + it.key() + "." + choice,
                                say("choice", parameters.name(it.key()), parameters.choice(choice)),
                                it.value().equals(choice) ? say("yes") : "")))
                .toList();
    }

    /** Those of the newest version of every regulation. */
    private Stream<Parameter> known(Predicate<ParameterType> type) {
        var byKey = new TreeMap<String, Parameter>();
        regulations.all().stream()
                .sorted(Comparator.comparing(view -> view.id().version()))
                .forEach(view -> byKey.putAll(regulations.effective(view.id())));
        return byKey.values().stream().filter(it -> type.test(it.type()));
    }

    private List<TextField> answers(Form form) {
        var sample = forms.words(form);
        return form.questions(LocaleContextHolder.getLocale()).stream()
                .map(it -> new TextField(
                        "answer." + form.id() + "." + it.path(), it.label(), sample.getOrDefault(it.path(), "")))
                .toList();
    }

    private static String title(Form form) {
        return form.title(LocaleContextHolder.getLocale());
    }

    /** The sample values, in the language of the text. */
    TextTemplate.Fields samples(Shipped text) {
        var values = new HashMap<String, Object>();
        of(text).forEach(group -> {
            var fields = new LinkedHashMap<String, String>();
            group.fields().forEach(field -> fields.put(field.name(), field.sample()));
            if (group.list().isEmpty()) {
                values.putAll(fields);
            } else {
                values.put(group.list(), List.of(fields));
            }
        });
        values.put("municipality", municipality.name());
        return values::get;
    }

    /** What a case says, with samples for what is known only at the moment that the letter is sent. */
    TextTemplate.Fields trial(Shipped text, TextTemplate.Fields ofCase) {
        var samples = samples(text);
        return name -> OF_A_STEP.contains(name) ? samples.get(name) : ofCase.get(name);
    }

    /** The sample of a field, in the reader's language. */
    String sample(String name) {
        return say(name + ".sample");
    }

    private String say(String key, Object... args) {
        return messages.getMessage("letters.field." + key, args, LocaleContextHolder.getLocale());
    }

    /** @param list the name of the list whose items have these fields, or empty for fields that stand anywhere */
    public record Group(String title, String list, List<TextField> fields) {

        Group(String title, List<TextField> fields) {
            this(title, "", fields);
        }
    }

    /** @param about one plain sentence */
    public record TextField(String name, String about, String sample) {}
}
