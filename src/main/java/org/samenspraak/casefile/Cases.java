package org.samenspraak.casefile;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases: their number, status and bindings. */
@Service
public class Cases {

    /** Message to the model of a case whose asker withdraws. */
    static final String WITHDRAWN = "case-withdrawn";

    private final CaseRecords records;
    private final CaseNumbers numbers;
    private final Timeline timeline;
    private final Regulations regulations;
    private final Processes processes;
    private final Tasks tasks;
    private final People people;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(
            CaseRecords records,
            CaseNumbers numbers,
            Timeline timeline,
            Regulations regulations,
            Processes processes,
            Tasks tasks,
            People people,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.numbers = numbers;
        this.timeline = timeline;
        this.regulations = regulations;
        this.processes = processes;
        this.tasks = tasks;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Tasks for {@code responsible@case} go to this group from now on; those that are open stay where they are. */
    @Transactional
    public void entrust(CaseId id, GroupId group) {
        records.entrust(id, group);
    }

    /**
     * Opens a case and binds it to the regulation in force on the day it was received. Its number is taken when the
     * transaction ends or when {@link #get} is asked for it, so that others wait as short as can be for the counter.
     */
    @Transactional
    public CaseId open(OpenCase command) {
        return open(command, regulations.inForce(command.trajectory(), command.received()));
    }

    /** The same, bound to a regulation that somebody chose. */
    @Transactional
    public CaseId open(OpenCase command, RegulationId regulation) {
        regulations.lock(regulation);
        var now = clock.instant();
        records.add(command, regulation, numbers.yearOf(now), now);
        numbers.promise();
        timeline.add(
                command.id(), command.onPaper() ? "case.opened-on-paper" : "case.opened", Map.of(), null, command.by());
        events.publishEvent(new CaseOpened(command.id(), command.trajectory(), command.council()));
        return command.id();
    }

    /** @throws Refusal when there is no such case */
    @Transactional
    public CaseView get(CaseId id) {
        return records.find(id)
                .or(() -> numbers.settle() ? records.find(id) : Optional.empty())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    /**
     * These cases, in one question.
     *
     * @throws Refusal when one of them is not there
     */
    @Transactional
    public Map<CaseId, CaseView> all(Collection<CaseId> ids) {
        var found = records.all(ids);
        if (found.size() < Set.copyOf(ids).size() && numbers.settle()) {
            found = records.all(ids);
        }
        var all = found.stream().collect(Collectors.toMap(CaseView::id, view -> view));
        if (!all.keySet().containsAll(ids)) {
            throw new NotFound("casefile.refusal.no-case");
        }
        return all;
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> byNumber(String number) {
        return records.byNumber(number);
    }

    /** Newest first, at most {@code limit}, after the last one of the page before. */
    @Transactional(readOnly = true)
    public List<CaseView> search(CaseSearch search, @Nullable CaseId after, int limit) {
        return records.search(search, after, limit);
    }

    /** The open case of a trajectory for a council, if there is one. */
    @Transactional(readOnly = true)
    public Optional<CaseView> openOf(String trajectory, CouncilId council) {
        return records.search(new CaseSearch(null, Set.of(), council, trajectory, CaseStatus.OPEN), null, 1).stream()
                .findFirst();
    }

    /** How many cases are bound to this version of a regulation. */
    @Transactional(readOnly = true)
    public int boundTo(RegulationId regulation) {
        return records.boundTo(regulation);
    }

    /**
     * Moves a case that was opened for the wrong council; open tasks go to the people of the new one and its area.
     *
     * @param version of the case when it was read: refuses when somebody changed it since
     * @param title what the case is called from now on
     * @throws Refusal also without a reason, for the council it has already, or when its trajectory can't go there
     */
    @Transactional
    public void move(
            CaseId id, int version, CouncilId to, @Nullable AreaId area, String title, String reason, Actor by) {
        var before = get(id);
        refuseUnlessOpen(before);
        if (reason.isBlank()) {
            throw Refusal.of("reason", "casefile.refusal.reason-missing");
        }
        if (to.equals(before.council())) {
            throw Refusal.of("council", "casefile.refusal.same-council");
        }
        if (!records.move(id, version, to, area, title)) {
            throw new Refusal("casefile.refusal.changed");
        }
        timeline.add(id, "case.moved", Map.of("from", before.title(), "to", title), reason.strip(), by);
        audit.add(Act.CASE_MOVED, by, id.value(), before.number() + ": " + before.title() + " → " + title);
        tasks.regroup(id);
        events.publishEvent(new CaseMoved(id, before.trajectory(), before.council(), to, by));
    }

    /**
     * Names the official who keeps an eye on the whole case, or nobody.
     *
     * @param version of the case when it was read: refuses when somebody changed it since
     */
    @Transactional
    public void own(CaseId id, int version, @Nullable PersonId owner, Actor by) {
        var before = get(id);
        refuseUnlessOpen(before);
        if (Objects.equals(owner, before.owner())) {
            return;
        }
        if (!records.own(id, version, owner)) {
            throw new Refusal("casefile.refusal.changed");
        }
        if (owner == null) {
            timeline.add(id, "case.disowned", Map.of(), null, by);
        } else {
            var name = people.names(Set.of(owner)).getOrDefault(owner, "");
            timeline.add(id, "case.owned", Map.of("name", name), null, by);
        }
    }

    /**
     * Binds an open case to a newer version of its regulation; terms that run keep the version they began with. Whether what happened in
     * the case lets it is for its trajectory to know.
     *
     * @throws Refusal without a reason, and for another regulation or an older version
     */
    @Transactional
    public void rebind(CaseId id, RegulationId to, String reason, Actor by) {
        var before = get(id);
        refuseUnlessOpen(before);
        if (reason.isBlank()) {
            throw Refusal.of("reason", "casefile.refusal.reason-missing");
        }
        if (!to.name().equals(before.regulation().name())
                || to.version() <= before.regulation().version()) {
            throw Refusal.of("version", "casefile.refusal.not-newer");
        }
        regulations.lock(to);
        records.bind(id, to);
        timeline.add(
                id,
                "case.rebound",
                Map.of("from", before.regulation().toString(), "to", to.toString()),
                reason.strip(),
                by);
    }

    /** Binds a case that just began to the regulation of the one it is a part of, whatever is in force on the day it was received. */
    @Transactional
    public void bind(CaseId id, RegulationId to) {
        regulations.lock(to);
        records.bind(id, to);
    }

    /** Ends the case; the outcome is a word of the trajectory's messages ("granted"). Refuses one that ended already. */
    @Transactional
    public void close(CaseId id, String outcome, Actor by) {
        end(id, CaseStatus.CLOSED, outcome, null, by);
        timeline.add(id, "case.closed", Map.of("outcome", outcome), null, by);
    }

    /**
     * Withdraws or stops the case and its process; refuses without a reason, and a case that ended already. A model that waits
     * for {@value #WITHDRAWN} does its own last steps when the asker withdraws, such as a letter.
     */
    @Transactional
    public void stop(CaseId id, CaseStatus as, String reason, Actor by) {
        if (as != CaseStatus.WITHDRAWN && as != CaseStatus.STOPPED) {
            throw new IllegalArgumentException("a case is withdrawn or stopped, not " + as);
        }
        if (reason.isBlank()) {
            throw Refusal.of("reason", "casefile.refusal.reason-missing");
        }
        end(id, as, null, reason.strip(), by);
        timeline.add(id, as == CaseStatus.WITHDRAWN ? "case.withdrawn" : "case.stopped", Map.of(), reason.strip(), by);
        if (as == CaseStatus.WITHDRAWN && processes.awaits(id, WITHDRAWN)) {
            processes.signal(id, WITHDRAWN, Map.of(), by);
        } else {
            processes.cancel(id, reason.strip(), by);
        }
    }

    private void end(CaseId id, CaseStatus as, @Nullable String outcome, @Nullable String reason, Actor by) {
        get(id);
        if (!records.end(id, as, outcome, clock.instant())) {
            throw new Refusal("casefile.refusal.case-ended");
        }
        events.publishEvent(new CaseEnded(id, as, outcome, reason, by));
    }

    void refuseEnded(CaseId id) {
        refuseUnlessOpen(get(id));
    }

    private static void refuseUnlessOpen(CaseView view) {
        if (view.status() != CaseStatus.OPEN) {
            throw new Refusal("casefile.refusal.case-ended");
        }
    }
}
