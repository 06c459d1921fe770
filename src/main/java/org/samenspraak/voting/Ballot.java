package org.samenspraak.voting;

import java.util.List;

/** What somebody chose, in the order of the projects; says nothing of who. */
public record Ballot(List<Mark> marks) implements Comparable<Ballot> {

    public Ballot {
        marks = marks.stream().sorted().toList();
    }

    @Override
    public int compareTo(Ballot other) {
        for (var i = 0; i < Math.min(marks.size(), other.marks.size()); i++) {
            var order = marks.get(i).compareTo(other.marks.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(marks.size(), other.marks.size());
    }
}
