package org.samenspraak.forms;

import java.util.List;

/**
 * One page of a form that is filled in page by page.
 *
 * @param number in the address; pages that the answers make needless keep theirs
 * @param place how many pages up to this one, of those that are shown
 * @param of how many there are, with the last one on which the answers are checked
 * @param title of its group, or empty
 * @param back the page before it, 0 for none
 * @param parts on the last page: what was answered on every other
 * @param filled the page itself
 * @param next where to go instead of showing it, 0 for nowhere
 */
public record Step(
        int number,
        int place,
        int of,
        String title,
        int back,
        boolean last,
        List<Part> parts,
        Filled filled,
        int next) {

    /**
     * @param number in the address
     * @param place among the pages that are shown
     * @param errors what has to be mended there
     */
    public record Part(int number, int place, String title, FormView answers, List<Forms.FieldError> errors) {}

    Step goTo(int page) {
        return new Step(number, place, of, title, back, last, parts, filled, page);
    }
}
