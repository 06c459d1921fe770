package org.samenspraak.advice;

/**
 * How many points of advice got which reply.
 *
 * @param points all of them
 * @param owed without a reply so far
 */
public record PointCounts(
        int points, int followed, int partly, int not, int answered, int passedOn, int noted, int owed) {

    public static final PointCounts NONE = new PointCounts(0, 0, 0, 0, 0, 0, 0, 0);
}
