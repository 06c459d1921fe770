package org.samenspraak.demo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.samenspraak.wijkbudget.DemoPanel;

/** The panel by lot that has a say in a round beside the vote of residents. */
record BudgetPanel(BudgetTale tale, DemoPanel panel, Cast cast) {

    private static final int CANDIDATES = 120;
    private static final int MEMBERS = 20;
    private static final int RESERVES = 10;

    /** On the criteria of the regulation, of 10. */
    private static final List<Integer> POINTS = List.of(7, 5, 8, 6, 9, 4, 8, 6, 7, 3, 5);

    /** Everybody reads the hash of the seed before the draw. */
    void fixed(int day, List<String> areas) {
        tale.on(
                day,
                10,
                () -> panel.fix(tale.round(), criteria(areas), candidates(areas), MEMBERS, RESERVES, tale.office()));
    }

    void drawn(int day) {
        tale.on(day, 10, () -> panel.draw(tale.round(), tale.office()));
    }

    void firstReplaced(int day) {
        tale.on(
                day,
                11,
                () -> panel.replaceFirst(tale.round(), "Het lid verhuist naar een andere stad.", tale.office()));
    }

    /** On paper, read by two officials; the last one has still to come. */
    void scored(int day) {
        tale.on(day, 14, () -> panel.seat(tale.round(), tale.office()));
        tale.on(day + 1, 14, () -> {
            for (var at = 0; at < MEMBERS - 1; at++) {
                var from = at % POINTS.size();
                var points = IntStream.range(0, POINTS.size())
                        .mapToObj(i -> POINTS.get((from + i) % POINTS.size()))
                        .toList();
                panel.score(tale.round(), at, points, tale.office(), cast.official("participation-office-2"));
            }
        });
    }

    private static String criteria(List<String> areas) {
        return "leeftijd;16-35;3400\nleeftijd;36-60;4100\nleeftijd;ouder dan 60;3200\ngeslacht;m;5250\ngeslacht;v;5450\n"
                + areas.stream().map(area -> "wijk;" + area + ";3600").collect(Collectors.joining("\n"));
    }

    /** Who answered the letter; each is a number. */
    private static String candidates(List<String> areas) {
        var ages = List.of("16-35", "36-60", "ouder dan 60", "36-60", "ouder dan 60");
        return IntStream.range(0, CANDIDATES)
                .mapToObj(at -> "K%03d;%s;%s;%s"
                        .formatted(
                                at + 1,
                                ages.get(at % ages.size()),
                                at % 2 == 0 ? "v" : "m",
                                areas.get(at / 2 % areas.size())))
                .collect(Collectors.joining("\n", "nummer;leeftijd;geslacht;wijk\n", ""));
    }
}
