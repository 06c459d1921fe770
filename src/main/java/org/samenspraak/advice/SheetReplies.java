package org.samenspraak.advice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.samenspraak.advice.ReplySheets.Row;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Replies as lines of a workbook: what is written there, and what comes back from it. */
@Component
class SheetReplies {

    private static final String COLUMNS = "advice.sheet.columns";
    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH);
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,6}(\\.0+)?");
    /** Day 0 of spreadsheets, for days after February 1900. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final int KEY = 0;
    private static final int MARK = 1;
    private static final int OUTCOME = 8;
    private static final int REASON = 9;
    private static final int PLACE = 10;
    private static final int TO = 11;
    private static final int UNTIL = 12;

    /** Nobody knows it: the row is told as one that is not from here. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final MessageSource texts;
    private final RoleNames roles;

    SheetReplies(MessageSource texts, RoleNames roles) {
        this.texts = texts;
        this.roles = roles;
    }

    /** The names of its columns. */
    String[] columns(Locale locale) {
        return say(COLUMNS, locale).split(",");
    }

    Object[] line(ReplyUnit unit, Locale locale) {
        var reply = unit.reply();
        return new Object[] {
            unit.key(),
            unit.mark(),
            unit.named(),
            each(unit, ReplyPoint::topic),
            each(unit, ReplyPoint::text),
            each(unit, point -> say("advice.point-kind." + point.kind().code(), locale)),
            each(unit, ReplyPoint::page),
            unit.title(),
            reply.outcome() == null ? "" : say("advice.reply-outcome." + reply.code(), locale),
            reply.reason(),
            reply.place(),
            reply.passedTo() == null ? "" : role(reply.passedTo()),
            reply.passedUntil()
        };
    }

    private static String each(ReplyUnit unit, Function<ReplyPoint, String> part) {
        return String.join(
                "\n",
                unit.points().stream().map(part).filter(text -> !text.isEmpty()).toList());
    }

    private String role(String code) {
        return roles.working().stream()
                .filter(group -> group.role().equals(code))
                .map(roles::of)
                .findFirst()
                .orElse(code);
    }

    /**
     * The rows that were changed in a file.
     *
     * @throws Refusal when it is another file
     */
    List<Row> changed(List<List<String>> lines) {
        var at = order(lines.isEmpty() ? List.of() : lines.get(0));
        var rows = new ArrayList<Row>();
        var seen = new HashSet<UUID>();
        for (var number = 1; number < lines.size(); number++) {
            var line = lines.get(number);
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            var reply = reply(line, at);
            var twice = !reply.key().equals(NOBODY) && !seen.add(reply.key());
            if (twice || reply.isTouched()) {
                rows.add(new Row(number + 1, twice, reply));
            }
        }
        return rows;
    }

    /** Where each column stands; somebody may have moved or added some. */
    private int[] order(List<String> head) {
        return LANGUAGES.stream()
                .map(this::columns)
                .map(columns -> Arrays.stream(columns).mapToInt(head::indexOf).toArray())
                .filter(order -> IntStream.of(KEY, MARK, OUTCOME, REASON, PLACE, TO, UNTIL)
                        .allMatch(column -> order[column] >= 0))
                .findFirst()
                .orElseThrow(() -> Refusal.of("file", "advice.refusal.other-sheet"));
    }

    private TypedReply reply(List<String> line, int[] at) {
        return new TypedReply(
                TypedReply.key(cell(line, at[KEY])).orElse(NOBODY),
                cell(line, at[MARK]),
                outcome(cell(line, at[OUTCOME])),
                cell(line, at[REASON]),
                cell(line, at[PLACE]),
                to(cell(line, at[TO])),
                until(cell(line, at[UNTIL])));
    }

    private static String cell(List<String> line, int column) {
        return column < line.size() ? line.get(column).strip() : "";
    }

    /** Its code; what is no outcome stays as it is, to be told. */
    private String outcome(String text) {
        return Arrays.stream(Outcome.values())
                .map(Outcome::code)
                .filter(code -> isCalled(text, code, "advice.reply-outcome." + code))
                .findFirst()
                .orElse(text);
    }

    private String to(String text) {
        return roles.working().stream()
                .filter(group ->
                        isCalled(text, group.role(), "identity.role." + group.role()) || text.equals(roles.of(group)))
                .map(group -> group.role())
                .findFirst()
                .orElse(text);
    }

    /** Some groups have no words of their own in a language: no text is no name of theirs. */
    private boolean isCalled(String text, String code, String key) {
        return !text.isEmpty()
                && (text.equalsIgnoreCase(code)
                        || LANGUAGES.stream().anyMatch(language -> text.equalsIgnoreCase(say(key, language))));
    }

    /** A day as spreadsheets keep it, as we write it, or as people here write it; what is no day stays as it is. */
    private static String until(String text) {
        try {
            if (SERIAL.matcher(text).matches()) {
                return DAY_ZERO.plusDays((long) Double.parseDouble(text)).toString();
            }
            var day = DAY_FIRST.matcher(text);
            return day.matches()
                    ? LocalDate.of(
                                    Integer.parseInt(day.group(3)),
                                    Integer.parseInt(day.group(2)),
                                    Integer.parseInt(day.group(1)))
                            .toString()
                    : text;
        } catch (DateTimeException noDay) {
            return text;
        }
    }

    private String say(String key, Locale locale) {
        return String.valueOf(texts.getMessage(key, null, "", locale));
    }
}
