package org.samenspraak.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;

/** Calendars as iCalendar text (RFC 5545). */
public final class CalendarText {

    /** Octets of a line, without its end. */
    private static final int LINE = 75;

    private CalendarText() {}

    public static String of(Calendar calendar) {
        var text = new StringWriter();
        try {
            // an empty calendar is none by the RFC, and yet what programs expect when there is nothing to do
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return folded(text.toString());
    }

    /** Without control characters, which are nowhere allowed. */
    public static String plain(String text) {
        return text.replaceAll("\\p{Cc}+", " ");
    }

    /** The library folds by characters and cuts some in two; the RFC asks octets. */
    private static String folded(String text) {
        var out = new StringBuilder(text.length());
        text.replace("\r\n ", "").lines().forEach(line -> {
            var octets = 0;
            for (var at = 0; at < line.length(); ) {
                var character = Character.toString(line.codePointAt(at));
                var size = character.getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > LINE) {
                    out.append("\r\n ");
                    octets = 1;
                }
                out.append(character);
                octets += size;
                at += character.length();
            }
            out.append("\r\n");
        });
        return out.toString();
    }
}
