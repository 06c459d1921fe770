package org.samenspraak.tasklist;

/**
 * A list to go to, with how much is in it.
 *
 * @param name what it is called, or the message that says it
 * @param count at most {@link Inbox#MANY}
 * @param current whether it is the one that is shown
 */
record Tab(String name, String url, int count, boolean current) {

    /** @param shown the text of the list that is shown */
    Tab(String name, InboxQuery list, int count, String shown) {
        this(name, list.url(), count, list.text().equals(shown));
    }

    public String size() {
        return count < Inbox.MANY ? String.valueOf(count) : Inbox.MANY - 1 + "+";
    }
}
