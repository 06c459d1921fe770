package org.samenspraak.membership;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.Refusal;

/** What a council proposes, as its form says. */
record Proposal(Answers answers) {

    enum What {
        ADD,
        CHANGE,
        LEAVE
    }

    What what() {
        return What.valueOf(required("what").toUpperCase(Locale.ROOT));
    }

    /** The name in the register of who changes or leaves. */
    String member() {
        return required("member").strip();
    }

    /** First day of what changes, or the last day of who leaves. */
    LocalDate day() {
        var day = LocalDate.parse(required("day"));
        if (day.getYear() < 1900 || day.getYear() > 2200) {
            throw Refusal.of("day", "council.refusal.day-odd");
        }
        return day;
    }

    NewMember details() {
        var membership = answers.text("membership");
        return new NewMember(
                Objects.requireNonNullElse(answers.text("name"), ""),
                answers.text("email"),
                answers.text("phone"),
                answers.text("address"),
                functions(),
                !"advisory".equals(membership),
                !"substitute".equals(membership),
                "yes".equals(answers.text("politician")),
                sex(answers.text("sex")));
    }

    private Set<Function> functions() {
        var functions = EnumSet.noneOf(Function.class);
        if (answers.values().get("functions") instanceof List<?> chosen) {
            chosen.forEach(one -> functions.add(Function.valueOf(one.toString().toUpperCase(Locale.ROOT))));
        }
        return functions;
    }

    private static Sex sex(@Nullable String stated) {
        return stated == null
                ? Sex.NOT_STATED
                : Sex.valueOf(stated.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private String required(String key) {
        return Objects.requireNonNull(answers.text(key), key);
    }

    /** What was proposed over what is there now: only what the council changed itself, so that two proposals both hold. */
    static NewMember merged(NewMember proposed, NewMember before, NewMember now) {
        var role = proposed.voting() == before.voting() && proposed.effective() == before.effective();
        return new NewMember(
                pick(proposed.name(), before.name(), now.name()),
                text(proposed.email(), before.email(), now.email()),
                text(proposed.phone(), before.phone(), now.phone()),
                text(proposed.address(), before.address(), now.address()),
                pick(proposed.functions(), before.functions(), now.functions()),
                role ? now.voting() : proposed.voting(),
                role ? now.effective() : proposed.effective(),
                pick(proposed.politician(), before.politician(), now.politician()),
                pick(proposed.sex(), before.sex(), now.sex()));
    }

    private static <T> T pick(T proposed, T before, T now) {
        return proposed.equals(before) ? now : proposed;
    }

    private static @Nullable String text(@Nullable String proposed, @Nullable String before, @Nullable String now) {
        return Objects.equals(proposed, before) ? now : proposed;
    }
}
