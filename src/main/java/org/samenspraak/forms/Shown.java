package org.samenspraak.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** An answer in words, for a form that was sent. */
class Shown {

    private final Offers offers;
    private final Values values;
    private final MessageSource messages;

    Shown(Offers offers, Values values, MessageSource messages) {
        this.offers = offers;
        this.values = values;
        this.messages = messages;
    }

    String words(Field field, Here here, Locale locale) {
        var value = here.value(field);
        if (field.kind() == Kind.CHECKBOX) {
            return messages.getMessage(Boolean.TRUE.equals(value) ? "forms.sent.yes" : "forms.sent.no", null, locale);
        }
        if (value == null || (value instanceof List<?> list && list.isEmpty())) {
            return "";
        }
        var number = Values.number(value);
        if (number != null && "money".equals(field.format())) {
            return Notation.showMoney(number, locale);
        }
        return switch (field.kind()) {
            case NUMBER -> number == null ? value.toString() : Notation.show(number, locale);
            case DATETIME -> Moments.show(values.control(field, value, locale), locale);
            case CHECKLIST, TAGLIST, RADIO, SELECT -> labels(field, value, here, locale);
            case FILEPICKER -> names(value);
            default -> values.control(field, value, locale);
        };
    }

    /** A label as it stands before a text: "Naam:", "Wat wilt u doen?". */
    static String lead(String label) {
        return label.matches("(?s).*[?!.:…]\\s*") ? label.strip() : label + ":";
    }

    /** Instead of what the reader need not know. */
    String kept(Locale locale) {
        return messages.getMessage("forms.sent.kept", null, locale);
    }

    private String labels(Field field, Object value, Here here, Locale locale) {
        var labels = offers.of(field, here, locale).stream()
                .collect(Collectors.toMap(Offers.Offer::value, Offers.Offer::label, (one, other) -> one));
        return (value instanceof List<?> list ? list : List.of(value))
                .stream()
                        .map(String::valueOf)
                        .map(it -> labels.containsKey(it) ? labels.get(it) : offers.once(field, it, locale))
                        .collect(Collectors.joining(", "));
    }

    private static String names(@Nullable Object files) {
        return files instanceof List<?> list
                ? list.stream()
                        .map(it -> it instanceof Map<?, ?> map ? map.get("name") : it)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(", "))
                : "";
    }
}
