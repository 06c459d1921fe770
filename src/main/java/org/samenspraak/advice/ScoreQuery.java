package org.samenspraak.advice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.TypedDay;
import org.springframework.web.util.UriUtils;

/**
 * What the scoreboard is about; what makes no sense in an address is left out.
 *
 * @param of the council, domain or asker whose list it is
 * @param what the number whose list it is
 */
record ScoreQuery(By by, LocalDate from, LocalDate until, String of, What what) {

    /** From the first day of this year until today, unless another period was chosen. */
    static ScoreQuery of(
            @Nullable String by,
            @Nullable String from,
            @Nullable String until,
            @Nullable String of,
            @Nullable String what,
            LocalDate today) {
        var first = TypedDay.of(from).filter(ScoreQuery::real).orElse(today.withDayOfYear(1));
        var last = TypedDay.of(until).filter(ScoreQuery::real).orElse(today);
        return new ScoreQuery(
                find(By.values(), by, By.COUNCIL),
                first,
                last.isBefore(first) ? first : last,
                of == null ? "" : of.replace("\0", ""),
                find(What.values(), what, What.ASKED));
    }

    private static boolean real(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() <= 2999;
    }

    private static <T extends Enum<T>> T find(T[] all, @Nullable String code, T otherwise) {
        return Arrays.stream(all)
                .filter(one -> code(one).equals(code))
                .findFirst()
                .orElse(otherwise);
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Condition that a row is of the council, domain or asker whose list it is. */
    String belongs() {
        return "coalesce(" + by.column() + ", '') = :of";
    }

    public String period() {
        return "from=" + from + "&until=" + until;
    }

    /** Address of the list behind a number. */
    String list(String of, What what) {
        return "/overzicht/adviezen/lijst?by=" + code(by) + "&of=" + UriUtils.encode(of, UTF_8) + "&what=" + what.code()
                + "&" + period();
    }

    enum By {
        COUNCIL("g.council_id::text"),
        DOMAIN("r.domain"),
        /** Of unsolicited advice, who replies to it. */
        ASKER("coalesce(r.asker_group, g.responsible)");

        private final String column;

        By(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        public String code() {
            return ScoreQuery.code(this);
        }
    }

    /** A number of the scoreboard: of advice with its condition, or of points. */
    enum What {
        ASKED("g.request is not null"),
        IN_TIME("g.request is not null and g.answer = 'advice' and not g.late and not g.not_legal"),
        LATE("g.request is not null and g.answer = 'advice' and g.late and not g.not_legal"),
        /** The council was not composed as the regulation asks: sent, and no advice in time. */
        NOT_LEGAL("g.request is not null and g.answer = 'advice' and g.not_legal"),
        NOTHING("g.answer in ('none', 'silent')"),
        AWAITED("g.answer is null"),
        UNASKED("g.request is null"),
        FOLLOWED(null),
        PARTLY(null),
        NOT(null),
        ANSWERED(null),
        PASSED_ON(null),
        NOTED(null),
        OWED(null),
        OVERDUE(null);

        private final @Nullable String condition;

        What(@Nullable String condition) {
            this.condition = condition;
        }

        boolean isOfPoints() {
            return condition == null;
        }

        String condition() {
            return condition == null ? "true" : condition;
        }

        public String code() {
            return ScoreQuery.code(this);
        }
    }
}
