package org.samenspraak.tasklist;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseSearch;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseWork;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.tasklist.InboxChoices.Chip;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the address of the list of cases means, and in words. What makes no sense is left out. */
@Component
class CaseSearches {

    private static final Pattern QUARTER = Pattern.compile("([12]\\d{3})-Q([1-4])");
    private static final Duration WEEK = Duration.ofDays(7);

    private final Areas areas;
    private final People people;
    private final Names names;
    private final Clock clock;
    private final Municipality municipality;
    private final InboxChoices steps;
    private final MessageSource texts;

    CaseSearches(
            Areas areas,
            People people,
            Names names,
            Clock clock,
            Municipality municipality,
            InboxChoices steps,
            MessageSource texts) {
        this.areas = areas;
        this.people = people;
        this.names = names;
        this.clock = clock;
        this.municipality = municipality;
        this.steps = steps;
        this.texts = texts;
    }

    CaseSearch of(CaseQuery query) {
        var area = read(query, "area", AreaId::parse);
        return new CaseSearch(
                read(query, "q", Function.identity()),
                area == null ? Set.of() : areas.tree().inside(area),
                read(query, "council", CouncilId::parse),
                read(query, "trajectory", Function.identity()),
                Arrays.stream(CaseStatus.values())
                        .filter(status -> status.name().equals(query.text("status")))
                        .findFirst()
                        .orElse(null),
                work(query));
    }

    private CaseWork work(CaseQuery query) {
        var now = clock.instant();
        var step = step(query);
        var during = during(query, step);
        var due = during != null && during.late() ? "" : query.text("due");
        return new CaseWork(
                read(query, "with", Function.identity()),
                step,
                due.equals("week") ? now : null,
                due.equals("week") ? now.plus(WEEK) : due.equals("late") ? now : null,
                during);
    }

    private static CaseWork.@Nullable Step step(CaseQuery query) {
        var step = query.text("step").split("\\.", 2);
        return step.length == 2 ? new CaseWork.Step(step[0], step[1]) : null;
    }

    /** Late in a time that is over is what was done late then. */
    private CaseWork.@Nullable During during(CaseQuery query, CaseWork.@Nullable Step step) {
        var quarter = QUARTER.matcher(query.text("quarter"));
        if (!quarter.matches()) {
            return null;
        }
        var first = LocalDate.of(Integer.parseInt(quarter.group(1)), 3 * Integer.parseInt(quarter.group(2)) - 2, 1);
        return new CaseWork.During(
                first.atStartOfDay(municipality.zone()).toInstant(),
                first.plusMonths(3).atStartOfDay(municipality.zone()).toInstant(),
                step != null && query.text("due").equals("late"));
    }

    private static <T> @Nullable T read(CaseQuery query, String name, Function<String, T> parse) {
        try {
            return query.text(name).isEmpty() ? null : parse.apply(query.text(name));
        } catch (IllegalArgumentException noSense) {
            return null;
        }
    }

    /** What has no field on the page, in words, each with the list without it. */
    List<Chip> chips(CaseQuery query) {
        return query.hidden().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("council"))
                .map(entry -> new Chip(
                        entry.getKey(),
                        say("tasklist.cases." + entry.getKey()),
                        say(entry),
                        query.without(entry.getKey()).url()))
                .toList();
    }

    private String say(Map.Entry<String, String> entry) {
        var value = entry.getValue();
        return switch (entry.getKey()) {
            case "area" ->
                names.areas().entrySet().stream()
                        .filter(area -> area.getKey().toString().equals(value))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(value);
            case "due" -> List.of("late", "week").contains(value) ? say("tasklist.cases.due." + value) : value;
            case "with" -> with(value);
            case "step" -> steps.step(value);
            default -> value;
        };
    }

    private String with(String value) {
        if (value.equals("office") || value.equals("council")) {
            return say("tasklist.cases.with." + value);
        }
        try {
            var person = PersonId.parse(value);
            return people.names(Set.of(person)).getOrDefault(person, value);
        } catch (IllegalArgumentException aRole) {
            return names.role(value);
        }
    }

    private String say(String key) {
        return Objects.requireNonNull(texts.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
