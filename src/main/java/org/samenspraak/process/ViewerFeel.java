package org.samenspraak.process;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.collection.immutable.Nil$;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.FunctionParameters;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;

/**
 * Makes an expression mean what it means in the viewer of form-js, by changing its syntax tree: a list of one counts as its
 * item in a comparison ({@code i = 1}), a text is put in order with a number as a number, {@code in} is always yes or no,
 * {@code if} takes everything but false and null for yes, and an emoji is one character.
 */
final class ViewerFeel extends JavaFunctionProvider {

    private static final Map<String, IntPredicate> ORDERS = Map.of(
            "LessThan", it -> it < 0,
            "LessOrEqual", it -> it <= 0,
            "GreaterThan", it -> it > 0,
            "GreaterOrEqual", it -> it >= 0);

    private static final Map<String, JavaFunction> FUNCTIONS = Map.of(
            "single item", function(1, it -> single(it.get(0))),
            "order of unlike", function(3, it -> order(it.get(0), it.get(1), it.get(2))),
            "is yes",
                    function(
                            1,
                            it -> new ValBoolean(
                                    !isNull(it.get(0)) && !it.get(0).equals(new ValBoolean(false)))),
            "characters", function(1, it -> characters(it.get(0))));

    static ParsedExpression of(ParsedExpression parsed) {
        return new ParsedExpression((Exp) changed(parsed.expression()), parsed.text());
    }

    /** What stands between the brackets when the whole is {@code not(…)}. */
    static @Nullable ParsedExpression denied(ParsedExpression parsed) {
        if (parsed.expression() instanceof FunctionInvocation call
                && call.function().equals("not")
                && call.params() instanceof PositionalFunctionParameters denied
                && denied.params().size() == 1) {
            return new ParsedExpression(denied.params().head(), parsed.text());
        }
        return null;
    }

    private static Object changed(Object node) {
        if (node instanceof List<?> list) {
            return list.map(ViewerFeel::changed);
        }
        if (!(node instanceof Exp || node instanceof FunctionParameters || node instanceof Tuple2<?, ?>)) {
            return node;
        }
        var kind = node.getClass().getSimpleName();
        var parts = new Object[((Product) node).productArity()];
        for (int i = 0; i < parts.length; i++) {
            var part = changed(((Product) node).productElement(i));
            parts[i] = ORDERS.containsKey(kind) || kind.equals("Equal") ? call("single item", (Exp) part) : part;
        }
        var copy = parts.length == 0 ? node : copy(node, parts);
        if (ORDERS.containsKey(kind)) {
            var unlike = call("order of unlike", new ConstString(kind), (Exp) parts[0], (Exp) parts[1]);
            return call("get or else", (Exp) copy, unlike);
        }
        return switch (kind) {
            case "In" -> call("get or else", (Exp) copy, new ConstBool(false));
            case "If" -> copy(node, new Object[] {call("is yes", (Exp) parts[0]), parts[1], parts[2]});
            case "FunctionInvocation" ->
                parts[0].equals("string length")
                        ? new FunctionInvocation("characters", (FunctionParameters) parts[1])
                        : copy;
            default -> copy;
        };
    }

    private static Object copy(Object node, Object[] parts) {
        try {
            return node.getClass().getConstructors()[0].newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FunctionInvocation call(String function, Exp... values) {
        return new FunctionInvocation(function, new PositionalFunctionParameters(listOf(values)));
    }

    @SuppressWarnings("unchecked")
    private static List<Exp> listOf(Exp... values) {
        var list = (List<Exp>) (List<?>) Nil$.MODULE$;
        for (int i = values.length - 1; i >= 0; i--) {
            list = list.$colon$colon(values[i]);
        }
        return list;
    }

    /** An empty list can't be compared with anything but another: it becomes what is no list, no text and no number. */
    private static Val single(Val value) {
        if (value instanceof ValList list && list.items().size() < 2) {
            return list.items().isEmpty()
                    ? new ValContext(Context.EmptyContext$.MODULE$)
                    : list.items().head();
        }
        return value;
    }

    /** For what FEEL can't put in order: nothing when one of both is nothing, else as JavaScript does with numbers and texts. */
    private static Val order(Val order, Val left, Val right) {
        if (isNull(left) || isNull(right)) {
            return ValNull$.MODULE$;
        }
        var one = number(left);
        var other = number(right);
        var test = ORDERS.get(((ValString) order).value());
        return new ValBoolean(one != null && other != null && test != null && test.test(one.compareTo(other)));
    }

    private static @Nullable BigDecimal number(Val value) {
        if (value instanceof ValNumber number) {
            return number.value().bigDecimal();
        }
        try {
            var text = value instanceof ValString it ? it.value().strip() : "no number";
            return text.isEmpty() ? BigDecimal.ZERO : text.length() > 40 ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Val characters(Val value) {
        return value instanceof ValString text
                ? new ValNumber(camundajar.impl.scala.math.BigDecimal.exact(
                        text.value().codePointCount(0, text.value().length())))
                : ValNull$.MODULE$;
    }

    private static boolean isNull(Val value) {
        return value.equals(ValNull$.MODULE$);
    }

    private static JavaFunction function(int values, Function<java.util.List<Val>, Val> does) {
        return new JavaFunction(java.util.Collections.nCopies(values, "v"), does);
    }

    @Override
    public Optional<JavaFunction> resolveFunction(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    @Override
    public Collection<String> getFunctionNames() {
        return FUNCTIONS.keySet();
    }
}
