package org.samenspraak.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a schema asks of an answer that could be read. Patterns run in linear time (RE2/J). */
class Rules {

    /** Also what a gateway reads at most. */
    /** And of a fact. */
    static final int LONGEST_LINE = 1_000;

    private static final int LONGEST_TEXT = 20_000;
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>()\\[\\],;:\"]{1,64}@(LABEL\\.)+\\p{L}{2,63}"
            .replace("LABEL", "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?"));
    private static final Pattern PHONE = Pattern.compile("(\\+|00)?[\\d ./()-]{6,24}");

    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();
    private final Evaluator evaluator;
    private final Offers offers;
    private final Values values;

    Rules(Evaluator evaluator, Offers offers, Values values) {
        this.evaluator = evaluator;
        this.offers = offers;
        this.values = values;
    }

    @Nullable
    Complaint check(Field field, Here here, Locale locale) {
        var value = here.value(field);
        if (value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof List<?> list && list.isEmpty())) {
            return field.required() ? required(field) : null;
        }
        if (field.kind().chooses()) {
            return offered(field, value, here, locale);
        }
        return switch (field.kind()) {
            case NUMBER -> number(field, Values.number(value), here, locale);
            case DATETIME -> moment(field, value.toString(), here, locale);
            case TEXTFIELD, TEXTAREA ->
                "money".equals(field.format())
                        ? number(field, Values.number(value), here, locale)
                        : text(field, value.toString(), here, locale);
            case FILEPICKER ->
                FileRows.infected(value)
                        .map(it -> Complaint.of("file-infected", it))
                        .orElse(null);
            default -> null;
        };
    }

    private static Complaint required(Field field) {
        if ("money".equals(field.format())) {
            return Complaint.of("required.money");
        }
        return Complaint.of(
                switch (field.kind()) {
                    case DATETIME -> "required." + field.subtype();
                    case CHECKBOX, FILEPICKER, NUMBER ->
                        "required." + field.kind().type();
                    case CHECKLIST, TAGLIST -> "required.several";
                    case RADIO, SELECT -> "required.choice";
                    default -> "required";
                });
    }

    private @Nullable Complaint offered(Field field, Object value, Here here, Locale locale) {
        var onOffer =
                offers.of(field, here, locale).stream().map(Offers.Offer::value).toList();
        var chosen = value instanceof List<?> list ? list : List.of(value);
        return chosen.stream().allMatch(it -> onOffer.contains(String.valueOf(it)))
                ? null
                : Complaint.of("not-offered");
    }

    private @Nullable Complaint text(Field field, String text, Here here, Locale locale) {
        var length = text.codePointCount(0, text.length());
        var least = limit(field.validate("minLength"), here);
        var most = limit(field.validate("maxLength"), here);
        var cap = field.kind() == Kind.TEXTAREA && !field.isFact() ? LONGEST_TEXT : LONGEST_LINE;
        if (most == null || most.intValue() > cap) {
            most = BigDecimal.valueOf(cap);
        }
        if (length > most.intValue()) {
            return Complaint.of("max-length", most.intValue(), length);
        }
        if (least != null && length < least.intValue()) {
            return Complaint.of("min-length", least.intValue(), length);
        }
        return shape(field, text, locale);
    }

    private @Nullable Complaint shape(Field field, String text, Locale locale) {
        var type = field.validate("validationType").asText("");
        if (type.equals("email") && !MAIL.matches(text)) {
            return Complaint.of("email");
        }
        if (type.equals("phone") && (!PHONE.matches(text) || digits(text) < 8 || digits(text) > 15)) {
            return Complaint.of("phone");
        }
        var pattern = field.validate("pattern").asText("");
        if (pattern.isEmpty()
                || patterns.computeIfAbsent(pattern, JsPattern::compile)
                        .matcher(text)
                        .find()) {
            return null;
        }
        var own = field.validate("patternErrorMessage").asText("");
        var english = field.property("pattern_message_en");
        var message = english != null && locale.getLanguage().equals("en") ? english : own;
        return message.isEmpty() ? Complaint.of("pattern") : Complaint.of("own", message);
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    private @Nullable Complaint number(Field field, @Nullable BigDecimal number, Here here, Locale locale) {
        if (number == null) {
            return Complaint.of("number");
        }
        var decimals = field.json().path("decimalDigits");
        if (decimals.isInt() && number.stripTrailingZeros().scale() > decimals.asInt()) {
            return decimals.asInt() == 0 ? Complaint.of("whole-number") : Complaint.of("decimals", decimals.asInt());
        }
        var least = limit(field.validate("min"), here);
        if (least != null && number.compareTo(least) < 0) {
            return Complaint.of("min", limit(field, least, locale));
        }
        var most = limit(field.validate("max"), here);
        if (most != null && number.compareTo(most) > 0) {
            return Complaint.of("max", limit(field, most, locale));
        }
        return step(field, number, locale);
    }

    private static String limit(Field field, BigDecimal limit, Locale locale) {
        return "money".equals(field.format()) ? Notation.showMoney(limit, locale) : Notation.show(limit, locale);
    }

    private static @Nullable Complaint step(Field field, BigDecimal number, Locale locale) {
        var increment = Values.number(field.json().path("increment").asText(""));
        if (increment == null || increment.signum() <= 0) {
            return null;
        }
        var over = number.remainder(increment);
        var below = number.subtract(over);
        return over.signum() == 0
                ? null
                : Complaint.of("increment", Notation.show(below, locale), Notation.show(below.add(increment), locale));
    }

    private @Nullable Complaint moment(Field field, String kept, Here here, Locale locale) {
        var local = values.control(field, kept, Locale.ROOT);
        var day = Moments.day(local.split("T")[0]);
        if (field.json().path("disallowPassedDates").asBoolean()
                && day.isPresent()
                && day.get().isBefore(values.today())) {
            return Complaint.of("past-date");
        }
        if (field.says("latest", "today") && day.isPresent() && day.get().isAfter(values.today())) {
            return Complaint.of("future-date");
        }
        var earliest = Moments.day(String.valueOf(evaluator.value(field.earliest(), here)));
        if (day.isPresent() && earliest.isPresent() && day.get().isBefore(earliest.get())) {
            return Complaint.of("early-date", Moments.show(earliest.get().toString(), locale));
        }
        var latest = Moments.day(String.valueOf(evaluator.value(field.latest(), here)));
        if (day.isPresent() && latest.isPresent() && day.get().isAfter(latest.get())) {
            return Complaint.of("late-date", Moments.show(latest.get().toString(), locale));
        }
        var interval = interval(field);
        var time = field.subtype().equals("date") ? null : Moments.time(local.substring(local.indexOf('T') + 1));
        return time != null && time.isPresent() && offGrid(time.get(), interval)
                ? Complaint.of("time-interval", interval)
                : null;
    }

    /** In minutes; a quarter when it is none that form-js knows. */
    private static int interval(Field field) {
        var asked = field.json().path("timeInterval").asInt(15);
        return Set.of(1, 5, 10, 15, 30, 60).contains(asked) ? asked : 15;
    }

    private static boolean offGrid(LocalTime time, int interval) {
        return interval > 1 && time.toSecondOfDay() / 60 % interval != 0;
    }

    private @Nullable BigDecimal limit(JsonNode attribute, Here here) {
        return Values.number(evaluator.value(attribute, here));
    }
}
