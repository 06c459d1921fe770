package org.samenspraak.agenda;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on the agenda, from all sources; within a day in the order of the sources. */
@Service
class AgendaEntries {

    /** Of each day in the grid of a month. */
    static final int OF_A_DAY = 4;

    /** On a page of the list. */
    static final int SIZE = 50;

    private final List<AgendaSource> sources;

    AgendaEntries(List<AgendaSource> sources) {
        this.sources = sources;
    }

    /** All kinds there are, in their order. */
    List<String> kinds() {
        return sources.stream().map(AgendaSource::kind).toList();
    }

    /** The first entries of each day; days without are not in it. */
    @Transactional(readOnly = true)
    public Map<LocalDate, AgendaDay> days(AgendaQuery query) {
        var days = new TreeMap<LocalDate, AgendaDay>();
        asked(query).forEach(source -> source.days(query, OF_A_DAY)
                .forEach(day -> days.merge(day.day(), day, (all, more) -> all.and(more, OF_A_DAY))));
        return days;
    }

    /** @param after the cursor of the page before, or none; one that makes no sense is the top of the list */
    @Transactional(readOnly = true)
    public Page<AgendaEntry> page(AgendaQuery query, @Nullable String after) {
        return Page.of(entries(query, Cursor.of(after, query), SIZE + 1), SIZE, AgendaEntries::cursor);
    }

    /** The first so many. */
    @Transactional(readOnly = true)
    public List<AgendaEntry> entries(AgendaQuery query, int limit) {
        return entries(query, null, limit);
    }

    private List<AgendaEntry> entries(AgendaQuery query, @Nullable Cursor after, int limit) {
        var entries = new ArrayList<AgendaEntry>();
        for (var source : asked(query)) {
            entries.addAll(
                    after == null
                            ? source.entries(query, query.from(), null, limit)
                            : read(source, query, after, limit));
        }
        // stable: each source has its own order within a day
        entries.sort(Comparator.comparing(AgendaEntry::day));
        return entries.stream().limit(limit).toList();
    }

    /** Sources before the one of the cursor have shown all of its day, those after it nothing. */
    private List<AgendaEntry> read(AgendaSource source, AgendaQuery query, Cursor after, int limit) {
        var order = Integer.compare(kinds().indexOf(source.kind()), kinds().indexOf(after.kind()));
        var from = order < 0 ? after.day().plusDays(1) : after.day();
        return from.isAfter(query.until())
                ? List.of()
                : source.entries(query, from, order == 0 ? after.place() : null, limit);
    }

    private List<AgendaSource> asked(AgendaQuery query) {
        return sources.stream().filter(source -> query.shows(source.kind())).toList();
    }

    private static String cursor(AgendaEntry last) {
        return last.day() + "_" + last.kind() + "_" + last.place();
    }

    private record Cursor(LocalDate day, String kind, String place) {

        static @Nullable Cursor of(@Nullable String text, AgendaQuery query) {
            var parts = text == null ? new String[0] : text.split("_", 3);
            try {
                var day = LocalDate.parse(parts.length == 3 && query.shows(parts[1]) ? parts[0] : "");
                return day.isBefore(query.from()) || day.isAfter(query.until())
                        ? null
                        : new Cursor(day, parts[1], parts[2]);
            } catch (DateTimeParseException noSense) {
                return null;
            }
        }
    }
}
