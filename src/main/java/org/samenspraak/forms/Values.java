package org.samenspraak.forms;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Iban;

/** Makes values of texts, by kind and format; rules come later. */
class Values {

    private static final int MOST_DIGITS = 40;

    private final Offers offers;
    private final Clock clock;
    private final ZoneId zone;

    Values(Offers offers, Clock clock, ZoneId zone) {
        this.offers = offers;
        this.clock = clock;
        this.zone = zone;
    }

    record Read(@Nullable Object value, @Nullable Complaint complaint) {

        static final Read NOTHING = new Read(null, null);

        static Read of(Object value) {
            return new Read(value, null);
        }

        static Read wrong(Complaint complaint) {
            return new Read(null, complaint);
        }

        static Read of(Optional<?> value, String otherwise) {
            return value.<Read>map(Read::of).orElseGet(() -> wrong(Complaint.of(otherwise)));
        }
    }

    Read read(Field field, List<String> sent, Here here, Locale locale) {
        if (field.kind() == Kind.CHECKBOX) {
            return Read.of(sent.contains("true"));
        }
        if (field.kind().choosesMany()) {
            return Read.of(new ArrayList<>(new LinkedHashSet<>(sent.stream()
                    .filter(it -> !it.isEmpty())
                    .map(it -> original(field, it, here, locale))
                    .toList())));
        }
        var text = sent.isEmpty() ? "" : Notation.clean(sent.get(0), field.kind() == Kind.TEXTAREA);
        if (text.isEmpty()) {
            return Read.NOTHING;
        }
        return switch (field.kind()) {
            case NUMBER -> number(field, text, locale);
            case DATETIME ->
                isLikely(text) || text.equals(control(field, Tree.get(here.stored(), field.key()), locale))
                        ? moment(field, text)
                        : Read.of(Optional.empty(), field.subtype());
            case RADIO, SELECT -> Read.of(original(field, text, here, locale));
            default -> text(field, text, locale);
        };
    }

    /** Money in exact cents also when the designer took a text field. */
    private static Read text(Field field, String text, Locale locale) {
        var format = field.format();
        if ("iban".equals(format)) {
            return Read.of(Iban.of(text).map(Iban::value), "iban");
        }
        return "money".equals(format) ? Read.of(Notation.money(text, locale), "money") : Read.of(text);
    }

    private static Read number(Field field, String text, Locale locale) {
        var money = "money".equals(field.format());
        var asText = field.json().path("serializeToString").asBoolean();
        var number = money ? Notation.money(text, locale) : Notation.number(text, locale);
        if (!asText) {
            number = number.filter(Notation::reasonable);
        }
        if (number.isEmpty()) {
            return Read.wrong(Complaint.of(money ? "money" : "number"));
        }
        if (asText) {
            return Read.of(number.get().toPlainString());
        }
        var value = money ? number.get() : number.get().stripTrailingZeros();
        return Read.of(value.scale() <= 0 ? (Object) value.longValueExact() : value);
    }

    private static boolean isLikely(String text) {
        return Moments.both(text)
                .map(LocalDateTime::toLocalDate)
                .or(() -> Moments.day(text))
                .map(Moments::isLikely)
                .orElse(true);
    }

    private Read moment(Field field, String text) {
        var format = field.json().path("timeSerializingFormat").asText("no_timezone");
        return switch (field.subtype()) {
            case "time" -> Read.of(Moments.time(text).map(it -> Moments.keep(it, format, zone, today())), "time");
            case "datetime" -> Read.of(Moments.both(text).map(it -> Moments.keep(it, format, zone)), "datetime");
            default -> Read.of(Moments.day(text).map(LocalDate::toString), "date");
        };
    }

    private Object original(Field field, String text, Here here, Locale locale) {
        return offers.of(field, here, locale).stream()
                .filter(it -> it.value().equals(text))
                .findFirst()
                .<Object>map(Offers.Offer::original)
                .orElse(text);
    }

    /** The part of an answer to a choice that is on offer; null when nothing is. */
    @Nullable
    Object offered(Field field, Here here, Locale locale) {
        var value = here.value(field);
        var onOffer = offers.of(field, here, locale).stream()
                .map(Offers.Offer::original)
                .toList();
        if (value instanceof List<?> list) {
            return new ArrayList<>(
                    list.stream().filter(it -> contains(onOffer, it)).toList());
        }
        return value != null && contains(onOffer, value) ? value : null;
    }

    private static boolean contains(List<Object> offered, @Nullable Object value) {
        return offered.stream()
                .anyMatch(it -> it instanceof Number == value instanceof Number
                        && it.toString().equals(String.valueOf(value)));
    }

    /** What stands for no answer in expressions, as in form-js. */
    static @Nullable Object empty(Field field) {
        return switch (field.kind()) {
            case TEXTFIELD, TEXTAREA -> "";
            case CHECKBOX -> false;
            case CHECKLIST, TAGLIST -> new ArrayList<>();
            default -> null;
        };
    }

    /** What was stored, as a field of this kind can hold it; null when it can't. */
    @Nullable
    Object sane(Field field, Object stored) {
        return switch (field.kind()) {
            case TEXTFIELD, TEXTAREA -> saneText(field, stored);
            case NUMBER -> stored instanceof Number || stored instanceof String ? saneNumber(field, stored) : null;
            case DATETIME ->
                stored instanceof String text
                        ? moment(field, control(field, text, Locale.ROOT)).value()
                        : null;
            case CHECKBOX -> stored.equals(true);
            case CHECKLIST, TAGLIST -> stored instanceof List<?> ? stored : null;
            default -> stored;
        };
    }

    private static @Nullable Object saneText(Field field, Object stored) {
        if (stored instanceof Map<?, ?> || stored instanceof List<?>) {
            return null;
        }
        var text = stored.toString();
        return "money".equals(field.format())
                ? stored
                : field.kind() == Kind.TEXTFIELD ? text.replaceAll("[\\r\\n\\t]", " ") : text;
    }

    private static @Nullable Object saneNumber(Field field, Object stored) {
        var number = number(stored);
        return number == null ? null : field.json().path("serializeToString").asBoolean() ? stored.toString() : number;
    }

    @Nullable
    Object byDefault(Field field) {
        var value = field.json().path("defaultValue");
        return value.isMissingNode() || value.isNull() || Evaluator.isExpression(value)
                ? null
                : FormParser.MAPPER.convertValue(value, Object.class);
    }

    /** The value as its HTML control holds it. */
    String control(Field field, @Nullable Object value, Locale locale) {
        if (value == null) {
            return "";
        }
        if (field.kind() == Kind.DATETIME) {
            return Moments.control(value.toString(), field.subtype(), zone, today());
        }
        var number = number(value);
        if (number != null && (field.kind() == Kind.NUMBER || "money".equals(field.format()))) {
            return Notation.typed(number, locale);
        }
        return "iban".equals(field.format())
                ? Iban.of(value.toString()).map(Iban::shown).orElse(value.toString())
                : value.toString();
    }

    /** Null for what is none, or has more digits than anybody types: {@code 1e999999999} would fill the memory. */
    static @Nullable BigDecimal number(@Nullable Object value) {
        try {
            var number =
                    value == null || value.toString().length() > MOST_DIGITS ? null : new BigDecimal(value.toString());
            return number == null || Math.abs(number.scale()) > MOST_DIGITS ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
