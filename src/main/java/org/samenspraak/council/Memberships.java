package org.samenspraak.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;

/** Who is in a council, in which function, from when to when. */
public class Memberships {

    public UUID add(CouncilId council, NewMember member, LocalDate from, Actor by) {
        throw new UnsupportedOperationException();
    }

    public void end(CouncilId council, UUID membership, LocalDate on, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Makes today's members those of a list: who is missing ends, who is new starts, who changed is changed. */
    public void replace(CouncilId council, List<NewMember> members, LocalDate from, Actor by) {
        throw new UnsupportedOperationException();
    }

    public List<Member> today(CouncilId council) {
        throw new UnsupportedOperationException();
    }

    public List<Member> all(CouncilId council) {
        throw new UnsupportedOperationException();
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

    public record Member(UUID id, NewMember details, LocalDate from, @Nullable LocalDate until) {}
}
