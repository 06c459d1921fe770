package org.samenspraak.kernel;

import java.util.Optional;

/** Where councils work, for modules that know no more of a council than its id. Told by the register of councils. */
public interface CouncilAreas {

    /** None for a council that the register doesn't know. */
    Optional<AreaId> areaOf(CouncilId council);
}
