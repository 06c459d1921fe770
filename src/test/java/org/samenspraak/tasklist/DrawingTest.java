package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.tasklist.Model.Box;
import org.samenspraak.tasklist.Model.Edge;
import org.samenspraak.tasklist.Model.Node;
import org.samenspraak.tasklist.Model.Point;

class DrawingTest {

    private static final Node GATEWAY =
            new Node("Gateway_Asked", "exclusiveGateway", "Klopt het?", null, null, new Box(100, 45, 50, 50));

    @Test
    void namesAGatewayBelowIt() {
        assertThat(name(new Point(150, 70), new Point(200, 70))).isGreaterThan(95);
    }

    @Test
    void namesAGatewayAboveItWhereALineLeavesBelow() {
        assertThat(name(new Point(125, 95), new Point(125, 200))).isLessThan(45);
    }

    private static double name(Point... points) {
        var edge = new Edge("Flow_No", "Nee", null, "Gateway_Asked", "End_No", List.of(points));
        var model = new Model("Gateway_Asked", Map.of("Gateway_Asked", GATEWAY), List.of(edge));
        return Drawing.of(model, new Way(model, List.of(), false), false)
                .shapes()
                .get(0)
                .name()
                .get(0)
                .y();
    }
}
