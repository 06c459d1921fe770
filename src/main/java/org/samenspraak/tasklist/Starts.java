package org.samenspraak.tasklist;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Filled;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.Sheet;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Trajectory;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which trajectories an official may start, and starting them. */
@Service
class Starts {

    /** What residents and councils start themselves, an official may enter from paper. */
    private static final Set<String> ANYBODY = Set.of("public", "council");

    private final Processes processes;
    private final Intake intake;
    private final FillIn fillIn;
    private final Cases cases;
    private final Dates dates;
    private final List<TrajectoryIntake> trajectories;

    Starts(
            Processes processes,
            Intake intake,
            FillIn fillIn,
            Cases cases,
            Dates dates,
            List<TrajectoryIntake> trajectories) {
        this.trajectories = trajectories;
        this.processes = processes;
        this.intake = intake;
        this.fillIn = fillIn;
        this.cases = cases;
        this.dates = dates;
    }

    List<Trajectory> of(SignedIn me) {
        return processes.trajectories().stream()
                .filter(trajectory -> trajectory.startForm() != null && isFor(trajectory, me))
                .toList();
    }

    Optional<Trajectory> find(String key, SignedIn me) {
        return of(me).stream()
                .filter(trajectory -> trajectory.key().equals(key))
                .findFirst();
    }

    /** Why nobody can begin one now; none while they can. */
    Optional<TrajectoryIntake.Closed> closed(Trajectory trajectory) {
        return intake.closed(trajectory.key(), Actor.Kind.PERSON);
    }

    static boolean comesOnPaper(Trajectory trajectory) {
        return trajectory.startedBy().stream().anyMatch(ANYBODY::contains);
    }

    private static boolean isForAnyOfficial(Trajectory trajectory) {
        return trajectory.startedBy().contains("official");
    }

    /** What came on paper is entered by who looks after councils. */
    private static boolean isFor(Trajectory trajectory, SignedIn me) {
        return isForAnyOfficial(trajectory)
                || (comesOnPaper(trajectory) && me.may(Permission.EDIT_COUNCIL))
                || me.groups().stream().anyMatch(group -> trajectory.startedBy().contains(group.role()));
    }

    /**
     * What a start would bring and nobody has read yet; none where nothing has to be read.
     *
     * @param seen what the browser sends of the one before
     * @throws Refusal as the start would
     */
    Optional<TrajectoryIntake.Foreseen> unread(
            Trajectory trajectory, Forms.Judgement judgement, @Nullable String seen, SignedIn me) {
        return intake.foreseen(trajectory.key(), Paper.own(judgement), me.actor())
                .filter(it -> !it.seen().equals(seen));
    }

    /**
     * Starts with what was filled in; its draft ends with it. Who starts a case keeps an eye on it.
     *
     * @throws Refusal also when it would be a case of an area where somebody else looks after councils
     */
    @Transactional
    CaseView start(Trajectory trajectory, Form form, Sheet sheet, Filled filled, SignedIn me) {
        var judged = Objects.requireNonNull(filled.judgement(), "not judged");
        var own = Paper.own(judged);
        var came = Paper.arrival(judged, dates.today());
        trajectories.stream()
                .filter(one -> one.trajectory().equals(trajectory.key()))
                .forEach(one -> one.refuse(own.answers(), came));
        var opened = intake.start(trajectory.key(), form, own, came.received(), came.onPaper(), me.actor());
        if (!isForAnyOfficial(trajectory) && !me.may(Permission.START_CASE, opened.area())) {
            throw new Refusal("tasklist.refusal.start-area");
        }
        fillIn.sent(sheet, filled.draft().page());
        if (opened.status() == CaseStatus.OPEN && opened.owner() == null) {
            cases.own(opened.id(), opened.version(), me.person(), me.actor());
        }
        return opened;
    }

    /** What the same form opened a moment ago: who presses twice gets the same case. */
    @Transactional
    Optional<CaseView> started(Form form, Sheet sheet, Filled filled, SignedIn me) {
        var judged = Objects.requireNonNull(filled.judgement(), "not judged");
        var opened = intake.justStarted(form, Paper.own(judged), me.actor());
        opened.ifPresent(it -> fillIn.sent(sheet, filled.draft().page()));
        return opened;
    }
}
