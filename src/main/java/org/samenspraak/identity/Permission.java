package org.samenspraak.identity;

/** What somebody may do; roles hold them ({@link Permissions}). */
public enum Permission {
    /** Use one's own account: everybody who can sign in. */
    OWN_ACCOUNT,
    /** See the work list, cases and the register. */
    SEE_OFFICE,
    /** Claim and complete tasks of one's groups. */
    WORK,
    /** Read the tasks of everybody, do none. */
    SEE_TASKS,
    /** Start a trajectory, enter an answer from paper. */
    START_CASE,
    /** Change members and contacts of a council; in one's own areas when the role is held for areas. */
    EDIT_COUNCIL,
    /** Addresses, phone numbers and e-mail addresses of members; in one's own areas when the role is held for areas. */
    SEE_CONTACTS,
    /** Open the documents of cases, also those that came with a form. */
    OPEN_DOCUMENTS,
    /** Stop a case, move it to another council. */
    STEER_CASE,
    /** Change drafts of models, tables and forms, and see how they look and judge. */
    DESIGN,
    /** Read drafts and versions of trajectories, who made them and which cases went along. */
    SEE_DESIGN,
    /** Read regulations with their values, and the texts of letters. */
    SEE_RULES,
    /** Change drafts of regulations and of letters. Somebody who administers lets them hold. */
    WRITE_RULES,
    /** See messages, failed steps, closing days and meetings. */
    SEE_OPERATION,
    /** See who saw and did what, who has which role, and the areas. */
    SEE_AUDIT,
    /** Retry, resend, change people, areas, closing days and meetings; let regulations and letters hold. */
    ADMINISTER,
    /** See budgets, what councils got and may get, and their account numbers. */
    SEE_MONEY,
    /** Change budgets and account numbers; gather, approve and confirm payments. */
    HANDLE_MONEY,
    /** Read what councils say in confidence of the cooperation. */
    SEE_GRADES
}
