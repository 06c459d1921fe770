package org.samenspraak.advice;

import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Offer;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;

/**
 * A case whose points are replied to: of a request, or of advice that nobody asked for.
 *
 * @param asker whose officials reply; none for advice that nobody asked for and nobody was appointed to
 * @param agreed whether its replies are agreed: then they are fixed
 * @param questionVersion of the question that holds now
 * @param task to reply, while it is open
 */
record ReplyCase(CaseView file, @Nullable GroupId asker, boolean agreed, int questionVersion, @Nullable Task task) {

    private static final GroupId OFFICE = GroupId.of("participation-office");

    record Task(String id, Offer offer) {}

    /** The asker's officials, the participation office, and whoever has the task to reply. */
    boolean isRepliedBy(SignedIn me) {
        return me.may(Permission.WORK)
                && ((asker != null && me.groups().contains(asker))
                        || me.groups().contains(OFFICE)
                        || isTaskOf(me));
    }

    boolean isTaskOf(SignedIn me) {
        return task != null && me.works(task.offer());
    }

    /** Whether replies can change still. */
    boolean isOpen() {
        return file.status() == CaseStatus.OPEN && !agreed;
    }
}
