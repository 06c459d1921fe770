package org.samenspraak.forms;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;

/** What a trajectory module says about a new case before it opens; may refuse. A trajectory without one needs no Java. */
public interface TrajectoryIntake {

    /** The process key it speaks for. */
    String trajectory();

    Subject subject(Answers answers, Actor by);

    record Subject(String title, @Nullable CouncilId council, @Nullable AreaId area) {}
}
