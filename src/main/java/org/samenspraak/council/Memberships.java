package org.samenspraak.council;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a council, in which functions, from when to when. Somebody may be in two councils. */
@Service
public class Memberships {

    private final MembershipRecords records;
    private final CouncilRecords councils;
    private final CouncilHistory history;
    private final MailReaders readers;
    private final ApplicationEventPublisher events;
    private final Today today;

    Memberships(
            MembershipRecords records,
            CouncilRecords councils,
            CouncilHistory history,
            MailReaders readers,
            ApplicationEventPublisher events,
            Today today) {
        this.records = records;
        this.councils = councils;
        this.history = history;
        this.readers = readers;
        this.events = events;
        this.today = today;
    }

    /** Refuses somebody who is in this council already on that day. */
    @Transactional
    public UUID add(CouncilId council, NewMember member, LocalDate from, Actor by) {
        councils.lock(council);
        var checked = MemberRules.checked(member);
        MemberRules.refuseDays(from, null);
        refuseTwice(council, checked, from);
        var before = reached(council, today.date());
        var id = records.add(council, checked, from);
        history.add(council, "council.member-added", said(checked, from), null, null, by);
        tell(council, before);
        return id;
    }

    /** Refuses what can't be a member, and changes nothing. */
    public void refuseWrong(NewMember member) {
        MemberRules.checked(member);
    }

    /** Refuses somebody who is in this council already on that day. */
    @Transactional(readOnly = true)
    public void refuseTwice(CouncilId council, NewMember member, LocalDate from) {
        if (records.on(council, from).stream().anyMatch(other -> samePerson(other.details(), member))) {
            throw Refusal.of("name", "council.refusal.member-already", member.name());
        }
    }

    /**
     * Puts right or changes who somebody is or does. Other functions or another vote from {@code from} on are a new
     * membership; anything else is corrected in place.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody changed it since that version
     */
    @Transactional
    public void change(CouncilId council, UUID membership, int version, NewMember details, LocalDate from, Actor by) {
        councils.lock(council);
        var member = find(council, membership);
        var before = reached(council, today.date());
        if (amend(council, member.at(version), MemberRules.checked(details), from, by)) {
            tell(council, before);
        }
    }

    /** @param on the last day; refuses a day before the first one */
    @Transactional
    public void end(CouncilId council, UUID membership, LocalDate on, Actor by) {
        councils.lock(council);
        var member = find(council, membership);
        MemberRules.refuseDays(member.from(), on);
        var before = reached(council, today.date());
        records.end(membership, member.version(), on);
        history.add(council, "council.member-ended", said(member.details(), on), null, null, by);
        tell(council, before);
    }

