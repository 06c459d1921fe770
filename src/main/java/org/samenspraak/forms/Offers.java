package org.samenspraak.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a choice offers: values of the schema, a list in the data or of the house ({@code valuesKey}), or an expression. */
class Offers {

    private static final int MOST = 1_000;

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
        if (json.path("valuesExpression").isTextual()) {
            return fromList(evaluator.value(json.path("valuesExpression"), here));
        }
        var key = houseKey(field);
        if (key != null) {
            var list = Tree.get(here.root(), key);
            var ours = house.get(key);
            return list == null && ours != null ? fromHouse(ours, locale) : fromList(list);
        }
        return StreamSupport.stream(json.path("values").spliterator(), false)
                .map(it -> fromSchema(it, locale))
                .toList();
    }

    boolean knows(String key) {
        return house.containsKey(key);
    }

    /** The list of the house or the data that a choice names, or none. */
    static @Nullable String houseKey(Field field) {
        var key = field.json().path("valuesKey").asText("");
        if (!key.isEmpty()) {
            return key;
        }
        return field.says("format", "area") ? "areas" : field.says("format", "council") ? "councils" : null;
    }

    private static List<Offer> fromHouse(OfferedValues values, Locale locale) {
        return values.values(locale).stream()
                .limit(MOST)
                .map(it -> new Offer(it.value(), it.label(), it.value()))
                .toList();
    }

    private static Offer fromSchema(JsonNode value, Locale locale) {
        var original = value.isObject() ? value.path("value") : value;
        var label = value.path("label").asText(original.asText());
        var english = value.path("label_en").asText(label);
        return new Offer(
                original.asText(),
                locale.getLanguage().equals("en") ? english : label,
                FormParser.MAPPER.convertValue(original, Object.class));
    }

    private static List<Offer> fromList(@Nullable Object list) {
        var offers = new ArrayList<Offer>();
        if (list instanceof List<?> items) {
            for (var item : items.stream().limit(MOST).toList()) {
                var value = item instanceof Map<?, ?> map ? map.get("value") : item;
                if (value != null) {
                    var label = item instanceof Map<?, ?> map && map.get("label") != null ? map.get("label") : value;
                    offers.add(new Offer(value.toString(), String.valueOf(label), value));
                }
            }
        }
        return offers;
    }
}
