package org.samenspraak.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a council advises, as a browser sends it.
 *
 * @param votes for, against and abstained; none for a consensus
 * @param minority what some of them think otherwise, or empty
 */
record Advice(List<Integer> votes, String minority, List<Point> points) {

    static Advice consensus(Point... points) {
        return new Advice(List.of(), "", List.of(points));
    }

    static Advice voted(int yes, int no, int abstained, String minority, Point... points) {
        return new Advice(List.of(yes, no, abstained), minority, List.of(points));
    }

    static Point positive(String topic, String text) {
        return new Point("positive", topic, text);
    }

    static Point condition(String topic, String text) {
        return new Point("condition", topic, text);
    }

    static Point negative(String topic, String text) {
        return new Point("negative", topic, text);
    }

    static Point question(String topic, String text) {
        return new Point("question", topic, text);
    }

    Map<String, List<String>> sent(String council) {
        var sent = new LinkedHashMap<String, String>();
        sent.put("answer", "advice");
        sent.put("_rows.points", "" + points.size());
        for (int row = 0; row < points.size(); row++) {
            var point = points.get(row);
            var name = "points[" + row + "].";
            sent.put(name + "kind", point.kind());
            sent.put(name + "topic", point.topic());
            sent.put(name + "text", point.text());
        }
        sent.put("basis", votes.isEmpty() ? "consensus" : "votes");
        if (!votes.isEmpty()) {
            sent.put("votesFor", "" + votes.get(0));
            sent.put("votesAgainst", "" + votes.get(1));
            sent.put("votesAbstained", "" + votes.get(2));
        }
        sent.put("minority", minority);
        sent.put("chair", Application.officer(council, 0));
        sent.put("secretary", Application.officer(council, 1));
        return Walk.single(sent);
    }

    record Point(String kind, String topic, String text) {}
}
