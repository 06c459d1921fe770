package org.samenspraak.identity;

/** What somebody may do; roles hold them ({@code Permissions}). */
public enum Permission {
    /** See the work list, cases and the register. */
    SEE_OFFICE,
    /** Claim and complete tasks of one's groups. */
    WORK,
    /** Start a trajectory, enter an answer from paper. */
    START_CASE,
    /** Change members and contacts of a council. */
    EDIT_COUNCIL,
    /** Stop a case, move it to another council. */
    STEER_CASE,
    /** Messages sent, failed steps. */
    SEE_OPERATION,
    /** Retry, resend, people, closing days, regulations. */
    ADMINISTER
}
