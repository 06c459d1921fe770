package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.samenspraak.deadlines.Meeting;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Person;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Component;

/** Who talks with councils for the city: an alderman or somebody of the management, as the regulation says. */
@Component
class Partners {

    private static final String ALDERMAN = "alderman";
    private static final String COLLEGE = "college";

    private final Regulations regulations;
    private final People people;
    private final Meetings meetings;

    Partners(Regulations regulations, People people, Meetings meetings) {
        this.regulations = regulations;
        this.people = people;
        this.meetings = meetings;
    }

    /** The role, as groups name it. */
    String role(RegulationId regulation) {
        return regulations.get(regulation, "talk.partner").value();
    }

    /** Who has that role today. */
    List<Person> of(RegulationId regulation) {
        return people.inGroup(GroupId.of(role(regulation)));
    }

    List<UUID> ids(RegulationId regulation) {
        return of(regulation).stream().map(person -> person.id().value()).toList();
    }

    /** The sessions to come of the organ that who talks sits in; none for who sits in none. */
    List<LocalDate> sessions(RegulationId regulation) {
        return role(regulation).equals(ALDERMAN)
                ? meetings.toCome(COLLEGE).stream().map(Meeting::day).toList()
                : List.of();
    }
}
