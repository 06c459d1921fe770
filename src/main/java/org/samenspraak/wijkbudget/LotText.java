package org.samenspraak.wijkbudget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Lot.Candidate;
import org.samenspraak.voting.Lot.Criterion;

/** Reads the rule of a lot and its candidates as somebody brings them: lines with semicolons, or with commas. */
final class LotText {

    private static final int MOST = 5_000;

    private LotText() {}

    /**
     * @param text a line for each value: criterion, value, how many inhabitants have it
     * @throws Refusal with the line that is no such, or gives a value once more
     */
    static List<Criterion> criteria(String text) {
        var populations = new LinkedHashMap<String, TreeMap<String, Long>>();
        for (var line : lines(text, "criteria")) {
            var cells = cells(line);
            if (cells.size() != 3
                    || !cells.get(2).matches("\\d{1,9}")
                    || cells.get(0).isEmpty()) {
                throw Refusal.of("criteria", "wijkbudget.lot.refusal.criterion", line);
            }
            var before = populations
                    .computeIfAbsent(cells.get(0), any -> new TreeMap<>())
                    .put(cells.get(1), Long.valueOf(cells.get(2)));
            if (before != null) {
                throw Refusal.of("criteria", "wijkbudget.lot.refusal.twice", line);
            }
        }
        return populations.entrySet().stream()
                .map(entry -> new Criterion(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * @param text a head with {@code nummer} and the criteria, then a line for each; what somebody did not tell is empty
     * @throws Refusal with the line that is no such
     */
    static List<Candidate> candidates(String text, List<Criterion> criteria) {
        var lines = lines(text, "candidates");
        var head = lines.isEmpty() ? List.<String>of() : cells(lines.get(0));
        var missing = criteria.stream()
                .map(Criterion::name)
                .filter(name -> !head.contains(name))
                .findFirst();
        if (head.size() < 2 || missing.isPresent()) {
            throw Refusal.of("candidates", "wijkbudget.lot.refusal.head", missing.orElse("nummer"));
        }
        var candidates = new ArrayList<Candidate>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            if (cells.size() != head.size() || !cells.get(0).matches("[A-Za-z0-9-]{1,20}")) {
                throw Refusal.of("candidates", "wijkbudget.lot.refusal.candidate", line);
            }
            var values = new TreeMap<String, String>();
            for (var criterion : criteria) {
                var value = cells.get(head.indexOf(criterion.name()));
                if (!value.isEmpty()) {
                    values.put(criterion.name(), value);
                }
            }
            candidates.add(new Candidate(cells.get(0), values));
        }
        return candidates;
    }

    /**
     * Each number once, however it is typed.
     *
     * @param printed how many letters there are; none when the city prints its own
     * @throws Refusal also for a number that no letter has
     */
    static void refuseUnknown(List<Candidate> candidates, int printed) {
        var before = new HashSet<String>();
        for (var candidate : candidates) {
            var number = candidate.id().toUpperCase(Locale.ROOT);
            if (!before.add(number)) {
                throw Refusal.of("candidates", "voting.lot.twice", candidate.id());
            }
            if (printed > 0
                    && number.matches("K\\d{1,9}")
                    && (number.startsWith("K0") || Integer.parseInt(number.substring(1)) > printed)) {
                throw Refusal.of("candidates", "wijkbudget.lot.refusal.no-letter", candidate.id(), printed);
            }
        }
    }

    private static List<String> lines(String text, String field) {
        var lines = text.replace("\uFEFF", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() > MOST) {
            throw Refusal.of(field, "wijkbudget.lot.refusal.many", MOST);
        }
        return lines;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(line.contains(";") ? ";" : ",", -1))
                .map(String::strip)
                .toList();
    }
}
