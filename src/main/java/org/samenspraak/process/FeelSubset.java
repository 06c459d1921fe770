package org.samenspraak.process;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.FunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What of FEEL may be used: an allow-list over the syntax tree. Loops run over data only and don't see their own results. */
final class FeelSubset {

    private static final int DEEPEST_BRACKETS = 12;
    private static final int DEEPEST_LOOPS = 2;
    private static final int LARGEST_EXPONENT = 40;

    private static final Set<String> LOOPS = Set.of("For", "SomeItem", "EveryItem", "Filter");
    private static final Set<String> NODES = Set.of(
            ("AtLeastOne ArithmeticNegation Addition Subtraction Multiplication Division Conjunction Disjunction Not If In"
                            + " Equal LessThan LessOrEqual GreaterThan GreaterOrEqual PathExpression Ref"
                            + " ConstBool ConstNull ConstNumber ConstString ConstDate ConstTime ConstLocalTime ConstDateTime"
                            + " ConstLocalDateTime ConstDayTimeDuration ConstYearMonthDuration ConstList ConstContext"
                            + " ConstRange ClosedConstRangeBoundary OpenConstRangeBoundary ClosedRangeBoundary OpenRangeBoundary"
                            + " ConstInputValue InputEqualTo InputLessThan InputLessOrEqual InputGreaterThan"
                            + " InputGreaterOrEqual InputInRange UnaryTestExpression FunctionInvocation"
                            + " PositionalFunctionParameters NamedFunctionParameters For SomeItem EveryItem Filter")
                    .split(" "));
    /** Nothing with patterns, nothing that makes a number of a million digits, nothing random. */
    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "is defined",
            "get or else",
            "contains",
            "starts with",
            "ends with",
            "upper case",
            "lower case",
            "substring",
            "substring before",
            "substring after",
            "string length",
            "trim",
            "is blank",
            "is empty",
            "count",
            "sum",
            "min",
            "max",
            "mean",
            "all",
            "any",
            "list contains",
            "append",
            "concatenate",
            "union",
            "distinct values",
            "flatten",
            "reverse",
            "index of",
            "sublist",
            "string join",
            "floor",
            "ceiling",
            "abs",
            "modulo",
            "odd",
            "even",
            "string",
            "date",
            "time",
            "date and time",
            "duration",
            "years and months duration",
            "today",
            "now",
            "day of week",
            "day of year",
            "week of year",
            "month of year",
            "last day of month",
            "get value",
            "get entries",
            "before",
            "after",
            "meets",
            "includes",
            "during");
    /** With two arguments these take a number of digits, and digits have no upper bound. */
    private static final Set<String> ONE_ARGUMENT = Set.of("floor", "ceiling");

    private final Set<String> names = new LinkedHashSet<>();
    private @Nullable MessageSourceResolvable problem;

    static FeelSubset of(Exp tree) {
        var subset = new FeelSubset();
        subset.walk(tree, 0, Set.of());
        return subset;
    }

    /** Said before the parser is asked: it is slow on many brackets. */
    static @Nullable MessageSourceResolvable tooMuchToRead(String text, int longest) {
        if (text.length() > longest) {
            return problem("too-long", longest);
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            depth += "([{".indexOf(letter) >= 0 ? 1 : ")]}".indexOf(letter) >= 0 ? -1 : 0;
            if (depth > DEEPEST_BRACKETS) {
                return problem("brackets", DEEPEST_BRACKETS);
            }
        }
        return null;
    }

    static MessageSourceResolvable problem(String key, Object... args) {
        return new DefaultMessageSourceResolvable(new String[] {"process.feel." + key}, args);
    }

    @Nullable
    MessageSourceResolvable problem() {
        return problem;
    }

    Set<String> names() {
        return Set.copyOf(names);
    }

    /** @param own names that a loop around gives to its items */
    private void walk(@Nullable Object node, int loops, Set<String> own) {
        if (problem != null) {
            return;
        }
        if (node instanceof Exp || node instanceof FunctionParameters) {
            check(node, own);
            var loop = LOOPS.contains(node.getClass().getSimpleName());
            parts(node, loop ? loops + 1 : loops, loop ? with(own, node) : own);
        } else if (node instanceof Tuple2<?, ?> || node instanceof Iterable<?>) {
            parts(node, loops, own);
        }
        if (loops > DEEPEST_LOOPS) {
            problem = problem("loops", DEEPEST_LOOPS);
        }
    }

    private void parts(Object node, int loops, Set<String> own) {
        var parts = node instanceof Iterable<?> many ? many.iterator() : ((Product) node).productIterator();
        while (parts.hasNext()) {
            walk(parts.next(), loops, own);
        }
    }

    /** A loop gives its items the name before {@code in}, a filter calls them {@code item}. */
    private Set<String> with(Set<String> own, Object loop) {
        var names = new LinkedHashSet<>(own);
        if (((Product) loop).productElement(0) instanceof Iterable<?> lists) {
            problem = lists.size() > 1 ? problem("lists") : problem;
            names.add(String.valueOf(((Tuple2<?, ?>) lists.head())._1()));
        } else {
            names.add("item");
        }
        return names;
    }

    private void check(Object node, Set<String> own) {
        var kind = node.getClass().getSimpleName().replace("$", "");
        if (!NODES.contains(kind)) {
            problem = problem("kind", kind);
        } else if (node instanceof Ref ref) {
            var name = ref.names().head();
            if (!own.contains(name)) {
                names.add(name);
            }
            problem = name.equals("partial") ? problem("name", name) : null;
        } else if (node instanceof ConstNumber number) {
            problem = tooLarge(number.value().bigDecimal()) ? problem("number") : null;
        } else if (node instanceof FunctionInvocation call) {
            check(call);
        }
    }

    private void check(FunctionInvocation call) {
        if (!FUNCTIONS.contains(call.function())) {
            problem = problem("function", call.function());
        } else if (ONE_ARGUMENT.contains(call.function()) && arguments(call.params()) > 1) {
            problem = problem("one-value", call.function());
        }
    }

    private static int arguments(FunctionParameters params) {
        return ((Iterable<?>) ((Product) params).productElement(0)).size();
    }

    private static boolean tooLarge(BigDecimal number) {
        return Math.abs(number.scale()) > LARGEST_EXPONENT || number.precision() > LARGEST_EXPONENT;
    }
}
