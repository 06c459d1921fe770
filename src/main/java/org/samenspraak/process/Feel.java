package org.samenspraak.process;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * FEEL, the expression language of forms and tables, held to a subset that ends: no own functions, no patterns, no
 * ranges to walk over, at most two loops inside each other, {@value #LONGEST} characters, a limit to the time and the
 * result of each evaluation. It means what it means in form-js ({@link ViewerFeel}). Data goes in as plain values only, since FEEL can call the methods of anything else.
 */
@Component
public class Feel implements DisposableBean {

    /** An evaluation was stopped, or none was begun: those before it took all the time there is. */
    public static final class TooSlow extends Refusal {

        /** By evaluations before it. */
        final boolean cutShort;

        TooSlow(boolean cutShort) {
            super("process.feel.refusal.slow");
            this.cutShort = cutShort;
        }
    }

    /** While it is open, the evaluations of this thread share one bound: {@link #together}. */
    public interface Together {

        void close();
    }

    /** In characters. */
    public static final int LONGEST = 2_000;

    private static final int REMEMBERED = 2_000;
    /** Of one result: values, and texts by so many characters. */
    private static final int HEAVIEST = 5_000;

    private static final int CHARACTERS = 100;

    private final FeelEngineClock now;
    private final FeelEngineApi engine;
    private final Map<String, Parsed> expressions = remembering();
    private final Map<String, Parsed> tests = remembering();
    private final FeelTime time = new FeelTime();

    @Autowired
    Feel(Clock clock, Municipality municipality) {
        this(clock.withZone(municipality.zone()));
    }

    /** @param clock what {@code today()} and {@code now()} are, in the zone where days begin and end */
    public Feel(Clock clock) {
        this.now = () -> ZonedDateTime.now(clock);
        this.engine = FeelEngineBuilder.forJava()
                .withFunctionProvider(new ViewerFeel())
                .withClock(now)
                .build();
        warmUp();
    }

    /** Loading the engine's classes takes longer than an evaluation may: not at somebody's first form. */
    private void warmUp() {
        var tree = engine.parseExpression("a != \"b\" and sum(for c in d return c.e) > 1")
                .parsedExpression();
        engine.evaluate(tree, Map.<String, Object>of("a", "c", "d", List.of()));
        engine.parseUnaryTests("< 1");
    }

    /**
     * Bounds what follows in this thread to three seconds of evaluating, as many expressions as it takes: many slow ones in one
     * form add up. One inside another changes nothing.
     */
    public Together together() {
        return time.together();
    }

    /** Why an expression (without the leading {@code =}) is refused, or nothing when it may be used. */
    public Optional<MessageSourceResolvable> problem(String expression) {
        return Optional.ofNullable(expression(expression).problem());
    }

    /** The same for the unary tests in a cell of a table ({@code < 10}, {@code "a","b"}). */
    public Optional<MessageSourceResolvable> problemOfTests(String unaryTests) {
        return Optional.ofNullable(tests(unaryTests).problem());
    }

    /** The variables an expression reads, first part of the name only. */
    public Set<String> names(String expression) {
        return expression(expression).names();
    }

    /**
     * Whether a condition of a form holds. In form-js that is a unary test, so it holds too when it comes to nothing
     * ({@code n < 5} of a number left open), and {@code not(…)} around the whole turns that answer round.
     */
    public boolean holds(String expression, Map<String, ?> data) {
        var denied = expression(expression).denied();
        var value = evaluate(expression, denied, data);
        return (value == null || value.equals(true)) == (denied == null);
    }

    /**
     * The value of an expression as plain Java; null also when it can't be computed from this data.
     *
     * @throws IllegalArgumentException when the expression is refused
     * @throws TooSlow when it takes longer than a second, or longer than what is left of the time {@link #together}
     */
    public @Nullable Object evaluate(String expression, Map<String, ?> data) {
        return evaluate(expression, null, data);
    }

    private @Nullable Object evaluate(String expression, @Nullable ParsedExpression instead, Map<String, ?> data) {
        var parsed = expression(expression);
        if (parsed.problem() != null) {
            throw new IllegalArgumentException(parsed.problem().toString());
        }
        var plain = read(parsed.names(), data);
        return inTime(() -> {
            var result = engine.evaluate(instead == null ? parsed.tree() : instead, plain);
            return result.isSuccess() ? bounded(result.result()) : null;
        });
    }

    /** Chained expressions multiply what they are made of: too much of it is nothing. A moment or a duration becomes text. */
    private static @Nullable Object bounded(@Nullable Object result) {
        return weight(result) > HEAVIEST ? null : plain(result, false);
    }

    private static int weight(@Nullable Object value) {
        var parts = value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        var weight = 1 + (value instanceof String text ? text.length() / CHARACTERS : 0);
        for (var part : parts) {
            weight += weight(part);
            if (weight > HEAVIEST) {
                break;
            }
        }
        return weight;
    }

    @Override
    public void destroy() {
        time.stop();
    }

    private Parsed expression(String text) {
        return remembered(expressions, text, false);
    }

    private Parsed tests(String text) {
        return remembered(tests, text, true);
    }

    /** Parsed outside the lock of the map: one slow text must not hold up all others. */
    private Parsed remembered(Map<String, Parsed> known, String text, boolean unary) {
        var found = known.get(text);
        if (found == null) {
            found = parse(text, unary);
            known.put(text, found);
        }
        return found;
    }

    private Parsed parse(String text, boolean unary) {
        var tooMuch = FeelSubset.tooMuchToRead(text, LONGEST);
        if (tooMuch != null) {
            return new Parsed(null, null, tooMuch, Set.of());
        }
        var result = read(text, unary);
        if (result == null || result.isFailure()) {
            return new Parsed(null, null, FeelSubset.problem(result == null ? "slow" : "invalid"), Set.of());
        }
        var subset = FeelSubset.of(result.parsedExpression().expression());
        var tree = ViewerFeel.of(result.parsedExpression());
        return new Parsed(tree, ViewerFeel.denied(tree), subset.problem(), subset.names());
    }

    /**
     * None when the text itself takes too long.
     *
     * @throws TooSlow when there was no time left for it, which says nothing of the text
     */
    private @Nullable ParseResult read(String text, boolean unary) {
        try {
            return inTime(() -> unary ? engine.parseUnaryTests(text) : engine.parseExpression(text));
        } catch (TooSlow slow) {
            if (slow.cutShort) {
                throw slow;
            }
            return null;
        } catch (IllegalStateException broken) {
            return null;
        }
    }

    /** For the tables, which have an engine of their own. */
    FeelEngineClock clock() {
        return now;
    }

    <T> @Nullable T inTime(Callable<@Nullable T> work) {
        return time.bound(work);
    }

    private static Map<String, Parsed> remembering() {
        return Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Parsed> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

    /** Of all answers only those that the expression reads: a large form has many conditions. */
    private static Map<String, Object> read(Set<String> names, Map<String, ?> data) {
        var read = new LinkedHashMap<String, Object>();
        names.stream().filter(data::containsKey).forEach(it -> read.put(it, plain(data.get(it), true)));
        return read;
    }

    static Map<String, Object> plainMap(Map<?, ?> data) {
        return plainMap(data, true);
    }

    private static Map<String, Object> plainMap(Map<?, ?> data, boolean moments) {
        var plain = new LinkedHashMap<String, Object>();
        data.forEach((key, value) -> plain.put(String.valueOf(key), plain(value, moments)));
        return plain;
    }

    /** @param moments whether dates, times and durations stay what they are, or become text */
    private static @Nullable Object plain(@Nullable Object value, boolean moments) {
        if (value instanceof Map<?, ?> map) {
            return plainMap(map, moments);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(it -> plain(it, moments)).toList();
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return moments && (value instanceof Temporal || value instanceof TemporalAmount) ? value : value.toString();
    }

    /**
     * @param denied what stands in a {@code not(…)} around the whole
     */
    private record Parsed(
            @Nullable ParsedExpression tree,
            @Nullable ParsedExpression denied,
            @Nullable MessageSourceResolvable problem,
            Set<String> names) {}
}
