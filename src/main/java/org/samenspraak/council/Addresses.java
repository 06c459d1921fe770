package org.samenspraak.council;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.SearchWords;

/** Tells whether addresses are different, however they are written. */
final class Addresses {

    private static final Pattern NUMBER = Pattern.compile("\\d.*");
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3}([a-z]{2})?");

    private Addresses() {}

    /** How many different ones there are; an address without postcode is the same as one with it. */
    static int different(Collection<String> addresses) {
        var keys = addresses.stream()
                .map(Addresses::key)
                .filter(key -> !key.isEmpty())
                .toList();
        var distinct = new HashSet<>(keys);
        distinct.removeIf(key -> keys.stream().anyMatch(other -> other.startsWith(key + "|")));
        return distinct.size();
    }

    /** Street, house number, box and postcode: {@code "kapelstraat 12 bus 3|3500"}; the town's name doesn't count. */
    static String key(@Nullable String address) {
        var words = address == null ? List.<String>of() : words(address);
        int number = 1;
        while (number < words.size() && !NUMBER.matcher(words.get(number)).matches()) {
            number++;
        }
        if (number >= words.size()) {
            return String.join(" ", words);
        }
        var rest = words.subList(number + 1, words.size());
        var postcode =
                rest.stream().filter(word -> POSTCODE.matcher(word).matches()).findFirst();
        var place = rest.stream()
                .takeWhile(word -> !POSTCODE.matcher(word).matches())
                .toList();
        var street = String.join("", words.subList(0, number)) + " " + words.get(number) + box(place);
        return postcode.map(code -> street + "|" + code.substring(0, 4)).orElse(street);
    }

    private static String box(List<String> place) {
        var first = place.isEmpty() ? "" : place.get(0);
        if (first.matches("bus|b|bte") && place.size() > 1) {
            return " bus " + place.get(1);
        }
        if (first.matches("bus\\w+|b\\d+")) {
            return " bus " + first.replaceFirst("^bus|^b", "");
        }
        return first.matches("\\d\\w*") ? " bus " + first : first.matches("[a-z]") ? first : "";
    }

    private static List<String> words(String address) {
        return SearchWords.all(address).stream()
                .map(word -> word.replaceFirst("str$", "straat")
                        .replaceFirst("(stwg|stw)$", "steenweg")
                        .replaceFirst("(?<=.)ln$", "laan")
                        .replaceFirst("(?<=.)pln$", "plein"))
                .toList();
    }
}
