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
    private @Nullable String problem;

    static FeelSubset of(Exp tree) {
        var subset = new FeelSubset();
        subset.walk(tree, 0, Set.of());
        return subset;
    }

    /** Said before the parser is asked: it is slow on many brackets. */
    static @Nullable String tooMuchToRead(String text, int longest) {
        if (text.length() > longest) {
            return "longer than " + longest + " characters";
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            depth += "([{".indexOf(letter) >= 0 ? 1 : ")]}".indexOf(letter) >= 0 ? -1 : 0;
            if (depth > DEEPEST_BRACKETS) {
                return "more than " + DEEPEST_BRACKETS + " brackets inside each other";
            }
        }
        return null;
    }

    @Nullable
    String problem() {
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
            problem = "more than " + DEEPEST_LOOPS + " loops inside each other";
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
            problem = lists.size() > 1 ? "a loop over more than one list" : problem;
            names.add(String.valueOf(((Tuple2<?, ?>) lists.head())._1()));
        } else {
            names.add("item");
        }
        return names;
    }

    private void check(Object node, Set<String> own) {
        var kind = node.getClass().getSimpleName().replace("$", "");
        if (!NODES.contains(kind)) {
            problem = kind + " can't be used here";
        } else if (node instanceof Ref ref) {
            var name = ref.names().head();
            if (!own.contains(name)) {
                names.add(name);
            }
            problem = name.equals("partial") ? "the name partial can't be used" : null;
        } else if (node instanceof ConstNumber number) {
            problem = tooLarge(number.value().bigDecimal()) ? "a number that is too large" : null;
        } else if (node instanceof FunctionInvocation call) {
            check(call);
        }
    }

    private void check(FunctionInvocation call) {
        if (!FUNCTIONS.contains(call.function())) {
            problem = "the function " + call.function() + " can't be used";
        } else if (ONE_ARGUMENT.contains(call.function()) && arguments(call.params()) > 1) {
            problem = "the function " + call.function() + " takes one value here";
        }
    }

    private static int arguments(FunctionParameters params) {
        return ((Iterable<?>) ((Product) params).productElement(0)).size();
    }

    private static boolean tooLarge(BigDecimal number) {
        return Math.abs(number.scale()) > LARGEST_EXPONENT || number.precision() > LARGEST_EXPONENT;
    }
}
