package org.samenspraak.tasklist;

/**
 * Which mails about their work somebody wants.
 *
 * @param digest each day what is late, nearly due and new, of themselves and of their groups
 * @param due each day what is late or nearly due of themselves; part of the digest when they want that
 * @param assigned at once, what a colleague gives them
 * @param language {@code nl} or {@code en}
 */
public record MailChoice(boolean digest, boolean due, boolean assigned, String language) {

    /**
     * Of who never chose: nobody should miss a term of their own because they did not look, and what waits for a group is seen
     * by whoever opens the list. At most one mail a day.
     */
    static final MailChoice USUAL = new MailChoice(false, true, false, "nl");

    boolean isDaily() {
        return digest || due;
    }
}
