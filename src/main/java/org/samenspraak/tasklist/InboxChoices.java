package org.samenspraak.tasklist;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.NamedStep;
import org.samenspraak.process.Processes;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the work list can be narrowed down to, by name, and the filters that are on in words. */
@Component
class InboxChoices {

    /** In a larger city one searches by the council's name. */
    private static final int COUNCILS = 500;

    private static final CouncilSearch EVERY_COUNCIL = new CouncilSearch(null, null, Set.of(), Set.of());

    private final Names names;
    private final Processes processes;
    private final Councils councils;
    private final Colleagues colleagues;
    private final Dates dates;
    private final MessageSource texts;

    InboxChoices(
            Names names,
            Processes processes,
            Councils councils,
            Colleagues colleagues,
            Dates dates,
            MessageSource texts) {
        this.names = names;
        this.processes = processes;
        this.councils = councils;
        this.colleagues = colleagues;
        this.dates = dates;
        this.texts = texts;
    }

    /** For each filter that is a choice: values and names. */
    Map<String, List<Choice>> of(InboxQuery query) {
        var choices = new LinkedHashMap<String, List<Choice>>();
        choices.put("trajectory", choices(names.trajectories()));
        choices.put("step", steps());
        choices.put("area", choices(names.areas()));
        choices.put("council", councils());
        choices.put("group", groups(query.me()));
        choices.put("who", who());
        return choices;
    }

    private static List<Choice> choices(Map<?, String> names) {
        return names.entrySet().stream()
                .map(entry -> new Choice(entry.getKey().toString(), entry.getValue()))
                .toList();
    }

    /** A name that two models gave to a step says of which it is. */
    private List<Choice> steps() {
        var steps = processes.userTasks();
        var times = steps.stream().collect(Collectors.groupingBy(InboxChoices::name, Collectors.counting()));
        return steps.stream()
                .map(step -> new Choice(
                        new InboxFilter.Step(step.process(), step.element()).toString(),
                        times.getOrDefault(name(step), 0L) > 1
                                ? say("tasklist.filter.step-of", name(step), model(step))
                                : name(step)))
                .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static String name(NamedStep step) {
        return isEnglish() && step.nameEn() != null ? step.nameEn() : step.name();
    }

    private static String model(NamedStep step) {
        return isEnglish() && step.modelEn() != null ? step.modelEn() : step.model();
    }

    private List<Choice> councils() {
        return councils.search(EVERY_COUNCIL, null, COUNCILS).stream()
                .map(council -> new Choice(council.id().toString(), council.name()))
                .toList();
    }

    /** Roles for areas are not offered: the choice of an area says the same. */
    private List<Choice> groups(SignedIn me) {
        return me.offered().stream()
                .filter(group -> group.scope() == null)
                .map(GroupId::role)
                .map(role -> new Choice(role, names.role(role)))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    private List<Choice> who() {
        return Stream.concat(
                        Stream.of(
                                new Choice("me", say("tasklist.filter.who.me")),
                                new Choice("nobody", say("tasklist.filter.who.nobody"))),
                        colleagues.all().stream().map(one -> new Choice(one.id().toString(), one.name())))
                .toList();
    }

    /** The filters that are on, each with the list without it. */
    List<Chip> chips(InboxQuery query, Names.Known known) {
        return query.filters().keySet().stream()
                .map(name -> new Chip(
                        name,
                        say("tasklist.filter." + name),
                        say(name, query, known),
                        query.without(name).url()))
                .toList();
    }

    private String say(String name, InboxQuery query, Names.Known known) {
        var filter = query.filter();
        return switch (name) {
            case "trajectory" -> known.trajectory(String.valueOf(filter.trajectory()));
            case "step" -> step(String.valueOf(filter.step()));
            case "area" -> known.area(filter.area());
            case "council" -> known.council(filter.council());
            case "group" ->
                filter.group() == null ? "" : names.role(filter.group().role());
            case "who" -> who(query, known);
            case "from" -> dates.day(filter.from());
            case "until" -> dates.day(filter.until());
            case "q" -> String.valueOf(filter.text());
            default -> "";
        };
    }

    private String who(InboxQuery query, Names.Known known) {
        var who = query.filter().who();
        var code = who == null ? "" : who.code(query.me());
        return code.equals("me") || code.equals("nobody")
                ? say("tasklist.filter.who." + code)
                : known.person(who == null ? null : who.person());
    }

    String step(String element) {
        return steps().stream()
                .filter(choice -> choice.value().equals(element))
                .map(Choice::name)
                .findFirst()
                .orElse(element);
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    record Choice(String value, String name) {}

    /**
     * A filter that is on.
     *
     * @param value in words; empty when the label says it all
     * @param without the address of the list without it
     */
    record Chip(String name, String label, String value, String without) {}
}
