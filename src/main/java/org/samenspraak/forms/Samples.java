package org.samenspraak.forms;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.Feel;
import org.springframework.stereotype.Component;

/** An answer for every field that asks, so that a designer sees a form as somebody filled it in. */
@Component
class Samples {

    private static final int ROWS = 2;
    private static final int LONGEST = 120;

    private final Offers offers;
    private final Clock clock;
    private final Municipality municipality;

    Samples(Feel feel, List<OfferedValues> house, Clock clock, Municipality municipality) {
        this.offers = new Offers(new Evaluator(feel), house);
        this.clock = clock;
        this.municipality = municipality;
    }

    Map<String, Object> of(Form form) {
        var data = new LinkedHashMap<String, Object>();
        fill(form.fields(), data, Here.top(data, Map.of()));
        return data;
    }

    /** The same to be read as it was sent: with its defaults, and a choice whose list only a case brings says what is chosen. */
    Map<String, Object> spoken(Form form) {
        var data = of(form);
        speak(form.fields(), data);
        return data;
    }

    private static void speak(List<Field> fields, Map<String, Object> data) {
        for (var field : fields) {
            if (field.kind() == Kind.GROUP) {
                speak(field.parts(), Tree.inside(data, field.key()));
            } else if (field.kind() == Kind.DYNAMICLIST) {
                Tree.rows(data, field.key()).forEach(row -> speak(field.parts(), row));
            } else if (field.kind().asks() && isOpen(Tree.get(data, field.key()))) {
                var usual = field.json().path("defaultValue");
                if (!usual.isMissingNode()) {
                    Tree.put(data, field.key(), FormParser.MAPPER.convertValue(usual, Object.class));
                } else if (field.kind().chooses()) {
                    Tree.put(data, field.key(), field.label(Forms.locale()));
                }
            }
        }
    }

    private static boolean isOpen(@Nullable Object answer) {
        return answer == null || (answer instanceof List<?> list && list.isEmpty());
    }

    private void fill(List<Field> fields, Map<String, Object> data, Here top) {
        for (var field : fields) {
            if (field.kind() == Kind.GROUP) {
                fill(field.parts(), Tree.inside(data, field.key()), top);
            } else if (field.kind() == Kind.DYNAMICLIST) {
                Tree.put(data, field.key(), rows(field, top));
            } else if (field.kind().asks() && !field.json().has("defaultValue")) {
                Tree.put(data, field.key(), answer(field, top));
            }
        }
    }

    private List<Map<String, Object>> rows(Field list, Here top) {
        return IntStream.range(0, ROWS)
                .mapToObj(at -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    fill(list.parts(), row, top);
                    return row;
                })
                .toList();
    }

    private @Nullable Object answer(Field field, Here top) {
        return switch (field.kind()) {
            case TEXTFIELD -> line(field);
            case TEXTAREA -> field.label(Forms.locale());
            case NUMBER -> number(field);
            case DATETIME -> moment(field);
            case CHECKBOX -> true;
            case CHECKLIST, RADIO, SELECT, TAGLIST -> choice(field, top);
            default -> null;
        };
    }

    private static String line(Field field) {
        return switch (String.valueOf(field.format())) {
            case "iban" -> "BE68539007547034";
            case "money" -> "1250.00";
            default ->
                switch (field.validate("validationType").asText("")) {
                    case "email" -> "voorbeeld@example.org";
                    case "phone" -> "011 00 00 00";
                    default -> shortened(field.label(Forms.locale()));
                };
        };
    }

    private static String shortened(String label) {
        return label.substring(0, Math.min(label.length(), LONGEST));
    }

    private static BigDecimal number(Field field) {
        var least = field.validate("min");
        return least.isNumber() ? least.decimalValue() : BigDecimal.ONE;
    }

    private String moment(Field field) {
        var today = LocalDate.now(clock.withZone(municipality.zone()));
        return switch (field.subtype()) {
            case "time" -> "19:30";
            case "datetime" -> today + "T19:30";
            default -> today.toString();
        };
    }

    private @Nullable Object choice(Field field, Here top) {
        var first = offers.of(field, top, Locale.ROOT).stream().findFirst().map(Offers.Offer::original);
        return field.kind().choosesMany() ? first.map(List::of).orElse(List.of()) : first.orElse(null);
    }
}
