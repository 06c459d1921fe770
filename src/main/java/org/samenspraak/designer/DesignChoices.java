package org.samenspraak.designer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.ModelParts;
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
    private final Municipality municipality;
    private final Clock clock;

    DesignChoices(
            Workbench workbench,
            ModelParts parts,
            RoleNames roles,
            Regulations regulations,
            ParameterTexts parameters,
            LetterTexts letters,
            MessageSource messages,
            Municipality municipality,
            Clock clock) {
        this.workbench = workbench;
        this.parts = parts;
        this.roles = roles;
        this.regulations = regulations;
        this.parameters = parameters;
        this.letters = letters;
        this.messages = messages;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** @param file the model they are for: its regulation says which terms there are */
    Choices of(String folder, String file) {
        var files = workbench.files(folder).stream()
                .filter(row -> row.state() != FileRow.State.GONE)
                .toList();
        var rules = regulation(file.substring(0, file.lastIndexOf('.')));
        return new Choices(
                groups(),
                files(folder, files, FileRow.Kind.FORM),
                files(folder, files, FileRow.Kind.DMN),
                files(folder, files, FileRow.Kind.BPMN),
                rules.map(this::terms).orElseGet(List::of),
                letters.all("nl").stream()
                        .map(text ->
                                new Choice(text.name(), text.title(), "", "/beheer/brieven/" + text.name() + "/nl"))
                        .toList(),
                Map.of("terms", rules.map(this::begun).orElse(RULES), "letters", "/beheer/brieven/nieuw"));
    }

    /** Where a value is added: in the draft of the regulation, or where a draft is made. */
    private String begun(RegulationId rules) {
        return regulations
                .draft(rules.name())
                .map(draft -> url(draft.id()) + "/nieuw")
                .orElse(url(rules));
    }

    private static String url(RegulationId rules) {
        return RULES + "/" + rules.name() + "/" + rules.version();
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

    private Optional<RegulationId> regulation(String process) {
        try {
            return Optional.of(regulations.inForce(process, LocalDate.now(clock.withZone(municipality.zone()))));
        } catch (Refusal noneInForce) {
            return Optional.empty();
        }
    }

    private List<Choice> terms(RegulationId rules) {
        var own = regulations.parameters(rules);
        return regulations.effective(rules).values().stream()
                .filter(parameter -> TERMS.contains(parameter.type()))
                .map(parameter -> new Choice(
                        parameter.key(),
                        parameters.name(parameter.key()),
                        parameters.value(parameter),
                        own.containsKey(parameter.key()) ? url(rules) + "#waarde-" + parameter.key() : url(rules)))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
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
