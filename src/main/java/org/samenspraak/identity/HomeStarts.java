package org.samenspraak.identity;

import java.util.List;

/** What anybody can begin now, for the first page: a trajectory that is for everybody stands there by itself. */
public interface HomeStarts {

    /** In the reader's language; empty when there is nothing. */
    List<Start> open();

    /**
     * @param about a sentence or two
     * @param url of a page that is open to all
     */
    record Start(String name, String about, String url) {}
}
