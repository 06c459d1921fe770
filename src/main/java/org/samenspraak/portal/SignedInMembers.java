package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.SignInLinks;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Mandates;
import org.samenspraak.council.Mandates.Mandate;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.Seat;
import org.samenspraak.identity.CouncilGate;
import org.samenspraak.identity.CouncilSignIn;
import org.samenspraak.kernel.CouncilId;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Finds out which member of which council is behind a request, once per request, with the members of today. */
@Component
class SignedInMembers implements CouncilGate {

    /** The hidden field of a form that says for which council it is: somebody may have switched in another window. */
    static final String COUNCIL = "_council";

    /** In the address of the first page: they were busy for a council that they are not of any more. */
    static final String LEFT = "verlaten";

    private static final String KEPT = CouncilMember.class.getName();
    private static final String CHOSEN = "samenspraak.council";

    private final CouncilSignIn signIn;
    private final Memberships memberships;
    private final Councils councils;
    private final Mandates mandates;
    private final SignInLinks links;

    SignedInMembers(
            CouncilSignIn signIn, Memberships memberships, Councils councils, Mandates mandates, SignInLinks links) {
        this.signIn = signIn;
        this.memberships = memberships;
        this.councils = councils;
        this.mandates = mandates;
        this.links = links;
    }

    @Override
    public boolean opens(HttpServletRequest request) {
        return of(request).isPresent();
    }

    @Override
    public Optional<String> elsewhere(HttpServletRequest request) {
        return signIn.address().flatMap(this::of).map(me -> "/raad?" + LEFT);
    }

    /** None when nobody signed in, or when who did is in no council any more. */
    Optional<CouncilMember> of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof CouncilMember known) {
            return Optional.of(known);
        }
        var found = signIn.address().flatMap(address -> load(address, wanted(request)));
        found.ifPresent(me -> request.setAttribute(KEPT, me));
        return found;
    }

    /** From the next request on. */
    static void choose(HttpServletRequest request, CouncilId council) {
        request.getSession().setAttribute(CHOSEN, council.value());
    }

    /** Of whoever has this address, in the first of their councils. */
    Optional<CouncilMember> of(String address) {
        return load(address, null);
    }

    /** The same in that council. */
    Optional<CouncilMember> of(String address, CouncilId council) {
        return load(address, new Wanted(council.value(), true));
    }

    /** Where this address lets somebody in; nowhere while it may be of somebody else. */
    List<Seat> seats(String address) {
        var seats = memberships.seats(address);
        var councils = seats.stream().map(Seat::council).distinct().toList();
        return links.isDoubted(address, councils) ? List.of() : seats;
    }

    private Optional<CouncilMember> load(String address, @Nullable Wanted wanted) {
        var seats = seats(address);
        var seat = wanted == null
                ? seats.stream().findFirst()
                : seats.stream()
                        .filter(it -> it.council().value().equals(wanted.council()))
                        .findFirst()
                        .or(() -> wanted.strict()
                                ? Optional.empty()
                                : seats.stream().findFirst());
        return seat.map(it -> member(it.council(), seats));
    }

    private CouncilMember member(CouncilId council, List<Seat> seats) {
        var member = seats.stream()
                .filter(seat -> seat.council().equals(council))
                .map(Seat::member)
                .min(Comparator.comparing(SignedInMembers::rank))
                .orElseThrow();
        var names = councils.names(seats.stream().map(Seat::council).collect(Collectors.toSet()));
        var person = member.details();
        var mandate = mandates.of(council, person.name(), Objects.requireNonNull(person.email()));
        return new CouncilMember(member, councils.get(council), names, mandate == Mandate.SENDS);
    }

    private static int rank(Member member) {
        return member.details().functions().stream()
                .mapToInt(Enum::ordinal)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** An address chooses nothing: only a form says for which council it is. */
    private static @Nullable Wanted wanted(HttpServletRequest request) {
        var named = request.getParameter(COUNCIL);
        if (named != null && HttpMethod.POST.matches(request.getMethod())) {
            return new Wanted(id(named), true);
        }
        var session = request.getSession(false);
        return session != null && session.getAttribute(CHOSEN) instanceof UUID chosen
                ? new Wanted(chosen, false)
                : null;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }

    /** @param strict that one or nobody, as a form says that names its council */
    private record Wanted(UUID council, boolean strict) {}
}
