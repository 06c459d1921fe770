package org.samenspraak.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngineClock;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.context.MessageSourceResolvable;

/** FEEL in decision tables: the same subset and time limit as {@link Feel}, and plain values only. */
class BoundedFeel implements FeelEngine {

    private final Feel feel;
    private final FeelEngine engine;

    BoundedFeel(Feel feel) {
        this.feel = feel;
        this.engine = new TableFeel(feel.clock());
    }

    /** The engine's own signature; null is a value of FEEL. */
    @Override
    @NullUnmarked
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        refuse(feel.problem(expression), expression);
        var plain = plain(variables);
        return feel.inTime(() -> engine.evaluateSimpleExpression(expression, plain));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String inputVariable, VariableContext variables) {
        if (tests.isBlank() || tests.strip().equals("-")) {
            return true;
        }
        refuse(feel.problemOfTests(tests), tests);
        var plain = plain(variables);
        return Boolean.TRUE.equals(feel.inTime(() -> engine.evaluateSimpleUnaryTests(tests, inputVariable, plain)));
    }

    private static void refuse(Optional<MessageSourceResolvable> problem, String text) {
        if (problem.isPresent()) {
            throw new FeelException(problem.get() + ": " + text);
        }
    }

    /** Read here, in the engine's own thread, and made plain: FEEL can call the methods of anything else. */
    private static VariableContext plain(VariableContext variables) {
        var plain = new LinkedHashMap<String, Object>();
        for (var name : variables.keySet()) {
            var value = variables.resolve(name);
            plain.put(name, value == null ? null : value.getValue());
        }
        return Variables.fromMap(Feel.plainMap(plain)).asVariableContext();
    }

    /** As the engine builds it, with our clock: its own is that of the machine, in the zone of the machine. */
    private static class TableFeel extends ScalaFeelEngine {

        TableFeel(FeelEngineClock clock) {
            super(List.of());
            feelEngine = new org.camunda.feel.FeelEngine(
                    feelEngine.functionProvider(), feelEngine.valueMapper(), feelEngine.configuration(), clock);
        }
    }
}
