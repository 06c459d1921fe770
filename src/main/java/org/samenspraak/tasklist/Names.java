package org.samenspraak.tasklist;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.Role;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.Processes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names behind ids, one query per kind and page. */
@Component
class Names {

    private final People people;
    private final Areas areas;
    private final Councils councils;
    private final Processes processes;
    private final MessageSource texts;

    Names(People people, Areas areas, Councils councils, Processes processes, MessageSource texts) {
        this.people = people;
        this.areas = areas;
        this.councils = councils;
        this.processes = processes;
        this.texts = texts;
    }

    /** Of the rows of a list and of its filters. */
    Known ofList(Collection<TaskRow> rows, InboxFilter filter) {
        var who = new HashSet<PersonId>();
        var bodies = new HashSet<CouncilId>();
        rows.forEach(row -> {
            who.add(row.assignee());
            bodies.add(row.council());
        });
        who.add(filter.who() == null ? null : filter.who().person());
        bodies.add(filter.council());
        return withGroups(known(who, bodies), rows);
    }

    private Known withGroups(Known known, Collection<TaskRow> rows) {
        rows.stream()
                .flatMap(row -> row.groups().stream())
                .filter(group -> Role.find(group.role()).isPresent())
                .forEach(group -> known.groups().computeIfAbsent(group, it -> role(it.role()) + area(it, known)));
        return known;
    }

    private static String area(GroupId group, Known known) {
        return group.scope() == null ? "" : ", " + known.area(AreaId.parse(group.scope()));
    }

    Known ofCase(CaseView view, Collection<TaskRow> tasks) {
        var who = new HashSet<PersonId>();
        who.add(view.owner());
        tasks.forEach(task -> who.add(task.assignee()));
        var bodies = new HashSet<CouncilId>();
        bodies.add(view.council());
        return withGroups(known(who, bodies), tasks);
    }

    Known ofDesk(Desk desk) {
        var who = new HashSet<PersonId>();
        who.add(desk.task().assignee());
        var bodies = new HashSet<CouncilId>();
        bodies.add(desk.file().council());
        return known(who, bodies);
    }

    Known ofCases(Collection<CaseView> cases) {
        return known(
                cases.stream().map(CaseView::owner).collect(Collectors.toSet()),
                cases.stream().map(CaseView::council).collect(Collectors.toSet()));
    }

    private Known known(Set<@Nullable PersonId> who, Set<@Nullable CouncilId> bodies) {
        who.removeIf(Objects::isNull);
        bodies.removeIf(Objects::isNull);
        return new Known(people.names(who), councils.names(bodies), areas(), trajectories(), new HashMap<>());
    }

    /** In the order of their names. */
    Map<AreaId, String> areas() {
        var names = new LinkedHashMap<AreaId, String>();
        areas.all().forEach(area -> names.put(area.id(), area.name()));
        return names;
    }

    /** A role that only this city has is shown as it is written. */
    String role(String role) {
        return String.valueOf(texts.getMessage("identity.role." + role, null, role, LocaleContextHolder.getLocale()));
    }

    Map<String, String> trajectories() {
        var names = new LinkedHashMap<String, String>();
        var english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        processes
                .trajectories()
                .forEach(it -> names.put(it.key(), english && it.nameEn() != null ? it.nameEn() : it.name()));
        return names;
    }

    /** What is not known is shown as nothing. */
    public record Known(
            Map<PersonId, String> people,
            Map<CouncilId, String> councils,
            Map<AreaId, String> areas,
            Map<String, String> trajectories,
            Map<GroupId, String> groups) {

        public String person(@Nullable PersonId id) {
            return id == null ? "" : people.getOrDefault(id, "");
        }

        public String council(@Nullable CouncilId id) {
            return id == null ? "" : councils.getOrDefault(id, "");
        }

        public String area(@Nullable AreaId id) {
            return id == null ? "" : areas.getOrDefault(id, "");
        }

        /** The groups a task is offered to; none for a council's, which is called by its own name. */
        public String groups(Collection<GroupId> offered) {
            return offered.stream()
                    .map(groups::get)
                    .filter(Objects::nonNull)
                    .sorted()
                    .collect(Collectors.joining("; "));
        }

        /** Who a task waits for: who has it, else who it is offered to. */
        public String waitsFor(TaskRow task) {
            if (task.forCouncil()) {
                return council(task.council());
            }
            return task.assignee() == null ? groups(task.groups()) : person(task.assignee());
        }

        public String trajectory(String key) {
            return trajectories.getOrDefault(key, key);
        }
    }
}
