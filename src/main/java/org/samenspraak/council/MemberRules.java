package org.samenspraak.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.SearchWords;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.kernel.Refusal;

/** What a member must be before it is kept, and when two entries are one person. */
final class MemberRules {

    private static final Pattern MAIL = Pattern.compile(
            "[\\p{Graph}&&[^@<>,;:\"()]]{1,64}@[\\p{Graph}&&[^@<>,;:\"()]]+\\.[\\p{Graph}&&[^@<>,;:\"().]]{2,}");

    private MemberRules() {}

    /** Trimmed, empty texts left out; refuses what can't be a member. */
    static NewMember checked(NewMember member) {
        var name = member.name().strip().replaceAll("\\s+", " ");
        var email = text(member.email());
        refuse(name.isEmpty(), "name", "council.refusal.name-missing");
        refuse(name.length() > 200, "name", "council.refusal.name-too-long");
        refuse(email != null && !isMail(email), "email", "council.refusal.mail");
        return new NewMember(
                name,
                email,
                text(member.phone()),
                text(member.address()),
                member.functions().isEmpty() ? EnumSet.noneOf(Function.class) : EnumSet.copyOf(member.functions()),
                member.voting(),
                member.effective(),
                member.politician(),
                member.sex());
    }

    static boolean isMail(String text) {
        return MAIL.matcher(text).matches();
    }

    /** A person written down twice, once per function, is one member with both. */
    static List<NewMember> merged(List<NewMember> members) {
        var byPerson = new LinkedHashMap<String, NewMember>();
        members.stream()
                .map(MemberRules::checked)
                .forEach(member -> byPerson.merge(person(member), member, MemberRules::both));
        return new ArrayList<>(byPerson.values());
    }

    /** Name and address as compared; two namesakes at different addresses are two people. */
    static String person(NewMember member) {
        return name(member) + "|" + Addresses.key(member.address());
    }

    static String name(NewMember member) {
        return name(member.name());
    }

    static String name(String written) {
        return String.join(" ", SearchWords.all(written));
    }

    static void refuseDays(LocalDate from, @Nullable LocalDate until) {
        refuse(from.getYear() < 1900 || from.getYear() > 2200, "from", "council.refusal.day-odd");
        refuse(until != null && until.isBefore(from), "until", "council.refusal.ends-before-start");
    }

    private static NewMember both(NewMember one, NewMember other) {
        var functions = EnumSet.noneOf(Function.class);
        functions.addAll(one.functions());
        functions.addAll(other.functions());
        return new NewMember(
                one.name(),
                one.email() == null ? other.email() : one.email(),
                one.phone() == null ? other.phone() : one.phone(),
                one.address(),
                functions,
                one.voting() || other.voting(),
                one.effective() || other.effective(),
                one.politician() || other.politician(),
                one.sex() == Memberships.Sex.NOT_STATED ? other.sex() : one.sex());
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static void refuse(boolean broken, String field, String key) {
        if (broken) {
            throw Refusal.of(field, key);
        }
    }
}
