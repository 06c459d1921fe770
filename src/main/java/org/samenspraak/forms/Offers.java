package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a choice offers: values of the schema, a list in the data or of the house ({@code valuesKey}), or an expression. */
class Offers {

    private static final int MOST = 1_000;
    /** A format that chooses from a list of the house. */
    static final Map<String, String> OF_FORMAT = Map.of("area", "areas", "council", "councils", "person", "people");

    /** That an official fills in a start form: no field, so that nobody can send it. */
    private static final String ENTERS = "office.enters";

    private final Evaluator evaluator;
    private final Map<String, OfferedValues> house;

    Offers(Evaluator evaluator, List<OfferedValues> house) {
        this.evaluator = evaluator;
        this.house = house.stream().collect(Collectors.toMap(OfferedValues::key, Function.identity()));
    }

    /** @param value as text, for the page; {@code original} is what is kept */
    record Offer(String value, String label, Object original) {}

    List<Offer> of(Field field, Here here, Locale locale) {
        var json = field.json();
        var key = houseKey(field);
        if (key != null) {
            // what was answered to the question itself is no list to choose from
            var list = key.equals(field.key()) ? null : Tree.get(here.root(), key);
            var ours = house.get(key);
            return list == null && ours != null ? fromHouse(ours, here, locale) : fromList(list, locale);
        }
        var own = json.has("values") ? json.path("values") : json.path("valuesExpression");
        return fromList(evaluator.value(own, here), locale);
    }

    /** How a choice of the house is called that may be offered no more; itself when nobody knows. */
    String once(Field field, String value, Locale locale) {
        var ours = house.get(Objects.requireNonNullElse(houseKey(field), ""));
        var all = ours == null ? List.<OfferedValues.Value>of() : ours.once(locale);
        return all.stream()
                .filter(it -> it.value().equals(value))
                .map(OfferedValues.Value::label)
                .findFirst()
                .orElse(value);
    }

    /** The list of the house or the data that a choice names, or none. */
    static @Nullable String houseKey(Field field) {
        var key = field.json().path("valuesKey").asText("");
        if (!key.isEmpty()) {
            return key;
        }
        var format = field.format();
        return format == null ? null : OF_FORMAT.get(format);
    }

    private static List<Offer> fromHouse(OfferedValues house, Here here, Locale locale) {
        var entered = Boolean.TRUE.equals(Tree.get(here.root(), ENTERS));
        return (entered ? house.entered(locale) : house.values(locale))
                .stream()
                        .limit(MOST)
                        .map(it -> new Offer(it.value(), it.label(), it.value()))
                        .toList();
    }

    /** Words and numbers as they are, or {@code value} and {@code label}; what has no value can't be chosen. */
    private static List<Offer> fromList(@Nullable Object list, Locale locale) {
        var offers = new ArrayList<Offer>();
        if (list instanceof List<?> items) {
            for (var item : items.stream().limit(MOST).toList()) {
                var map = item instanceof Map<?, ?> it ? it : Map.of();
                var value = item instanceof Map<?, ?> ? map.get("value") : item;
                if (value != null && !value.equals("")) {
                    var english = locale.getLanguage().equals("en") ? map.get("label_en") : null;
                    var label = english != null ? english : map.get("label");
                    offers.add(new Offer(value.toString(), Objects.toString(label, value.toString()), value));
                }
            }
        }
        return offers;
    }
}
