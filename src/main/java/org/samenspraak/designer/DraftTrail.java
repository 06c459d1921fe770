package org.samenspraak.designer;

import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.springframework.stereotype.Component;

/** Keeps in the audit trail who worked on a draft, once an hour: an editor saves every few seconds. */
@Component
class DraftTrail {

    private final Audit audit;

    DraftTrail(Audit audit) {
        this.audit = audit;
    }

    void worked(String folder, String file, Actor by) {
        audit.read(Act.MODEL_DRAFTED, by, folder + "/" + file);
    }
}
