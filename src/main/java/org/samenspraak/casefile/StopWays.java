package org.samenspraak.casefile;

/** Which ways an official may end a case before its time; a module that says nothing offers both. */
public interface StopWays {

    /** @param way withdrawn or stopped */
    boolean offers(CaseView view, CaseStatus way);
}
