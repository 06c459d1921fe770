package org.samenspraak.tasklist;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.SearchWords;
import org.samenspraak.identity.AreaTree;
import org.samenspraak.identity.Theirs;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.tasklist.InboxFilter.Who;

/**
 * Says in SQL which tasks a query means, about {@code process_task t}. Who may see a task is part of it, always. Values
 * become parameters with names of their own, so that several can stand in one statement; each has the type of its column, or
 * the planner would not know how many rows it means.
 */
class InboxWhere {

    private final Map<String, Object> params;
    private final Reach reach;
    private final Instant now;
    private final ZoneId zone;
    private final AreaTree areas;
    private final List<String> conditions = new ArrayList<>(List.of("not t.suspended"));

    /** @param params gets the values */
    InboxWhere(Map<String, Object> params, Reach reach, Instant now, ZoneId zone, AreaTree areas) {
        this.params = params;
        this.reach = reach;
        this.now = now;
        this.zone = zone;
        this.areas = areas;
    }

    String of(InboxQuery query) {
        see(query.view(), query.filter().who());
        narrow(query.filter());
        return String.join(" and ", conditions);
    }

    /** What this person may see in this view. */
    private void see(InboxView view, @Nullable Who who) {
        var theirs = new Theirs(reach.me(), this::put);
        switch (view) {
            case GROUPS -> conditions.add(seen(theirs, who));
            case MINE -> conditions.add(theirs.taken());
            case UNASSIGNED -> conditions.add(theirs.offered() + " and t.assignee is null");
            case LATE -> conditions.add(seen(theirs, who) + " and " + late());
            case WEEK ->
                conditions.add(seen(theirs, who) + " and t.due_order >= " + put(at(now)) + " and t.due_order < "
                        + put(at(nextWeek())));
            case FOLLOW -> conditions.add(seen(theirs, who) + " and t.follow_up < " + put(at(tomorrow())));
            case COUNCIL ->
                conditions.add("t.for_council"
                        + (reach.everywhere()
                                ? ""
                                : " and t.area_id = any(" + put(reach.areas().toArray(UUID[]::new)) + ")"));
        }
    }

    private static String seen(Theirs theirs, @Nullable Who who) {
        return Who.NOBODY.equals(who) ? theirs.offered() : theirs.all();
    }

    private String late() {
        return "t.due_order < " + put(at(now));
    }

    private void narrow(InboxFilter filter) {
        add("t.trajectory = %s", filter.trajectory());
        if (filter.step() != null) {
            add("t.element = %s", filter.step().element());
            add("t.process_key = %s", filter.step().process());
        }
        add(
                "t.area_id = any(%s)",
                filter.area() == null
                        ? null
                        : areas.inside(filter.area()).stream()
                                .map(AreaId::value)
                                .toArray(UUID[]::new));
        add(
                "t.council_id = %s",
                filter.council() == null ? null : filter.council().value());
        add(
                "t.groups @> %s::text[]",
                filter.group() == null ? null : new String[] {filter.group().toString()});
        add("t.due is not null and t.due_order >= %s", filter.from() == null ? null : at(start(filter.from())));
        add(
                "t.due_order < %s",
                filter.until() == null ? null : at(start(filter.until().plusDays(1))));
        if (filter.late()) {
            conditions.add(late());
        }
        if (filter.who() != null) {
            var person = filter.who().person();
            conditions.add(person == null ? "t.assignee is null" : "t.assignee = " + put(person.value()));
        }
        var words = SearchWords.asked(filter.text());
        add("t.words @@ search_query(%s)", words.isEmpty() ? null : words);
    }

    private void add(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition.formatted(put(value)));
        }
    }

    private String put(Object value) {
        var name = "p" + params.size();
        params.put(name, value);
        return ":" + name;
    }

    private Instant tomorrow() {
        return start(LocalDate.ofInstant(now, zone).plusDays(1));
    }

    private Instant nextWeek() {
        return start(LocalDate.ofInstant(now, zone).with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Object at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
