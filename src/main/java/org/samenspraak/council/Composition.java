package org.samenspraak.council;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;

/** The members of one day as facts for {@code recognition-conditions}. */
final class Composition {

    private Composition() {}

    /**
     * {@code kind}; {@code members} (effective and substitute); {@code distinctAddresses}; {@code hasChair},
     * {@code hasSecretary} (somebody else than the only chair: two people sign), {@code hasTreasurer}; {@code votingPoliticians}. Of the effective members with a vote:
     * {@code votingEffective}, {@code votingWomen}, {@code votingMen} (not stated and other count for neither side but do
     * count in the total), {@code votingLargestSex} and its share {@code largestSexShare} (0 to 1).
     */
    static Map<String, Object> facts(CouncilKind kind, List<NewMember> members) {
        var voting = members.stream()
                .filter(member -> member.voting() && member.effective())
                .toList();
        long women = count(voting, Sex.WOMAN);
        long men = count(voting, Sex.MAN);
        long largest = Math.max(women, men);
        var facts = new HashMap<String, Object>();
        facts.put("kind", kind.name().toLowerCase(Locale.ROOT));
        facts.put("members", (long) members.size());
        facts.put("distinctAddresses", (long) addresses(members));
        facts.put("hasChair", has(members, Function.CHAIR));
        facts.put("hasSecretary", hasSecretary(members));
        facts.put("hasTreasurer", has(members, Function.TREASURER));
        facts.put(
                "votingPoliticians",
                members.stream().filter(one -> one.voting() && one.politician()).count());
        facts.put("votingEffective", (long) voting.size());
        facts.put("votingWomen", women);
        facts.put("votingMen", men);
        facts.put("votingLargestSex", largest);
        facts.put("largestSexShare", voting.isEmpty() ? 0.0 : (double) largest / voting.size());
        return facts;
    }

    private static int addresses(List<NewMember> members) {
        return Addresses.different(members.stream()
                .map(NewMember::address)
                .filter(Objects::nonNull)
                .toList());
    }

    private static boolean hasSecretary(List<NewMember> members) {
        var chairs = members.stream()
                .filter(member -> member.functions().contains(Function.CHAIR))
                .toList();
        return members.stream()
                .filter(member -> member.functions().contains(Function.SECRETARY))
                .anyMatch(member -> !chairs.equals(List.of(member)));
    }

    private static boolean has(List<NewMember> members, Function function) {
        return members.stream().anyMatch(member -> member.functions().contains(function));
    }

    private static long count(List<NewMember> members, Sex sex) {
        return members.stream().filter(member -> member.sex() == sex).count();
    }
}
