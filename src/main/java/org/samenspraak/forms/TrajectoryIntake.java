package org.samenspraak.forms;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.regulation.RegulationId;

/** What a trajectory module says about a new case before it opens; may refuse. A trajectory without one needs no Java. */
public interface TrajectoryIntake {

    /** The process key it speaks for. */
    String trajectory();

    Subject subject(Answers answers, Actor by);

    /** The regulation that the case is bound to, where the form lets somebody choose one. */
    default Optional<RegulationId> regulation(Answers answers) {
        return Optional.empty();
    }

    /** Why nobody can begin one now, said before they fill in a form; none while they can. */
    default Optional<Closed> closed() {
        return Optional.empty();
    }

    /**
     * In words of the reader.
     *
     * @param link path of a page that says more
     */
    record Closed(String why, String more, String link) {}

    record Subject(String title, @Nullable CouncilId council, @Nullable AreaId area) {}
}
