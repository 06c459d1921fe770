package org.samenspraak.identity;

import java.util.List;

/** What residents can do today, for the first page: of a module that knows. */
public interface HomeInvitations {

    /** In the reader's language; empty when there is nothing. */
    List<Invitation> now();

    /**
     * @param until in words, until when it can be done
     * @param url of a page that is open to all
     * @param title of what it belongs to
     * @param about where everybody reads of that
     */
    record Invitation(String text, String until, String url, String title, String about) {}
}
