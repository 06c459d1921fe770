package org.samenspraak.casefile;

/**
 * A part that another module puts before a council in a case of its own: in its dossier, and behind the link of a question that it
 * answered. The page inserts {@code template :: section(data)} under the title.
 */
public interface CouncilSection {

    /** Message key of the heading. */
    String titleKey();

    /** Template that has a fragment {@code section(data)}. */
    String template();

    boolean shownFor(CaseView view);

    Object data(CaseView view);
}
