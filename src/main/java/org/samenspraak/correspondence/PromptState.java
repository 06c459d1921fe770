package org.samenspraak.correspondence;

/** How a prompt stands. */
enum PromptState {
    OPEN,
    ANSWERED,
    /** The term was over and the task went on without the council. */
    EXPIRED,
    WITHDRAWN
}