    /**
     * Makes today's members those of a list: who is missing had the day before {@code from} as the last one, who is new
     * starts, who changed is changed. Somebody listed twice is one person. Members who start later stay as they are.
     */
    @Transactional
    public void replace(CouncilId council, List<NewMember> members, LocalDate from, Actor by) {
        councils.lock(council);
        var before = reached(council, today.date());
        var there = records.on(council, from.isAfter(today.date()) ? from : today.date());
        var match = MemberMatch.of(there, MemberRules.merged(members));
        boolean changed = !match.gone().isEmpty() || !match.come().isEmpty();
        for (var pair : match.stayed().entrySet()) {
            changed |= amend(council, pair.getKey(), pair.getValue(), from, by);
        }
        match.gone().forEach(member -> drop(council, member, from, by));
        match.come().forEach(member -> {
            records.add(council, member, from);
            history.add(council, "council.member-added", said(member, from), null, null, by);
        });
        if (changed) {
            tell(council, before);
        }
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Member> today(CouncilId council) {
        return records.on(council, today.date());
    }

    /**
     * Where somebody with this mail address, in whatever letters, is a member today, by the name of the council. Only councils
     * that the city still talks with: in the register, on their way there, or with an open case.
     */
    @Transactional(readOnly = true)
    public List<Seat> seats(String address) {
        return records.seats(address, today.date());
    }

    /** Also who was and who will be, the newest first. */
    @Transactional(readOnly = true)
    public List<Member> all(CouncilId council) {
        return records.all(council);
    }

    /** Of all who are or were in these councils. */
    @Transactional(readOnly = true)
    public Set<String> names(Set<CouncilId> councils) {
        return records.names(councils);
    }

    /** Today's chair and secretary: who gets the city's questions. */
    @Transactional(readOnly = true)
    public List<Member> contacts(CouncilId council) {
        return today(council).stream().filter(Member::isContact).toList();
    }

    /** Tells about everybody who started after the first day, or left before the second. */
    @Transactional
    void turn(LocalDate after, LocalDate until) {
        for (var council : records.turning(after, until)) {
            tell(council, reached(council, after));
        }
    }

    private boolean amend(CouncilId council, Member member, NewMember next, LocalDate from, Actor by) {
        var now = member.details();
        if (now.equals(next)) {
            return false;
        }
        if (sameRole(now, next) || !from.isAfter(member.from())) {
            records.change(member.id(), member.version(), next);
        } else {
            records.end(member.id(), member.version(), from.minusDays(1));
            var id = records.add(council, next, from);
            var until = member.until();
            if (until != null && !until.isBefore(from)) {
                records.end(id, 0, until);
            }
        }
        history.add(council, "council.member-changed", said(next, from), null, null, by);
        if (member.holds(today.date())) {
            AddressChanged.between(council, now, next).ifPresent(events::publishEvent);
        }
        return true;
    }

    private void drop(CouncilId council, Member member, LocalDate from, Actor by) {
        var lastDay = from.minusDays(1);
        if (lastDay.isBefore(member.from())) {
            records.remove(member.id());
        } else {
            records.end(member.id(), member.version(), lastDay);
        }
        history.add(council, "council.member-ended", said(member.details(), lastDay), null, null, by);
    }

    private void tell(CouncilId council, Set<List<?>> before) {
        events.publishEvent(new MembershipChanged(council, !before.equals(reached(council, today.date()))));
    }

    /** What matters to somebody who writes to the council: chair, secretary and who else it chose. */
    private Set<List<?>> reached(CouncilId council, LocalDate day) {
        var chosen = readers.on(council, day);
        return records.on(council, day).stream()
                .filter(member -> member.isContact() || chosen.containsKey(member.id()))
                .map(Member::details)
                .map(one -> List.of(one.name(), one.functions(), String.valueOf(one.email())))
                .collect(Collectors.toSet());
    }

    private static boolean sameRole(NewMember one, NewMember other) {
        return one.functions().equals(other.functions())
                && one.voting() == other.voting()
                && one.effective() == other.effective()
                && one.politician() == other.politician();
    }

    private static boolean samePerson(NewMember one, NewMember other) {
        return MemberRules.person(one).equals(MemberRules.person(other));
    }

    private static Map<String, String> said(NewMember member, LocalDate day) {
        var said = new HashMap<>(Map.of("name", member.name(), "day", day.toString()));
        member.functions().forEach(function -> said.put(function.name().toLowerCase(Locale.ROOT), function.name()));
        return said;
    }

    private Member find(CouncilId council, UUID membership) {
        return records.find(council, membership).orElseThrow(() -> new Refusal("council.refusal.no-member"));
    }

    /** A task in the council; who has none is a member. */
    public enum Function {
        CHAIR,
        SECRETARY,
        TREASURER
    }

    public enum Sex {
        WOMAN,
        MAN,
        OTHER,
        /** Counts for neither side. */
        NOT_STATED
    }

    /** A membership in one council. */
    public record Seat(CouncilId council, Member member) {}

    /**
     * One person, also with two functions (chair and treasurer): that is one member at one address.
     *
     * @param functions none is an ordinary member
     * @param voting has a vote
     * @param effective not a substitute
     * @param politician councillor or member of the college
     */
    public record NewMember(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            Set<Function> functions,
            boolean voting,
            boolean effective,
            boolean politician,
            Sex sex) {}

    /**
     * @param until the last day, or none
     * @param version counts changes, against lost updates
     */
    public record Member(UUID id, NewMember details, LocalDate from, @Nullable LocalDate until, int version) {

        /** As somebody saw it. */
        Member at(int seen) {
            return new Member(id, details, from, until, seen);
        }

        public boolean holds(LocalDate day) {
            return !from.isAfter(day) && !isOver(day);
        }

        public boolean isOver(LocalDate day) {
            return until != null && until.isBefore(day);
        }

        public boolean isContact() {
            return details.functions().contains(Function.CHAIR)
                    || details.functions().contains(Function.SECRETARY);
        }
    }
}
