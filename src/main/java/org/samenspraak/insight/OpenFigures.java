package org.samenspraak.insight;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.People;
import org.samenspraak.insight.Counts.Open;
import org.samenspraak.insight.Figure.Bar;
import org.samenspraak.insight.Figure.Cell;
import org.samenspraak.insight.Figure.Row;
import org.samenspraak.kernel.PersonId;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Open and late cases, per trajectory, per side that must act, per team and per person. */
@Component
@Order(10)
class OpenFigures implements Figures {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Set<String> SIDES = Set.of("office", "council");

    private static final List<String> COLUMNS = List.of("insight.open", "insight.late", "insight.week");

    private final Counts counts;
    private final Trajectories trajectories;
    private final People people;
    private final Delegations delegations;
    private final MessageSource texts;

    OpenFigures(Counts counts, Trajectories trajectories, People people, Delegations delegations, MessageSource texts) {
        this.counts = counts;
        this.trajectories = trajectories;
        this.people = people;
        this.delegations = delegations;
        this.texts = texts;
    }

    @Override
    public List<Figure> of(Scope scope, Locale locale) {
        var open = counts.open(scope.trajectory(), scope.ids());
        var names = trajectories.names(locale);
        return List.of(
                new Figure(
                        "trajectories",
                        null,
                        COLUMNS,
                        open.stream()
                                .filter(it -> it.who().isEmpty())
                                .sorted(Comparator.comparing(Open::cases).reversed())
                                .map(it -> row(
                                        Name.of(names.getOrDefault(it.trajectory(), it.trajectory())),
                                        it,
                                        scope.of(it.trajectory()),
                                        ""))
                                .toList()),
                figure("sides", open, SIDES::contains, who -> Name.of(say("insight.side." + who, locale)), scope),
                figure("teams", open, OpenFigures::isTeam, who -> Name.of(role(who, locale)), scope),
                load(open, scope, locale));
    }

    private static boolean isTeam(String who) {
        return !who.isEmpty() && !SIDES.contains(who) && !isPerson(who);
    }

    private static boolean isPerson(String who) {
        return ID.matcher(who).matches();
    }

    private static Figure figure(
            String key, List<Open> open, Predicate<String> which, Function<String, Name> name, Scope scope) {
        return new Figure(
                key,
                null,
                COLUMNS,
                open.stream()
                        .filter(it -> which.test(it.who()))
                        .sorted(Comparator.comparing(Open::cases).reversed().thenComparing(Open::who))
                        .map(it -> row(name.apply(it.who()), it, scope, "&with=" + it.who()))
                        .toList());
    }

    private static Row row(Name name, Open open, Scope scope, String more) {
        var list = scope.cases("status=OPEN" + more);
        return new Row(
                name.text(),
                name.note(),
                List.of(
                        Cell.of(open.cases(), list),
                        Cell.of(open.late(), list + "&due=late"),
                        Cell.of(open.week(), list + "&due=week")),
                new Bar(open.cases(), open.late(), true));
    }

    /** With who is away today. */
    private Figure load(List<Open> open, Scope scope, Locale locale) {
        var names = people.names(open.stream()
                .map(Open::who)
                .filter(OpenFigures::isPerson)
                .map(PersonId::parse)
                .collect(Collectors.toSet()));
        var away = delegations.away();
        Function<String, Name> name = who -> {
            var person = PersonId.parse(who);
            return new Name(
                    names.getOrDefault(person, who), away.contains(person) ? say("insight.away", locale) : null);
        };
        return figure("load", open, OpenFigures::isPerson, name, scope);
    }

    private record Name(String text, @Nullable String note) {

        static Name of(String text) {
            return new Name(text, null);
        }
    }

    private String role(String role, Locale locale) {
        return String.valueOf(texts.getMessage("identity.role." + role, null, role, locale));
    }

    private String say(String key, Locale locale) {
        return String.valueOf(texts.getMessage(key, null, locale));
    }
}
