package org.samenspraak.tasklist;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.samenspraak.tasklist.Model.Box;
import org.samenspraak.tasklist.Model.Edge;
import org.samenspraak.tasklist.Model.Node;
import org.samenspraak.tasklist.Model.Point;

/**
 * The drawing of a trajectory, as the designer made it, with what the case passed and where it is.
 *
 * @param viewBox left, top, width and height
 */
public record Drawing(String viewBox, long width, long height, List<Shape> shapes, List<Line> lines) {

    private static final int MARGIN = 40;
    private static final int LINE_HEIGHT = 14;
    private static final int LETTERS = 15;

    /**
     * @param kind {@code task}, {@code event} or {@code gateway}
     * @param state {@code passed}, {@code now} or {@code ahead}
     */
    public record Shape(String kind, String state, boolean end, boolean timer, Box box, List<Words> name) {

        /** Its classes; not in the template, where two underscores on either side are marks of their own. */
        public String look() {
            return "drawing__shape--" + state + " drawing__" + kind;
        }
    }

    public record Line(String points, boolean passed, List<Words> name) {}

    /** One line of text at its place. */
    public record Words(double x, double y, String text) {}

    static Drawing of(Model model, Way way, boolean english) {
        var shapes = model.nodes().values().stream()
                .filter(node -> node.box() != null && !node.is("subProcess"))
                .map(node -> shape(node, model, way, english))
                .toList();
        var lines = model.edges().stream()
                .filter(edge -> !edge.points().isEmpty())
                .map(edge -> line(edge, way, english))
                .toList();
        var xs = Stream.concat(
                        shapes.stream()
                                .flatMap(it -> Stream.of(
                                        it.box().x(), it.box().x() + it.box().width())),
                        points(model).map(Point::x))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        var ys = Stream.concat(
                        shapes.stream()
                                .flatMap(it -> Stream.of(
                                        it.box().y(), it.box().y() + it.box().height())),
                        points(model).map(Point::y))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        if (xs.getCount() == 0) {
            return new Drawing("0 0 1 1", 1, 1, List.of(), List.of());
        }
        var width = Math.round(xs.getMax() - xs.getMin()) + 2 * MARGIN;
        var height = Math.round(ys.getMax() - ys.getMin()) + 2 * MARGIN;
        var corner = DoubleStream.of(xs.getMin() - MARGIN, ys.getMin() - MARGIN)
                .mapToObj(it -> String.valueOf(Math.round(it)))
                .collect(joining(" "));
        return new Drawing(corner + " " + width + " " + height, width, height, shapes, lines);
    }

    private static Stream<Point> points(Model model) {
        return model.edges().stream().flatMap(edge -> edge.points().stream());
    }

    private static Shape shape(Node node, Model model, Way way, boolean english) {
        var box = Objects.requireNonNull(node.box());
        var kind = node.kind().endsWith("Event") ? "event" : node.kind().endsWith("Gateway") ? "gateway" : "task";
        var state = way.now(node.id()) ? "now" : way.passed(node.id()) ? "passed" : "ahead";
        var lines = wrap(node.name(english));
        var middle = box.x() + box.width() / 2;
        var top = kind.equals("task")
                ? box.y() + box.height() / 2 - (lines.size() - 1) * LINE_HEIGHT / 2.0 + 4
                : meetsBelow(box, model)
                        ? box.y() - 6 - (lines.size() - 1) * LINE_HEIGHT
                        : box.y() + box.height() + LINE_HEIGHT;
        return new Shape(kind, state, node.is("endEvent"), node.is("boundaryEvent"), box, words(lines, middle, top));
    }

    /** Whether a line begins or ends where the name would stand. */
    private static boolean meetsBelow(Box box, Model model) {
        var below = new Point(box.x() + box.width() / 2, box.y() + box.height());
        return model.edges().stream()
                .map(Edge::points)
                .filter(points -> !points.isEmpty())
                .anyMatch(points -> points.get(0).equals(below)
                        || points.get(points.size() - 1).equals(below));
    }

    private static Line line(Edge edge, Way way, boolean english) {
        var points = edge.points().stream().map(it -> it.x() + "," + it.y()).collect(joining(" "));
        var first = edge.points().get(0);
        var second = edge.points().get(edge.points().size() > 1 ? 1 : 0);
        var horizontal = Math.abs(first.x() - second.x()) >= Math.abs(first.y() - second.y());
        var text = edge.name(english);
        var name = text.isEmpty()
                ? List.<Words>of()
                : List.of(
                        horizontal
                                ? new Words((first.x() + second.x()) / 2, first.y() - 6, text)
                                : new Words(first.x() + 16, first.y() + 24, text));
        return new Line(points, touched(edge.source(), way) && touched(edge.target(), way), name);
    }

    private static boolean touched(String node, Way way) {
        return way.passed(node) || way.now(node);
    }

    private static List<Words> words(List<String> lines, double x, double y) {
        var words = new ArrayList<Words>();
        for (int i = 0; i < lines.size(); i++) {
            words.add(new Words(x, y + i * LINE_HEIGHT, lines.get(i)));
        }
        return words;
    }

    private static List<String> wrap(String text) {
        var lines = new ArrayList<String>();
        for (var word : text.split(" ")) {
            var last = lines.size() - 1;
            if (last >= 0 && lines.get(last).length() + word.length() < LETTERS) {
                lines.set(last, lines.get(last) + " " + word);
            } else if (!word.isEmpty()) {
                lines.add(word);
            }
        }
        return lines;
    }
}
