package org.samenspraak.admin;

import java.util.ArrayList;
import java.util.List;
import org.samenspraak.admin.LineChanges.Line.State;

/** Two texts, line by line: what stayed, what went, what came. */
final class LineChanges {

    /** Comparing takes as many steps as the lines of one times the lines of the other. */
    private static final int MOST_STEPS = 1_000_000;

    private LineChanges() {}

    static List<Line> between(String before, String after) {
        var old = before.lines().toList();
        var now = after.lines().toList();
        var lines = new ArrayList<Line>();
        if ((long) old.size() * now.size() > MOST_STEPS) {
            old.forEach(line -> lines.add(new Line(State.GONE, line)));
            now.forEach(line -> lines.add(new Line(State.NEW, line)));
            return lines;
        }
        var common = common(old, now);
        int at = 0;
        int then = 0;
        while (at < old.size() || then < now.size()) {
            if (at < old.size() && then < now.size() && old.get(at).equals(now.get(then))) {
                lines.add(new Line(State.SAME, old.get(at++)));
                then++;
            } else if (then == now.size() || (at < old.size() && common[at + 1][then] >= common[at][then + 1])) {
                lines.add(new Line(State.GONE, old.get(at++)));
            } else {
                lines.add(new Line(State.NEW, now.get(then++)));
            }
        }
        return lines;
    }

    /** How many lines the rest of both has in common, from each place on. */
    private static int[][] common(List<String> old, List<String> now) {
        var common = new int[old.size() + 1][now.size() + 1];
        for (int at = old.size() - 1; at >= 0; at--) {
            for (int then = now.size() - 1; then >= 0; then--) {
                common[at][then] = old.get(at).equals(now.get(then))
                        ? common[at + 1][then + 1] + 1
                        : Math.max(common[at + 1][then], common[at][then + 1]);
            }
        }
        return common;
    }

    record Line(State state, String text) {

        enum State {
            SAME,
            GONE,
            NEW
        }
    }
}
