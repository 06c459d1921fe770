package org.samenspraak.correspondence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.MailChoices;
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
    private final MailChoices choices;

    CouncilContacts(Memberships memberships, MailChoices choices) {
        this.memberships = memberships;
        this.choices = choices;
    }

    List<Officer> officers(@Nullable CouncilId council) {
        return council == null ? List.of() : reachable(council, OFFICERS);
    }

    /** Chair, secretary and who else the council chose; nobody twice. */
    List<Officer> readers(CouncilId council) {
        var all = new ArrayList<>(officers(council));
        choices.readers(council).stream()
                .filter(reader -> Addresses.isGood(reader.address()))
                .map(reader -> new Officer(reader.function(), reader.key(), reader.name(), reader.address()))
                .forEach(all::add);
        return oncePerAddress(all);
    }

    /** Whom a question to these functions goes to: one to both goes to all readers, a personal one to nobody else. */
    List<Officer> asked(CouncilId council, List<Function> functions) {
        return functions.equals(OFFICERS) ? readers(council) : reachable(council, functions);
    }

    /** The first of each function with a good address; who is chair and secretary at once is mailed once. */
    List<Officer> reachable(CouncilId council, List<Function> functions) {
        var members = memberships.today(council);
        return oncePerAddress(functions.stream()
                .flatMap(function -> first(members, function).stream())
                .toList());
    }

    private static List<Officer> oncePerAddress(List<Officer> all) {
        var addresses = new HashSet<String>();
        return all.stream()
                .filter(officer -> addresses.add(officer.address().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Optional<Officer> first(List<Member> members, Function function) {
        return members.stream()
                .map(Member::details)
                .filter(person -> person.functions().contains(function))
                .filter(person -> Addresses.isGood(person.email()))
                .map(person -> new Officer(function.name(), "", person.name(), Objects.requireNonNull(person.email())))
                .findFirst();
    }

    /**
     * Who reads for a council.
     *
     * @param function CHAIR, SECRETARY, MEMBER or MAILBOX
     * @param key tells members apart, empty for the others
     */
    record Officer(String function, String key, String name, String address) {}
}
