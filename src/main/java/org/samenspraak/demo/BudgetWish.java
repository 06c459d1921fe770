package org.samenspraak.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An idea that somebody hands in, with neighbours who stand behind it. */
record BudgetWish(String area, String title, String idea, String need, String place, int cost, String who) {

    Map<String, List<String>> sent(Cast cast, int neighbours) {
        var mailbox = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var sent = new LinkedHashMap<String, String>();
        sent.put("area", cast.area(area).toString());
        sent.put("title", title);
        sent.put("idea", idea);
        sent.put("need", need);
        sent.put("place", place);
        sent.put("cost", String.valueOf(cost));
        sent.put("contactName", who);
        sent.put("contactMail", mailbox + "@wijk.example");
        sent.put("contactAddress", place + " 2");
        sent.put("oldEnough", "true");
        sent.put("_rows.coInitiators", String.valueOf(neighbours));
        for (var at = 0; at < neighbours; at++) {
            var row = "coInitiators[" + at + "].";
            sent.put(row + "name", "Buur " + (at + 1) + " van " + place);
            sent.put(row + "mail", "buur-" + (at == 0 ? "" : at + "-") + mailbox + "@wijk.example");
            sent.put(row + "address", place + " " + (7 + at));
        }
        return Walk.single(sent);
    }
}
