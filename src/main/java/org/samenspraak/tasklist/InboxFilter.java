package org.samenspraak.tasklist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.springframework.util.MultiValueMap;

/**
 * What somebody narrows the list down to, all at once; what is left out matches all.
 *
 * @param area with the areas inside it
 * @param who whose tasks
 * @param from first day on which a task may end
 * @param until last day on which a task may end
 * @param late only what is late
 * @param text beginnings of words of the case's number and title and of its council
 */
record InboxFilter(
        @Nullable String trajectory,
        @Nullable Step step,
        @Nullable AreaId area,
        @Nullable CouncilId council,
        @Nullable GroupId group,
        @Nullable Who who,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean late,
        @Nullable String text) {

    private static final int LONGEST_TEXT = 100;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /**
     * Which task of which model; in an address with a point between them.
     *
     * @param element the id in the model
     */
    record Step(String process, String element) {

        static Step parse(String text) {
            var point = text.indexOf('.');
            return new Step(key(text.substring(0, Math.max(point, 0))), key(text.substring(point + 1)));
        }

        @Override
        public String toString() {
            return process + "." + element;
        }
    }

    /** Whose tasks: of a person, or, without one, of nobody. In an address the reader is {@code me}. */
    record Who(@Nullable PersonId person) {

        static final Who NOBODY = new Who(null);

        static Who parse(String text, SignedIn me) {
            return switch (text) {
                case "me" -> new Who(me.person());
                case "nobody" -> NOBODY;
                default -> new Who(PersonId.parse(text));
            };
        }

        String code(SignedIn me) {
            return person == null ? "nobody" : person.equals(me.person()) ? "me" : person.toString();
        }
    }

    /** What makes no sense, or a group one is not in, is left out. */
    static InboxFilter of(MultiValueMap<String, String> sent, SignedIn me) {
        return new InboxFilter(
                read(sent, "trajectory", InboxFilter::key),
                read(sent, "step", Step::parse),
                read(sent, "area", AreaId::parse),
                read(sent, "council", CouncilId::parse),
                Optional.ofNullable(read(sent, "group", GroupId::parse))
                        .filter(me.offered()::contains)
                        .orElse(null),
                read(sent, "who", text -> Who.parse(text, me)),
                read(sent, "from", InboxFilter::day),
                read(sent, "until", InboxFilter::day),
                "yes".equals(sent.getFirst("late")),
                read(sent, "q", text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT))));
    }

    private static <T> @Nullable T read(MultiValueMap<String, String> sent, String name, Function<String, T> parse) {
        var text = sent.getFirst(name);
        try {
            return text == null || text.isBlank() ? null : parse.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException noSense) {
            return null;
        }
    }

    private static String key(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** A day that the database knows as well. */
    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < 1900 || day.getYear() > 9998) {
            throw new IllegalArgumentException(text);
        }
        return day;
    }
}
