package org.samenspraak.designer;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.ModelParts;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.ParameterType;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the properties of an element offer: groups, the files of the folder, terms of the regulation, texts of letters. */
@Component
class DesignChoices {

    private static final Set<ParameterType> TERMS = EnumSet.of(
            ParameterType.DAYS,
            ParameterType.WORKING_DAYS,
            ParameterType.WEEKS,
            ParameterType.MONTHS,
            ParameterType.YEARS,
            ParameterType.DATE_IN_YEAR);

    private static final String RULES = "/beheer/reglementen";

    private final Workbench workbench;
    private final ModelParts parts;
    private final RoleNames roles;
    private final Regulations regulations;
    private final ParameterTexts parameters;
    private final LetterTexts letters;
    private final MessageSource messages;
    private final ModelRules rules;

    DesignChoices(
            Workbench workbench,
            ModelParts parts,
            RoleNames roles,
            Regulations regulations,
            ParameterTexts parameters,
            LetterTexts letters,
            MessageSource messages,
            ModelRules rules) {
        this.workbench = workbench;
        this.parts = parts;
        this.roles = roles;
        this.regulations = regulations;
        this.parameters = parameters;
        this.letters = letters;
        this.messages = messages;
        this.rules = rules;
    }

    /** @param file the model they are for: its regulation says which terms there are */
    Choices of(String folder, String file) {
        var files = workbench.files(folder).stream()
                .filter(row -> row.state() != FileRow.State.GONE)
                .toList();
        var held = rules.of(workbench.draft(folder), file);
        return new Choices(
                groups(),
                files(folder, files, FileRow.Kind.FORM),
                files(folder, files, FileRow.Kind.DMN),
                files(folder, files, FileRow.Kind.BPMN),
                held.stream()
                        .flatMap(this::terms)
                        .sorted(Comparator.comparing(Choice::name))
                        .toList(),
                letters.all("nl").stream()
                        // those of the trajectory itself before the many of others
                        .sorted(Comparator.comparing(text -> !text.folder().equals(folder)))
                        .map(text ->
                                new Choice(text.name(), text.title(), "", "/beheer/brieven/" + text.name() + "/nl"))
                        .toList(),
                Map.of(
                        "terms",
                        held.stream().findFirst().map(this::begun).orElse(RULES),
                        "letters",
                        "/beheer/brieven/nieuw"));
    }

    /** Where a value is added: in the draft of the regulation, or where a draft is made. */
    private String begun(RegulationId held) {
        return regulations
                .draft(held.name())
                .map(draft -> url(draft.id()) + "/nieuw")
                .orElse(url(held));
    }

    private static String url(RegulationId held) {
        return RULES + "/" + held.name() + "/" + held.version();
    }

    private List<Choice> groups() {
        var families = roles.offered().stream()
                .filter(group ->
                        group.role().startsWith("department-") || group.role().startsWith("committee-"))
                .map(GroupId::toString);
        return Stream.concat(parts.groups().stream(), families)
                .map(group -> new Choice(group, name(group), "", ""))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    /** A group in the reader's words: "Wie de zaak beantwoordt". */
    String name(String group) {
        var scoped = messages.getMessage("designer.group." + group, null, "", LocaleContextHolder.getLocale());
        return scoped == null || scoped.isEmpty() ? roles.of(GroupId.parse(group)) : scoped;
    }

    private static List<Choice> files(String folder, List<FileRow> files, FileRow.Kind kind) {
        return files.stream()
                .filter(row -> row.kind() == kind)
                .map(row -> new Choice(
                        row.id(),
                        row.name().isBlank() ? row.id() : row.name(),
                        "",
                        "/ontwerp/trajecten/" + folder + "/" + row.file()))
                .toList();
    }

    private Stream<Choice> terms(RegulationId held) {
        var own = regulations.parameters(held);
        return regulations.effective(held).values().stream()
                .filter(parameter -> TERMS.contains(parameter.type()))
                .map(parameter -> new Choice(
                        parameter.key(),
                        parameters.name(parameter.key()),
                        about(held, parameter),
                        own.containsKey(parameter.key()) ? url(held) + "#waarde-" + parameter.key() : url(held)));
    }

    /** How long it is, and when it reminds. */
    private String about(RegulationId held, Parameter term) {
        var length = parameters.value(term);
        return regulations
                .find(held, term.key() + ".reminders")
                .map(it -> messages.getMessage(
                        "designer.term.reminders",
                        new Object[] {length, parameters.value(it)},
                        LocaleContextHolder.getLocale()))
                .orElse(length);
    }

    /** @param fresh where one is begun that is not there, by the name of its list */
    record Choices(
            List<Choice> groups,
            List<Choice> forms,
            List<Choice> tables,
            List<Choice> models,
            List<Choice> terms,
            List<Choice> letters,
            Map<String, String> fresh) {}

    /**
     * @param value as the model writes it
     * @param about a few words more, or empty
     * @param href where it is changed, or empty
     */
    record Choice(String value, String name, String about, String href) {}
}
