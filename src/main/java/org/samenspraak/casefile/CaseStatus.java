package org.samenspraak.casefile;

/** Where a case stands as a whole; the step line says more. */
public enum CaseStatus {
    OPEN,
    CLOSED,
    WITHDRAWN,
    STOPPED
}
