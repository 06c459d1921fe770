package org.samenspraak.casefile;

/**
 * A part that another module puts into the dossier of a case. The dossier page inserts {@code template :: section(data)}
 * under the title, lowest order first; a task page does so beside its form.
 */
public interface DossierSection {

    /** Message key of the heading. */
    String titleKey();

    /** Template that has a fragment {@code section(data)} ("casefile/lines"). */
    String template();

    int order();

    boolean shownFor(CaseView view);

    /** Whether it also stands beside the form of a task: who judges or decides needs it there. */
    default boolean isBesideTask() {
        return false;
    }

    Object data(CaseView view);
}
