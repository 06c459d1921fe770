package org.samenspraak.grant;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.RegulationView;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Refuses a round whose invitations would be too late, and one of a year in which every council has a round already. */
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
        var chosen = chosen(answers);
        rounds.lock();
        if (takesAll(answers) && rounds.toInvite(year).isEmpty()) {
            throw Refusal.of("year", "grant.refusal.year-twice", String.valueOf(year));
        }
        if (days.isLate(chosen, year) && isBlank(answers.text("lateReason"))) {
            var latest = days.latestInvitation(chosen, days.closing(chosen, year));
            throw Refusal.of("lateReason", "grant.refusal.late", dates.day(latest.lastDay()));
        }
        return new Subject(
                texts.getMessage(
                        "grant.round.title", new Object[] {String.valueOf(year), chosen.name()}, GrantWords.DUTCH),
                null,
                null);
    }

    @Override
    public Optional<RegulationId> regulation(Answers answers) {
        return Optional.of(chosen(answers));
    }

    /** That of a round for which nobody chooses, where the form does not say. */
    private RegulationId chosen(Answers answers) {
        var name = answers.text("under");
        return days.choices().stream()
                .map(RegulationView::id)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(days::inForce);
    }

    /** All that are in the register; otherwise the office chooses them on the page of the round. */
    static boolean takesAll(Answers answers) {
        return !"chosen".equals(answers.text("whom"));
    }

    static int year(Answers answers) {
        return Integer.parseInt(Objects.requireNonNull(answers.text("year"), "year"));
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
