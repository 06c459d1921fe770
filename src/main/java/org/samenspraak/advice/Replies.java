package org.samenspraak.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The city's replies to points of advice. Several officials write them at once: nobody writes over what they did not see. */
@Service
class Replies {

    /** How many points without a reply are named. */
    static final int NAMED = 5;

    private final ReplyCases cases;
    private final ReplyUnits units;
    private final ReplyRows rows;
    private final RoleNames roles;
    private final Timeline timeline;
    private final Municipality municipality;
    private final Clock clock;

    Replies(
            ReplyCases cases,
            ReplyUnits units,
            ReplyRows rows,
            RoleNames roles,
            Timeline timeline,
            Municipality municipality,
            Clock clock) {
        this.cases = cases;
        this.units = units;
        this.rows = rows;
        this.roles = roles;
        this.timeline = timeline;
        this.municipality = municipality;
        this.clock = clock;
    }

    /**
     * Keeps the replies that somebody touched, each that can be kept: one that is wrong, or that a colleague changed since it
     * was shown, holds up none of the others.
     *
     * @throws Refusal when the replies are agreed, or the case ended
     */
    @Transactional
    public Saved save(CaseId caseId, List<TypedReply> typed, Actor by) {
        var touched = typed.stream().filter(TypedReply::isTouched).toList();
        if (touched.isEmpty()) {
            return Saved.NOTHING;
        }
        cases.hold(caseId);
        var now = find(caseId, touched);
        var saved = new Saved(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var one : touched) {
            Optional.ofNullable(now.get(one.key()))
                    .ifPresentOrElse(unit -> save(caseId, unit, one, saved, by), () -> saved.gone()
                            .add(one));
        }
        if (!saved.units().isEmpty()) {
            rows.attachOwn(saved.units().stream()
                    .filter(unit -> unit.version() < 0)
                    .map(ReplyUnit::key)
                    .toList());
            note(caseId, by);
        }
        return saved;
    }

    /** Whoever works in the table saves all day long: one line says so. */
    private void note(CaseId caseId, Actor by) {
        var since = today().atStartOfDay(municipality.zone()).toInstant();
        timeline.addOnceSince(caseId, "advice.replied", since, by);
    }

    private Map<UUID, ReplyUnit> find(CaseId caseId, List<TypedReply> typed) {
        return units.find(caseId, typed.stream().map(TypedReply::key).toList()).stream()
                .collect(Collectors.toMap(ReplyUnit::key, unit -> unit));
    }

    private void save(CaseId caseId, ReplyUnit unit, TypedReply typed, Saved saved, Actor by) {
        if (saysTheSame(unit, typed)) {
            return;
        }
        var problems = problems(typed);
        if (unit.version() != typed.shownVersion()) {
            saved.conflicts().add(unit);
        } else if (!problems.isEmpty()) {
            saved.problems().addAll(problems);
        } else {
            saved.units().add(unit);
            if (unit.version() < 0) {
                rows.add(caseId, unit.key(), typed.reply(), clock.instant(), by.name());
            } else {
                rows.change(caseId, unit.key(), typed.reply(), clock.instant(), by.name());
            }
        }
    }

    /** A colleague wrote the very same, or it was sent twice. */
    static boolean saysTheSame(ReplyUnit unit, TypedReply typed) {
        return TypedReply.of(unit).print().equals(typed.print());
    }

    /** What can't be kept of a reply. */
    List<Refusal> problems(TypedReply typed) {
        return typed.problems(today(), this::isOffered);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), municipality.zone());
    }

    private boolean isOffered(String role) {
        return roles.working().stream().anyMatch(group -> group.role().equals(role));
    }

    /** @throws Refusal that names points without a reply, when there are any */
    @Transactional(readOnly = true)
    public void refuseUnlessComplete(CaseId caseId) {
        var open = cases.open(caseId);
        if (open > 0) {
            var first = units.page(caseId, ReplyFilter.UNANSWERED, NAMED);
            var named = first.rows().stream().map(ReplyUnit::named).collect(Collectors.joining(", "));
            throw new Refusal("advice.refusal.incomplete", open, named + (first.next() == null ? "" : " …"));
        }
    }

    /**
     * What came of saving replies.
     *
     * @param units what was kept
     * @param problems what can't be kept, by field
     * @param conflicts what a colleague changed since it was shown, as it is now
     * @param gone replies to what is put together or taken apart meanwhile
     */
    record Saved(List<ReplyUnit> units, List<Refusal> problems, List<ReplyUnit> conflicts, List<TypedReply> gone) {

        static final Saved NOTHING = new Saved(List.of(), List.of(), List.of(), List.of());

        boolean isWhole() {
            return problems.isEmpty() && conflicts.isEmpty() && gone.isEmpty();
        }

        boolean isConflict() {
            return !conflicts.isEmpty() || !gone.isEmpty();
        }
    }
}
