package org.samenspraak.tasklist;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.deadlines.TermChange.Kind;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** What somebody may do to a term: who does its task gives more time by the regulation, who steers the case does the rest. */
@Component
class TermActs {

    private final Tasks tasks;
    private final Desks desks;
    private final Regulations regulations;
    private final Dates dates;

    TermActs(Tasks tasks, Desks desks, Regulations regulations, Dates dates) {
        this.dates = dates;
        this.tasks = tasks;
        this.desks = desks;
        this.regulations = regulations;
    }

    /** What there is to choose for a term as it is now. */
    List<Kind> offered(CaseView file, ClockView clock, SignedIn me) {
        if (!clock.running() || clock.follows() || file.status() != CaseStatus.OPEN) {
            return List.of();
        }
        var running = clock.decided() ? List.<Kind>of() : List.of(Kind.EXTEND, Kind.MOVE, Kind.SUSPEND);
        var kinds = clock.suspendedOn() == null ? running : List.of(Kind.RESUME);
        return kinds.stream()
                .filter(kind -> kind != Kind.SUSPEND || !clock.lastDay().isBefore(dates.today()))
                .filter(kind -> actor(kind, file, clock, me).isPresent())
                .toList();
    }

    /** As whom somebody does this; none when it is not theirs to do. */
    Optional<Actor> actor(Kind kind, CaseView file, ClockView clock, SignedIn me) {
        if (kind != Kind.EXTEND) {
            return Optional.of(me.actor()).filter(actor -> me.may(Permission.STEER_CASE));
        }
        return tasks.ofCase(file.id()).stream()
                .filter(task -> isOf(clock, task) && desks.works(task.id(), me))
                .flatMap(task -> desks.open(task.id(), me).stream())
                .filter(this::isExtendable)
                .findFirst()
                .map(Desk::actor);
    }

    private static boolean isOf(ClockView clock, OpenTask task) {
        return clock.term().equals(task.term()) && Objects.equals(clock.scope(), task.scope());
    }

    /** Whether they may give more time for this task by the regulation; how much and how often, the clock itself guards. */
    boolean isExtendable(Desk desk) {
        var term = desk.task().term();
        return term != null
                && desk.bar() == null
                && regulations
                        .find(desk.file().regulation(), term + ".extension")
                        .isPresent();
    }
}
