package org.samenspraak.council;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.TypedDay;

/**
 * A member as typed on the page.
 *
 * @param voting nothing when the box was not ticked, as for the other boxes
 * @param from first day, or the day a change of function starts
 * @param version of the membership that was shown
 * @param confirmed whether somebody asked if a doubted mail address is right
 */
record MemberForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable Set<Function> functions,
        @Nullable Boolean voting,
        @Nullable Boolean substitute,
        @Nullable Boolean politician,
        @Nullable Sex sex,
        @Nullable String from,
        @Nullable Integer version,
        @Nullable Boolean confirmed) {

    static MemberForm empty(LocalDate today) {
        return new MemberForm(
                null, null, null, null, Set.of(), true, false, false, Sex.NOT_STATED, today.toString(), 0, false);
    }

    static MemberForm of(Member member, LocalDate today) {
        var details = member.details();
        return new MemberForm(
                details.name(),
                details.email(),
                details.phone(),
                details.address(),
                details.functions(),
                details.voting(),
                !details.effective(),
                details.politician(),
                details.sex(),
                (member.from().isAfter(today) ? member.from() : today).toString(),
                member.version(),
                false);
    }

    public boolean has(Function function) {
        return functions != null && functions.contains(function);
    }

    NewMember details() {
        return new NewMember(
                name == null ? "" : name,
                email,
                phone,
                address,
                functions == null ? Set.of() : functions,
                Boolean.TRUE.equals(voting),
                !Boolean.TRUE.equals(substitute),
                Boolean.TRUE.equals(politician),
                sex == null ? Sex.NOT_STATED : sex);
    }

    int shownVersion() {
        return version == null ? 0 : version;
    }

    LocalDate firstDay() {
        return day("from", from);
    }

    static LocalDate day(String field, @Nullable String text) {
        return TypedDay.read(field, text, "council.refusal.day");
    }
}
