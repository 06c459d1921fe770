package org.samenspraak.tasklist;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samenspraak.deadlines.DaysOff;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.SignedInPeople;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives everybody their turn to be told about their work. Whoever is away is told nothing; their deputy is. */
@Component
class WorkMailRound {

    /** Before the working day. */
    private static final int HOUR = 6;

    private final WorkMails mails;
    private final MailRows rows;
    private final People people;
    private final Delegations delegations;
    private final SignedInPeople signedIn;
    private final DaysOff daysOff;
    private final Clock clock;
    private final Municipality municipality;

    WorkMailRound(
            WorkMails mails,
            MailRows rows,
            People people,
            Delegations delegations,
            SignedInPeople signedIn,
            DaysOff daysOff,
            Clock clock,
            Municipality municipality) {
        this.mails = mails;
        this.rows = rows;
        this.people = people;
        this.delegations = delegations;
        this.signedIn = signedIn;
        this.daysOff = daysOff;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** From six in the morning, on days that the town hall works; a second round on the same day tells nothing. */
    @Scheduled(fixedDelayString = "PT10M")
    void daily() {
        var now = clock.instant().atZone(municipality.zone());
        if (now.getHour() < HOUR || !works(now.toLocalDate())) {
            return;
        }
        var choices = rows.choices();
        var away = delegations.away();
        reachable().values().stream()
                .filter(person -> !away.contains(person.id()))
                .filter(person ->
                        choices.getOrDefault(person.id(), MailChoice.USUAL).isDaily())
                .forEach(person -> mails.daily(person, choices.getOrDefault(person.id(), MailChoice.USUAL)));
    }

    private boolean works(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && daysOff.between(day, day).isEmpty();
    }

    /** What was given since the last round. */
    @Scheduled(fixedDelayString = "PT1M")
    void given() {
        var told = rows.given();
        if (told.isEmpty()) {
            return;
        }
        var reachable = reachable();
        var choices = rows.choices();
        for (var id : told) {
            var person = reachable.get(id);
            if (person != null) {
                signedIn.of(id).ifPresent(me -> mails.given(me, person, choices.getOrDefault(id, MailChoice.USUAL)));
            }
        }
    }

    private Map<PersonId, Person> reachable() {
        return people.all().stream()
                .filter(person -> person.active() && !person.email().isBlank())
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
