package org.samenspraak.tasklist;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.council.MeetingLines;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.springframework.stereotype.Component;

/** Tells the office which terms end before the council that is asked meets again. */
@Component("termMeetings")
class TermMeetings {

    private final MeetingLines lines;
    private final Prompts prompts;

    TermMeetings(MeetingLines lines, Prompts prompts) {
        this.lines = lines;
        this.prompts = prompts;
    }

    /** Asked once for all terms of a page. */
    public Held of(CaseView view) {
        var next = lines.next(view.council());
        return new Held(next, next == null ? Set.of() : prompts.termsAsked(view.id()));
    }

    /** In words, or nothing. */
    public @Nullable String missed(@Nullable Held held, ClockView clock, @Nullable LocalDate lastDay) {
        return held == null || !held.asked().contains(clock.term()) ? null : lines.missed(held.next(), lastDay);
    }

    /**
     * @param next when the council meets again, or none
     * @param asked terms of questions that wait for the council
     */
    public record Held(@Nullable LocalDate next, Set<String> asked) {}
}
