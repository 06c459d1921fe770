package org.samenspraak.advice;

/** Texts of a request and its decision that everybody reads, unless one is hidden. */
enum PublicText {
    QUESTION,
    STILL_OPEN,
    CHANGES,
    DECISION_NUMBER,
    DECISION_LINK,
    DECISION_REASON,
    LOOK_BACK
}
