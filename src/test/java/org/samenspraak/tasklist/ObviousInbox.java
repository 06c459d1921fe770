package org.samenspraak.tasklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.TestClock;

/**
 * A slow and obvious work list, of a member of {@code legal} who manages an area, and stands in for somebody of {@code
 * finance} in another.
 *
 * @param tasks all there are; may change
 * @param away for whom this reader stands in
 * @param covered the area in which
 */
record ObviousInbox(
        List<Sample> tasks, PersonId me, AreaId area, PersonId away, AreaId covered, Areas areas, ZoneId zone) {

    record Sample(
            String id,
            CaseView file,
            String place,
            String element,
            Set<String> groups,
            boolean forCouncil,
            @Nullable PersonId assignee,
            @Nullable Instant due,
            Instant created,
            @Nullable LocalDate followUp,
            boolean suspended) {}

    List<String> answer(InboxQuery query) {
        Comparator<Sample> order =
                switch (query.sort()) {
                    case DUE -> Comparator.comparing(task -> task.due() == null ? Instant.MAX : task.due());
                    case AGE -> Comparator.comparing(Sample::created);
                    case CASE -> Comparator.comparing(task -> task.file().number());
                    case COUNCIL -> Comparator.comparing(Sample::place);
                };
        order = order.thenComparing(Sample::id);
        return tasks.stream()
                .filter(task -> !task.suspended() && isSeen(task, query.view()) && matches(task, query.filter()))
                .sorted(query.reversed() ? order.reversed() : order)
                .map(Sample::id)
                .toList();
    }

    private boolean isSeen(Sample task, InboxView view) {
        var stoodIn = covered.equals(task.file().area());
        var offered = task.groups().contains("legal")
                || task.groups().contains("area-manager@" + area)
                || (stoodIn && task.groups().contains("finance"));
        var mine = me.equals(task.assignee()) || (stoodIn && away.equals(task.assignee()));
        return switch (view) {
            case GROUPS -> offered || mine;
            case MINE -> mine;
            case UNASSIGNED -> offered && task.assignee() == null;
            case LATE -> (offered || mine) && isLate(task);
            case WEEK -> (offered || mine) && isThisWeek(task);
            case FOLLOW ->
                (offered || mine) && task.followUp() != null && !task.followUp().isAfter(day(TestClock.START));
            case COUNCIL -> task.forCouncil() && area.equals(task.file().area());
        };
    }

    private static boolean isLate(Sample task) {
        return task.due() != null && task.due().isBefore(TestClock.START);
    }

    private boolean isThisWeek(Sample task) {
        if (task.due() == null || task.due().isBefore(TestClock.START)) {
            return false;
        }
        var monday = day(TestClock.START);
        do {
            monday = monday.plusDays(1);
        } while (monday.getDayOfWeek().getValue() != 1);
        return day(task.due()).isBefore(monday);
    }

    LocalDate day(Instant when) {
        return LocalDate.ofInstant(when, zone);
    }

    private boolean matches(Sample task, InboxFilter filter) {
        var group = filter.group();
        var who = filter.who();
        var from = filter.from();
        var until = filter.until();
        return (filter.trajectory() == null || filter.trajectory().equals("recognition"))
                && (filter.step() == null || filter.step().toString().equals("recognition." + task.element()))
                && (filter.area() == null || isInside(task.file().area(), filter.area()))
                && (filter.council() == null
                        || filter.council().equals(task.file().council()))
                && (group == null || task.groups().contains(group.toString()))
                && (who == null || Objects.equals(who.person(), task.assignee()))
                && (from == null || (task.due() != null && !day(task.due()).isBefore(from)))
                && (until == null || (task.due() != null && !day(task.due()).isAfter(until)))
                && (!filter.late() || isLate(task))
                && hasWords(task, filter.text());
    }

    private boolean isInside(@Nullable AreaId area, AreaId around) {
        for (var at = area; at != null; at = areas.get(at).within()) {
            if (at.equals(around)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWords(Sample task, @Nullable String text) {
        if (text == null) {
            return true;
        }
        var council = task.file().council() == null ? "" : task.place();
        var words = words(task.file().number() + " " + task.file().title() + " " + council);
        return words(text).stream().allMatch(asked -> words.stream().anyMatch(word -> word.startsWith(asked)));
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[ -]"));
    }
}
