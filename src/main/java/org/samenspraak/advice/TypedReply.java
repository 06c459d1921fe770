package org.samenspraak.advice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Legible;
import org.samenspraak.kernel.Refusal;
import org.springframework.util.MultiValueMap;

/**
 * A reply as somebody typed it, on the page or in a file.
 *
 * @param key of what it answers
 * @param mark of what they saw ({@link ReplyUnit#mark()})
 */
record TypedReply(
        UUID key, String mark, String outcome, String reason, String place, String passedTo, String passedUntil) {

    static final int LONGEST_REASON = 4_000;
    static final int LONGEST_PLACE = 500;
    private static final int YEARS_AHEAD = 10;
    private static final String CONTROL = "[\\p{Cntrl}&&[^\t\n]]";

    TypedReply {
        outcome = clean(outcome);
        reason = clean(reason);
        place = clean(place);
        passedTo = clean(passedTo);
        passedUntil = clean(passedUntil);
    }

    /** A browser ends lines otherwise than we do. */
    private static String clean(String text) {
        return Legible.of(text.replace("\r\n", "\n").replaceAll(CONTROL, "")).strip();
    }

    static TypedReply of(ReplyUnit unit) {
        return of(unit.key(), "", unit.reply());
    }

    private static TypedReply of(UUID key, String mark, Reply reply) {
        return new TypedReply(
                key,
                mark,
                reply.code(),
                reply.reason(),
                reply.place(),
                Objects.requireNonNullElse(reply.passedTo(), ""),
                Objects.toString(reply.passedUntil(), ""));
    }

    /** What a page sends, in its order; what names no row is passed over. */
    static List<TypedReply> all(MultiValueMap<String, String> sent) {
        return sent.getOrDefault("unit", List.of()).stream()
                .flatMap(key -> key(key).stream())
                .distinct()
                .map(key -> new TypedReply(
                        key,
                        one(sent, "mark", key),
                        one(sent, "outcome", key),
                        one(sent, "reason", key),
                        one(sent, "place", key),
                        one(sent, "to", key),
                        one(sent, "until", key)))
                .toList();
    }

    private static String one(MultiValueMap<String, String> sent, String name, UUID key) {
        return Objects.requireNonNullElse(sent.getFirst(name + "-" + key), "");
    }

    static Optional<UUID> key(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** A short print of what it says. */
    String print() {
        return print("");
    }

    /** The mark of a reply of that version that says this: the number can't be changed without its print. */
    String markOf(int version) {
        return version + "." + print(String.valueOf(version));
    }

    private String print(String version) {
        try {
            var all = String.join("\u0000", version, outcome, reason, place, passedTo, passedUntil);
            var sha = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it says something else than what was shown. */
    boolean isTouched() {
        return !mark.equals(markOf(shownVersion()));
    }

    /** The version that was shown; one that nothing has when the mark was changed by hand. */
    int shownVersion() {
        try {
            return Integer.parseInt(mark.substring(0, Math.max(0, mark.indexOf('.'))));
        } catch (NumberFormatException notOurs) {
            return Integer.MIN_VALUE;
        }
    }

    TypedReply marked(String newMark) {
        return new TypedReply(key, newMark, outcome, reason, place, passedTo, passedUntil);
    }

    /** What can't be kept, each with its field; none for a reply that can, also when it is a draft. */
    List<Refusal> problems(LocalDate today, Predicate<String> roles) {
        var problems = new ArrayList<Refusal>();
        var chosen = chosen();
        if (!outcome.isEmpty() && chosen == null) {
            problems.add(refusal("outcome", "advice.refusal.outcome-unknown", outcome));
        }
        if (chosen == Outcome.FOLLOWED && place.isEmpty()) {
            problems.add(refusal("place", "advice.refusal.place-missing"));
        }
        if (chosen != null && chosen.needsReason() && reason.isEmpty()) {
            problems.add(refusal("reason", "advice.refusal.reason-missing"));
        }
        if (reason.length() > LONGEST_REASON) {
            problems.add(refusal("reason", "advice.refusal.too-long", LONGEST_REASON));
        }
        if (place.length() > LONGEST_PLACE) {
            problems.add(refusal("place", "advice.refusal.too-long", LONGEST_PLACE));
        }
        if (chosen == Outcome.PASSED_ON) {
            refuseNobody(problems, roles);
            refuseWrongDay(problems, today);
        }
        return problems;
    }

    private void refuseNobody(List<Refusal> problems, Predicate<String> roles) {
        if (passedTo.isEmpty()) {
            problems.add(refusal("to", "advice.refusal.passed-to-missing"));
        } else if (!roles.test(passedTo)) {
            problems.add(refusal("to", "advice.refusal.passed-to-unknown", passedTo));
        }
    }

    private void refuseWrongDay(List<Refusal> problems, LocalDate today) {
        var day = TypedDay.of(passedUntil);
        if (day.isEmpty()) {
            var key = passedUntil.isEmpty() ? "advice.refusal.until-missing" : "advice.refusal.until-unreal";
            problems.add(refusal("until", key));
        } else if (day.get().isBefore(today)) {
            problems.add(refusal("until", "advice.refusal.until-past"));
        } else if (day.get().isAfter(today.plusYears(YEARS_AHEAD))) {
            problems.add(refusal("until", "advice.refusal.until-far"));
        }
    }

    private Refusal refusal(String field, String message, Object... args) {
        return Refusal.of(field + "-" + key, message, args);
    }

    private @Nullable Outcome chosen() {
        return Arrays.stream(Outcome.values())
                .filter(one -> one.code().equals(outcome))
                .findFirst()
                .orElse(null);
    }

    /** Without what does not belong to its outcome; call after {@link #problems}. */
    Reply reply() {
        var chosen = chosen();
        var placed = chosen == null || chosen == Outcome.FOLLOWED || chosen == Outcome.PARTLY;
        var passed = chosen == Outcome.PASSED_ON;
        return new Reply(
                chosen,
                reason,
                placed ? place : "",
                passed ? passedTo : null,
                passed ? TypedDay.of(passedUntil).orElse(null) : null);
    }
}
