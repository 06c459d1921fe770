package org.samenspraak.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something on a day of the agenda. What a calendar program outside gets is {@code title}, {@code number}, {@code about} and
 * {@code url}, so those never name a person.
 *
 * @param id names it within its kind, also after its day moved
 * @param place where it stands within its day, in the words of its source
 * @param title what it is: a step, a term, a meeting
 * @param number of its case, or none
 * @param about the council or the area, or empty
 * @param note what somebody wrote about it; stays on our own pages
 * @param url where it is done or read, without the host; none when the reader can open nothing
 * @param due whether something must be done by then
 * @param moves how often its day was moved
 * @param meeting its hours, where people meet; none where it is of the whole day
 */
public record AgendaEntry(
        String kind,
        String id,
        LocalDate day,
        String place,
        String title,
        @Nullable String number,
        String about,
        String note,
        @Nullable String url,
        boolean due,
        int moves,
        @Nullable Meeting meeting) {

    /** Without an hour. */
    public AgendaEntry(
            String kind,
            String id,
            LocalDate day,
            String place,
            String title,
            @Nullable String number,
            String about,
            String note,
            @Nullable String url,
            boolean due,
            int moves) {
        this(kind, id, day, place, title, number, about, note, url, due, moves, null);
    }

    /** The same, as a meeting that keeps from others. */
    public AgendaEntry at(Instant begins, Duration takes, String where) {
        return new AgendaEntry(
                kind,
                id,
                day,
                place,
                title,
                number,
                about,
                note,
                url,
                due,
                moves,
                new Meeting(begins, begins.plus(takes), where));
    }

    /** When and where people meet. */
    public record Meeting(Instant begins, Instant ends, String where) {}

    /** Of a whole city: no case, nothing to be done. */
    public static AgendaEntry ofCity(
            String kind, String id, LocalDate day, String title, String note, @Nullable String url) {
        return new AgendaEntry(kind, id, day, id, title, null, "", note, url, false, 0);
    }
}
