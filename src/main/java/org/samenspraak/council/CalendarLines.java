package org.samenspraak.council;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of an iCalendar file (RFC 5545) with the few properties that say when and where. Our own few lines, because a
 * library reads all of a file: zones that it keeps as long as the program runs, addresses that it looks up.
 */
final class CalendarLines {

    static final int MOST_EVENTS = 2_000;

    private static final Set<String> READ =
            Set.of("UID", "DTSTART", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS", "LOCATION");
    private static final int LONGEST_VALUE = 10_000;

    private CalendarLines() {}

    /** @throws IllegalArgumentException for what is no calendar, or has too many events */
    static List<Event> read(String text) {
        var lines = text.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replaceAll("\n[ \t]", "")
                .strip();
        if (!lines.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            throw new IllegalArgumentException("no calendar");
        }
        var events = new ArrayList<Event>();
        var inside = new ArrayList<String>();
        for (var line : lines.lines().toList()) {
            var property = Property.of(line);
            if (property.name().equals("BEGIN")) {
                inside.add(property.value().strip().toUpperCase(Locale.ROOT));
                if (isEvent(inside)) {
                    events.add(new Event(new HashMap<>()));
                }
            } else if (property.name().equals("END") && !inside.isEmpty()) {
                inside.remove(inside.size() - 1);
            } else if (isEvent(inside) && READ.contains(property.name())) {
                events.get(events.size() - 1).add(property);
            }
            if (events.size() > MOST_EVENTS) {
                throw new IllegalArgumentException("many events");
            }
        }
        return events;
    }

    /** Not what an event holds, such as its alarm. */
    private static boolean isEvent(List<String> inside) {
        return inside.size() == 2 && inside.get(1).equals("VEVENT");
    }

    record Event(Map<String, List<Property>> properties) {

        private void add(Property property) {
            properties
                    .computeIfAbsent(property.name(), name -> new ArrayList<>())
                    .add(property);
        }

        boolean has(String name) {
            return properties.containsKey(name);
        }

        List<Property> values(String name) {
            return properties.getOrDefault(name, List.of());
        }

        /** Of the first, or empty. */
        String text(String name) {
            return values(name).stream().map(Property::value).findFirst().orElse("");
        }
    }

    /** @param zone as its maker names it, or none */
    record Property(String name, @Nullable String zone, String value) {

        /** A colon within quotes does not end the parameters. */
        static Property of(String line) {
            var quoted = false;
            for (int at = 0; at < line.length(); at++) {
                var character = line.charAt(at);
                quoted ^= character == '"';
                if (character == ':' && !quoted) {
                    var value = line.substring(at + 1, Math.min(line.length(), at + 1 + LONGEST_VALUE));
                    var head = line.substring(0, at).split(";", 20);
                    return new Property(head[0].strip().toUpperCase(Locale.ROOT), zone(head), value);
                }
            }
            return new Property("", null, "");
        }

        private static @Nullable String zone(String[] head) {
            for (var part : head) {
                if (part.regionMatches(true, 0, "TZID=", 0, 5)) {
                    return part.substring(5).replace("\"", "");
                }
            }
            return null;
        }
    }
}
