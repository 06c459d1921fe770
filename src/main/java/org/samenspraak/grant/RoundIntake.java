package org.samenspraak.grant;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Refuses a round whose invitations would be too late, and a second one of a year. */
@Component
class RoundIntake implements TrajectoryIntake {

    private final RoundDates days;
    private final Rounds rounds;
    private final Dates dates;
    private final MessageSource texts;

    RoundIntake(RoundDates days, Rounds rounds, Dates dates, MessageSource texts) {
        this.days = days;
        this.rounds = rounds;
        this.dates = dates;
        this.texts = texts;
    }

    @Override
    public String trajectory() {
        return Round.TRAJECTORY;
    }

    @Override
    public Subject subject(Answers answers, Actor by) {
        var year = year(answers);
        var closing = days.closing(days.inForce(), year);
        if (closing.isBefore(dates.today())) {
            throw Refusal.of("year", "grant.refusal.year-over", dates.day(closing));
        }
        if (days.isFar(closing)) {
            throw Refusal.of("year", "grant.refusal.year-far");
        }
        if (rounds.isOpen(year)) {
            throw Refusal.of("year", "grant.refusal.year-twice", String.valueOf(year));
        }
        var latest = days.latestInvitation(days.inForce(), closing).lastDay();
        if (dates.today().isAfter(latest) && isBlank(answers.text("lateReason"))) {
            throw Refusal.of("lateReason", "grant.refusal.late", dates.day(latest));
        }
        return new Subject(
                texts.getMessage("grant.round.title", new Object[] {String.valueOf(year)}, GrantWords.DUTCH),
                null,
                null);
    }

    static int year(Answers answers) {
        return Integer.parseInt(Objects.requireNonNull(answers.text("year"), "year"));
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
