package org.samenspraak.tasklist;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drawn trajectory, as far as a reader needs it: what is in it, how it hangs together and where it stands on paper.
 *
 * @param start id of the node it begins with
 */
record Model(String start, Map<String, Node> nodes, List<Edge> edges) {

    /**
     * @param kind as BPMN calls it ("userTask")
     * @param usual the flow it leaves by when nothing special is the matter, or none
     * @param box where it is drawn, or none
     */
    record Node(
            String id, String kind, String name, @Nullable String nameEn, @Nullable String usual, @Nullable Box box) {

        String name(boolean english) {
            return english && nameEn != null ? nameEn : name;
        }

        boolean is(String... kinds) {
            return List.of(kinds).contains(kind);
        }
    }

    record Edge(String id, String name, @Nullable String nameEn, String source, String target, List<Point> points) {

        String name(boolean english) {
            return english && nameEn != null ? nameEn : name;
        }
    }

    record Box(double x, double y, double width, double height) {}

    record Point(double x, double y) {}

    List<Edge> outOf(String node) {
        return edges.stream().filter(edge -> edge.source().equals(node)).toList();
    }
}
