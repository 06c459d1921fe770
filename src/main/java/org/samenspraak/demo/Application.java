package org.samenspraak.demo;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.samenspraak.kernel.AreaId;

/**
 * The application of a council, as a browser sends it: HTML name to texts. Members are named after their function.
 *
 * @param sex of all members; empty for women and men in turn
 */
record Application(String kind, String name, AreaId area, int members, String sex) {

    Map<String, List<String>> sent() {
        var sent = new LinkedHashMap<String, List<String>>();
        put(sent, "kind", kind);
        put(sent, "name", name);
        put(sent, "area", area.toString());
        put(sent, "boundaries", "Het hele gebied, tot aan de ring, het spoor en de gemeentegrens.");
        put(sent, "purpose", "Bewoners samenbrengen, horen wat er leeft en daarover praten met de stad.");
        put(sent, "_rows.members", String.valueOf(members));
        for (int number = 0; number < members; number++) {
            member(sent, number);
        }
        put(sent, "receivesMoney", "yes");
        put(sent, "openToNewMembers", "yes");
        put(sent, "contactName", officer(0));
        put(sent, "contactMail", mail(0));
        return sent;
    }

    /** Who is chair (0), secretary (1), treasurer (2) or a member. */
    String officer(int number) {
        return officer(name, number);
    }

    /** The same of any council of this name. */
    static String officer(String council, int number) {
        var function =
                switch (number) {
                    case 0 -> "Voorzitter";
                    case 1 -> "Secretaris";
                    case 2 -> "Penningmeester";
                    default -> "Lid " + (number + 1);
                };
        return function + " " + council.substring(0, 1).toLowerCase(Locale.ROOT) + council.substring(1);
    }

    private void member(Map<String, List<String>> sent, int number) {
        var row = "members[" + number + "].";
        put(sent, row + "name", officer(number));
        if (number < 3) {
            put(
                    sent,
                    row + "functions",
                    List.of("chair", "secretary", "treasurer").get(number));
            put(sent, row + "email", mail(number));
        }
        put(sent, row + "address", "Demostraat " + (2 * number + 4) + ", 3500 Hasselt");
        put(sent, row + "membership", number > 5 ? "substitute" : "voting");
        put(sent, row + "politician", "no");
        put(sent, row + "sex", sex.isEmpty() ? (number % 2 == 0 ? "woman" : "man") : sex);
    }

    private String mail(int number) {
        var council = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        return List.of("voorzitter", "secretaris", "penningmeester").get(number) + "@" + council + ".example";
    }

    private static void put(Map<String, List<String>> sent, String name, String text) {
        sent.put(name, List.of(text));
    }
}
