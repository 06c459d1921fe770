package org.samenspraak.correspondence;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Component;

/** Who of a council can be mailed today. */
@Component
class CouncilContacts {

    static final List<Function> OFFICERS = List.of(Function.CHAIR, Function.SECRETARY);

    private final Memberships memberships;

    CouncilContacts(Memberships memberships) {
        this.memberships = memberships;
    }

    List<Officer> officers(@Nullable CouncilId council) {
        return council == null ? List.of() : reachable(council, OFFICERS);
    }

    /** The first of each function with a good address; who is chair and secretary at once is mailed once. */
    List<Officer> reachable(CouncilId council, List<Function> functions) {
        var members = memberships.today(council);
        var addresses = new HashSet<String>();
        return functions.stream()
                .flatMap(function -> first(members, function).stream())
                .filter(officer -> addresses.add(officer.address()))
                .toList();
    }

    private static Optional<Officer> first(List<Member> members, Function function) {
        return members.stream()
                .map(Member::details)
                .filter(person -> person.functions().contains(function))
                .filter(person -> Addresses.isGood(person.email()))
                .map(person -> new Officer(function, person.name(), Objects.requireNonNull(person.email())))
                .findFirst();
    }

    record Officer(Function function, String name, String address) {}
}
