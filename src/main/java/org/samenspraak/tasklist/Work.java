package org.samenspraak.tasklist;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.People;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.HandOver;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Priority;
import org.samenspraak.process.TaskTaken;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Service;

/**
 * What people do with a task besides doing it, when it is offered to them or theirs. Each says why it could not be done,
 * or nothing when it was; who comes second hears who was first.
 */
@Service
class Work {

    private final Tasks tasks;
    private final Desks desks;
    private final People people;
    private final Municipality municipality;

    Work(Tasks tasks, Desks desks, People people, Municipality municipality) {
        this.tasks = tasks;
        this.desks = desks;
        this.people = people;
        this.municipality = municipality;
    }

    Optional<Refusal> claim(String task, SignedIn me) {
        return attempt(task, me, desks::claim);
    }

    Optional<Refusal> giveBack(String task, SignedIn me) {
        return attempt(task, me, desk -> tasks.giveBack(task, desk.actor()), true);
    }

    /** A colleague's task is handed over with a note only; what a person signs stays with who may sign. */
    Optional<Refusal> handOver(String task, HandOver to, SignedIn me) {
        return attempt(task, me, desk -> {
            if (desk.isPersonal()) {
                throw new Refusal("tasklist.refusal.hand-over-personal");
            }
            refuseWithoutNote(to.holder(), to.note(), me);
            refuseUnchanged(to, desk.task());
            refuseOtherEyes(to, desk.task());
            tasks.handOver(task, to, desk.actor());
        });
    }

    /** A colleague wants to know why. */
    void refuseWithoutNote(@Nullable PersonId holder, @Nullable String note, SignedIn me) {
        if (holder != null && !holder.equals(me.person()) && note == null) {
            throw Refusal.of("reason", "tasklist.refusal.note-missing", name(holder));
        }
    }

    private void refuseUnchanged(HandOver to, OpenTask open) {
        if (to.person() != null && to.person().equals(open.assignee())) {
            throw new Refusal("tasklist.refusal.has-it", name(to.person()));
        }
        if (to.group() != null && open.assignee() == null && open.groups().contains(to.group())) {
            throw new Refusal("tasklist.refusal.group-has-it");
        }
    }

    /** What must be judged by other eyes stays with who may judge it. */
    private void refuseOtherEyes(HandOver to, OpenTask open) {
        var person = to.person();
        var group = to.group();
        if (open.isForOtherEyes()
                && ((group != null && !open.groups().contains(group))
                        || (person != null && open.groups().stream().noneMatch(it -> isIn(it, person))))) {
            throw new Refusal("tasklist.refusal.hand-over-other-eyes");
        }
    }

    private boolean isIn(GroupId group, PersonId person) {
        return people.inGroup(group).stream().anyMatch(one -> one.id().equals(person));
    }

    /** @param day when to look at it again, or none */
    Optional<Refusal> followUp(String task, @Nullable LocalDate day, SignedIn me) {
        var when = day == null ? null : day.atStartOfDay(municipality.zone()).toInstant();
        return attempt(task, me, desk -> tasks.followUp(task, when, desk.actor()));
    }

    Optional<Refusal> prioritise(String task, Priority priority, SignedIn me) {
        return attempt(task, me, desk -> tasks.prioritise(task, priority, desk.actor()));
    }

    private Optional<Refusal> attempt(String task, SignedIn me, Consumer<Desk> deed) {
        return attempt(task, me, deed, false);
    }

    /** @param barred whether it is also for who may not do the task because of what they did before */
    private Optional<Refusal> attempt(String task, SignedIn me, Consumer<Desk> deed, boolean barred) {
        var desk = desks.own(task, me);
        if (desk.isEmpty()) {
            return Optional.of(doneBy(task)
                    .map(name -> new Refusal("tasklist.refusal.done-by", name))
                    .orElseGet(() -> new Refusal("tasklist.refusal.not-yours")));
        }
        if (desk.get().bar() != null && !barred) {
            return Optional.of(desk.get().bar());
        }
        try {
            deed.accept(desk.get());
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(named(refusal));
        }
    }

    /** The name of the official who did a task that is gone. */
    Optional<String> doneBy(String task) {
        return tasks.doneBy(task).map(this::name);
    }

    /** With the name of who was first, when that is why. */
    Refusal named(Refusal refusal) {
        if (!(refusal instanceof TaskTaken taken)) {
            return refusal;
        }
        var holder = taken.holder();
        return holder == null
                ? new Refusal("tasklist.refusal.given-back")
                : new Refusal("tasklist.refusal.taken-by", name(holder));
    }

    private String name(PersonId person) {
        return people.names(Set.of(person)).getOrDefault(person, "");
    }
}
