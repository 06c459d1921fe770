package org.samenspraak.casefile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/** Cases: their number, status and bindings. */
public class Cases {

    /** Opens a case, binds it to the regulation in force on the day it was received and gives it the next number. */
    public CaseView open(OpenCase command) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.samenspraak.kernel.Refusal when there is no such case */
    public CaseView get(CaseId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<CaseView> byNumber(String number) {
        throw new UnsupportedOperationException();
    }

    /** Binds the case to a council and an area; open tasks go to the people of the new area. */
    public void assign(CaseId id, @Nullable CouncilId council, @Nullable AreaId area, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Ends the case; the outcome is a word of the trajectory's messages ("granted"). */
    public void close(CaseId id, String outcome, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Stops the case and its process with a reason. */
    public void stop(CaseId id, CaseStatus as, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }
}
