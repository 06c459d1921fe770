package org.samenspraak.council;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.NewMember;

/** Who of a new list is who of the old one: by name and address, else by a name that is unique. */
record MemberMatch(Map<Member, NewMember> stayed, List<Member> gone, List<NewMember> come) {

    static MemberMatch of(List<Member> there, List<NewMember> listed) {
        var stayed = new LinkedHashMap<Member, NewMember>();
        var gone = new ArrayList<>(there);
        var come = new ArrayList<>(listed);
        pair(gone, come, stayed, MemberRules::person);
        pair(gone, come, stayed, MemberRules::name);
        return new MemberMatch(stayed, gone, come);
    }

    private static void pair(
            List<Member> gone, List<NewMember> come, Map<Member, NewMember> stayed, Function<NewMember, String> key) {
        for (var listed : List.copyOf(come)) {
            only(gone, member -> key.apply(member.details()), key.apply(listed))
                    .filter(member -> only(come, key, key.apply(listed)).isPresent())
                    .ifPresent(member -> {
                        stayed.put(member, listed);
                        gone.remove(member);
                        come.remove(listed);
                    });
        }
    }

    private static <T> Optional<T> only(List<T> all, Function<T, String> key, String wanted) {
        var found = all.stream().filter(one -> key.apply(one).equals(wanted)).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
