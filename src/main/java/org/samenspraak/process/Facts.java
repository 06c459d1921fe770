package org.samenspraak.process;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** Process variables: the few short facts that gateways read. Never persons, texts, lists or blobs. */
final class Facts {

    static final String ACTOR = "actor";
    /** The parallel branch, as models call it. */
    static final String ITEM = "item";
    /** The same on a task of its own, where the work list finds it. */
    static final String SCOPE = "scope";
    /** On a task that was handed over: the group it is offered to instead of those of its model. */
    static final String HANDED_TO = "handedTo";

    private static final Set<String> RESERVED = Set.of(
            ACTOR,
            ITEM,
            SCOPE,
            HANDED_TO,
            "caseId",
            "clock",
            "execution",
            "task",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances");
    /** In characters as people count them, and as the database does. */
    private static final int LONGEST = 1_000;
    /** Branches of a parallel step. */
    static final int MOST_ITEMS = 99;

    private Facts() {}

    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Date;
    }

    /** Facts as variables; refuses a reserved name and anything that is no short plain value. */
    static Map<String, Object> asVariables(Map<String, ?> facts, StepBeans steps) {
        var variables = new HashMap<String, Object>();
        facts.forEach((name, value) -> {
            if (isReserved(name) || steps.isKnown(name)) {
                throw new IllegalArgumentException("A fact can't be called " + name);
            }
            variables.put(name, value == null ? null : plain(name, value));
        });
        return variables;
    }

    /** Variables without those that are ours. */
    static Map<String, Object> of(VariableScope scope) {
        var facts = new HashMap<>(scope.getVariables());
        facts.keySet().removeIf(Facts::isReserved);
        return facts;
    }

    /** What a step gave back: a plain value; several facts as a map become variables; a list is what a parallel step runs over. */
    static @Nullable Object forEngine(@Nullable Object result, VariableScope scope) {
        if (result == null) {
            return null;
        }
        if (result instanceof Map<?, ?> facts) {
            facts.forEach((name, value) -> scope.setVariable(
                    refuseReserved(String.valueOf(name)), value == null ? null : plain(String.valueOf(name), value)));
            return null;
        }
        if (result instanceof Collection<?> items) {
            if (items.size() > MOST_ITEMS) {
                throw new IllegalArgumentException("A step runs over " + MOST_ITEMS + " at most, not " + items.size());
            }
            return items.stream().map(item -> plain(ITEM, item)).toList();
        }
        return plain("result", result);
    }

    private static String refuseReserved(String name) {
        if (isReserved(name)) {
            throw new IllegalArgumentException("A fact can't be called " + name);
        }
        return name;
    }

    private static Object plain(String name, Object value) {
        if ((value instanceof String text && text.codePointCount(0, text.length()) <= LONGEST)
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof Date) {
            return value;
        }
        if (value instanceof Instant moment) {
            return Date.from(moment);
        }
        if (value instanceof BigDecimal || value instanceof BigInteger || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        }
        if (value instanceof LocalDate || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof Enum<?> choice) {
            return choice.name();
        }
        throw new IllegalArgumentException(
                "Fact " + name + " is no short plain value: " + value.getClass().getName());
    }
}
