package org.samenspraak.advice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts points together that say the same, so that they are answered once; and takes them apart. */
@Service
class ReplyGroups {

    private static final int LONGEST_TITLE = 200;

    private final ReplyCases cases;
    private final ReplyUnits units;
    private final ReplyRows rows;
    private final ReplyRegroupings regroupings;
    private final Timeline timeline;
    private final Clock clock;

    ReplyGroups(
            ReplyCases cases,
            ReplyUnits units,
            ReplyRows rows,
            ReplyRegroupings regroupings,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.units = units;
        this.rows = rows;
        this.regroupings = regroupings;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Makes one group of points and groups. What was written to each of them stays, one under the other.
     *
     * @param keys of at least two that are answered apart now
     * @param title of the group; without one that of the only group among them
     * @throws Refusal when there is nothing to put together, without a title, or when one was regrouped meanwhile
     */
    @Transactional
    public void join(CaseId caseId, Set<UUID> keys, String title, Actor by) {
        cases.hold(caseId);
        if (keys.size() < 2) {
            throw Refusal.of("title", "advice.refusal.choose-two");
        }
        var joined = units.find(caseId, keys);
        if (joined.size() < keys.size()) {
            throw Refusal.of("title", "advice.refusal.regrouped");
        }
        var called = title(title, joined);
        var reply = together(joined);
        var points = joined.stream()
                .flatMap(unit -> unit.points().stream())
                .map(ReplyPoint::id)
                .toList();
        var group = UUID.randomUUID();
        var record = regroupings.begin(caseId, points, called, clock.instant(), by.name());
        rows.addGroup(caseId, group, called, reply, clock.instant(), by.name());
        rows.attach(points, group);
        rows.tidy(caseId, keys);
        regroupings.end(record);
        var named = joined.stream().map(ReplyUnit::named).collect(Collectors.joining("; "));
        timeline.add(caseId, "advice.grouped", Map.of("title", called, "points", named), null, by);
    }

    private static String title(String typed, List<ReplyUnit> joined) {
        var titles = joined.stream()
                .map(ReplyUnit::title)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var title = typed.isBlank() && titles.size() == 1 ? titles.get(0) : typed.strip();
        if (title.isEmpty()) {
            throw Refusal.of("title", "advice.refusal.title-missing");
        }
        if (title.length() > LONGEST_TITLE) {
            throw Refusal.of("title", "advice.refusal.too-long", LONGEST_TITLE);
        }
        return title;
    }

    /** Where they differ the outcome is open again. */
    private static Reply together(List<ReplyUnit> joined) {
        var outcome = only(joined, Reply::outcome);
        var to = only(joined, Reply::passedTo);
        var until = only(joined, Reply::passedUntil);
        if (to.differs() || until.differs()) {
            throw Refusal.of("title", "advice.refusal.passed-apart");
        }
        var reason = texts(joined, Reply::reason);
        var place = texts(joined, Reply::place);
        if (reason.length() > TypedReply.LONGEST_REASON || place.length() > TypedReply.LONGEST_PLACE) {
            throw Refusal.of("title", "advice.refusal.too-long-together");
        }
        return new Reply(outcome.value(), reason, place, to.value(), until.value());
    }

    private static String texts(List<ReplyUnit> joined, Function<Reply, String> part) {
        return joined.stream()
                .map(unit -> part.apply(unit.reply()))
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private static <T> Only<T> only(List<ReplyUnit> joined, Function<Reply, @Nullable T> part) {
        var values = joined.stream()
                .map(unit -> part.apply(unit.reply()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Only<>(values.size() == 1 ? values.get(0) : null, values.size() > 1);
    }

    private record Only<T>(@Nullable T value, boolean differs) {}

    /** Takes a point out of its group: it is open again, the group keeps its reply. */
    @Transactional
    public void takeOut(CaseId caseId, UUID key, UUID point, Actor by) {
        cases.hold(caseId);
        var group = units.find(caseId, Set.of(key)).stream()
                .filter(unit -> unit.isGroup()
                        && unit.points().stream().anyMatch(one -> one.id().equals(point)))
                .findFirst()
                .orElseThrow(() -> Refusal.of("title", "advice.refusal.regrouped"));
        var points = group.points().stream().map(ReplyPoint::id).toList();
        var title = Objects.requireNonNullElse(group.title(), "");
        var record = regroupings.begin(caseId, points, title, clock.instant(), by.name());
        rows.attach(List.of(point), null);
        rows.tidy(caseId, List.of(key));
        regroupings.end(record);
        var named = group.points().stream()
                .filter(one -> one.id().equals(point))
                .map(ReplyPoint::named)
                .collect(Collectors.joining());
        timeline.add(caseId, "advice.taken-out", Map.of("title", title, "point", named), null, by);
    }

    /** Puts all back as it was before a regrouping; refuses when somebody changed something of it since. */
    @Transactional
    public void undo(CaseId caseId, long regrouping, Actor by) {
        cases.hold(caseId);
        if (!regroupings.isLast(caseId, regrouping)) {
            throw new Refusal("advice.refusal.undo-late");
        }
        regroupings.undo(regrouping);
        timeline.add(caseId, "advice.regrouping-undone", Map.of(), null, by);
    }
}
