package org.samenspraak.tasklist;

import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.forms.Form;
import org.samenspraak.identity.Role;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.OpenTask;

/**
 * A task on somebody's desk.
 *
 * @param form what to fill in, or none when the task only has to be ticked off
 * @param onPaper whether an official enters what a council sent on paper
 * @param actor in whose name it is done: somebody else's for who acts in their place
 * @param bar why they may not do it because of what they did in the case before, or none
 */
record Desk(
        OpenTask task,
        CaseView file,
        @Nullable Form form,
        boolean onPaper,
        SignedIn me,
        Actor actor,
        @Nullable Refusal bar) {

    /** Drafts of an official are shared by their group; what is copied from paper stays apart from the council's own. */
    public String party() {
        return onPaper ? "paper" : "office";
    }

    /** A colleague works on it. */
    public boolean isTaken() {
        return task.assignee() != null && !isMine();
    }

    /** Only who holds the role may do it, or their deputy. */
    public boolean isPersonal() {
        return task.groups().stream().anyMatch(Role::isPersonal);
    }

    public boolean isMine() {
        return actor.actsFor(task.assignee());
    }

    /** Whether they may do it now. */
    public boolean isOpen() {
        return !isTaken() && bar == null;
    }

    public String name(boolean english) {
        return english && task.nameEn() != null ? task.nameEn() : task.name();
    }
}
