package org.samenspraak.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Invitation;
import org.samenspraak.correspondence.Invitation.Guest;
import org.samenspraak.correspondence.Invitations;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.springframework.stereotype.Component;

/** Invites to open forums and to meetings with all councils, and calls them off. */
@Component
class Inviting {

    private static final Set<String> OF_THE_CITY = Set.of("alderman", "area-manager");

    private final Gatherings gatherings;
    private final Invitations invitations;
    private final Cases cases;
    private final People people;
    private final GrantWords words;

    Inviting(Gatherings gatherings, Invitations invitations, Cases cases, People people, GrantWords words) {
        this.gatherings = gatherings;
        this.invitations = invitations;
        this.cases = cases;
        this.people = people;
        this.words = words;
    }

    /** Its officers and the area managers to an open forum; all councils, aldermen and area managers to a meeting with all. */
    void invite(Gathering one, Actor by) {
        send(one, null, by);
    }

    /** @param reason what everybody is told */
    void callOff(Gathering one, String reason, Actor by) {
        send(one, reason, by);
    }

    private void send(Gathering one, @Nullable String off, Actor by) {
        var at = Objects.requireNonNull(one.plannedAt(), "no day");
        var council = one.council();
        var text = (council == null ? "meeting-" : "forum-") + (off == null ? "invitation" : "off");
        var invitation = new Invitation(
                text,
                Map.of("talk", List.of(fields(one, at, off))),
                one.invitations() - 1,
                at,
                at.plus(Duration.ofMinutes(one.minutes())),
                one.place(),
                council == null ? ofTheCity() : areaManagers(one),
                off != null);
        if (council == null) {
            invitations.sendApart(one.caseId(), invitation, gatherings.councils(), by);
        } else {
            invitations.send(one.caseId(), invitation, by);
        }
    }

    private Map<String, String> fields(Gathering one, Instant at, @Nullable String off) {
        return Map.of(
                "moment", words.dutchMoment(at),
                "minutes", String.valueOf(one.minutes()),
                "where", one.place(),
                "partner", one.with() == null ? "" : words.dutch("grant.meeting.with." + one.with()),
                "off", Objects.requireNonNullElse(off, ""));
    }

    private List<Guest> areaManagers(Gathering one) {
        var area = cases.get(one.caseId()).area();
        return area == null ? List.of() : guests(new GroupId("area-manager", area.toString()));
    }

    private List<Guest> ofTheCity() {
        var groups = people.groups().values().stream()
                .flatMap(List::stream)
                .filter(group -> OF_THE_CITY.contains(group.role()))
                .distinct()
                .toList();
        var guests = new ArrayList<Guest>();
        groups.forEach(group -> guests.addAll(guests(group)));
        return guests;
    }

    private List<Guest> guests(GroupId group) {
        return people.inGroup(group).stream()
                .map(person -> new Guest(person.name(), person.email()))
                .toList();
    }
}
