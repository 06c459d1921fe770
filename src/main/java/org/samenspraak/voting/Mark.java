package org.samenspraak.voting;

/**
 * One line of a ballot.
 *
 * @param project its place in the list of projects
 * @param points 1 on a ballot that only approves
 */
public record Mark(int project, int points) implements Comparable<Mark> {

    static final int MOST_POINTS = 1_000_000;

    public Mark {
        if (Math.abs(points) > MOST_POINTS) {
            throw new IllegalArgumentException("points: " + points);
        }
    }

    @Override
    public int compareTo(Mark other) {
        return project == other.project
                ? Integer.compare(points, other.points)
                : Integer.compare(project, other.project);
    }
}
