package org.samenspraak.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The expressions a model may hold: <code>${…}</code> with plain variables, literals, comparison, and/or/not, arithmetic, and
 * {@code bean.step(arguments)} where arguments are variables or literals. A reader of its own, since an allow-list over
 * somebody else's grammar is a guess.
 */
final class AllowedExpression {

    private static final int LONGEST = 300;
    private static final int DEEPEST = 12;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<number>[0-9]{1,12}(?:\\.[0-9]{1,6})?)|(?<text>'[^'\\\\]*'|\"[^\"\\\\]*\")|(?<sign>==|!=|<=|>=|&&|\\|\\||[-+*/%<>!().,]))");
    private static final Set<String> BETWEEN = Set.of(
            "==", "!=", "<=", ">=", "<", ">", "&&", "||", "+", "-", "*", "/", "%", "eq", "ne", "le", "ge", "lt", "gt",
            "and", "or", "div", "mod");
    private static final Set<String> WORDS = Set.of("true", "false", "null");

    /** A call of a step, with its arguments as they are drawn. */
    record Call(String bean, String step, List<String> arguments) {

        /** Those of its arguments that are texts, without their quotes. */
        List<String> texts() {
            return arguments.stream()
                    .filter(argument -> argument.startsWith("'") || argument.startsWith("\""))
                    .map(argument -> argument.substring(1, argument.length() - 1))
                    .toList();
        }

        /** Whether its last argument is this text. */
        boolean endsWith(String text) {
            var last = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
            return last.equals("'" + text + "'") || last.equals("\"" + text + "\"");
        }
    }

    private final List<String> tokens;
    private final List<Call> calls = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();
    private int at;

    private AllowedExpression(List<String> tokens) {
        this.tokens = tokens;
    }

    /** The expression read, or none when it is not allowed. */
    static @Nullable AllowedExpression read(String text) {
        if (text.length() > LONGEST || !text.startsWith("${") || !text.endsWith("}")) {
            return null;
        }
        var tokens = tokens(text.substring(2, text.length() - 1));
        if (tokens == null) {
            return null;
        }
        var expression = new AllowedExpression(tokens);
        return expression.expression(0) && expression.at == tokens.size() ? expression : null;
    }

    static boolean looksLikeOne(String text) {
        return text.contains("${") || text.contains("#{");
    }

    List<Call> calls() {
        return calls;
    }

    List<String> variables() {
        return variables;
    }

    /** Whether it is one call and nothing else. */
    boolean isCall() {
        return calls.size() == 1
                && ")".equals(tokens.get(tokens.size() - 1))
                && tokens.get(1).equals(".");
    }

    private static @Nullable List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.region(end, text.length()).lookingAt()) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        return text.substring(end).isBlank() ? tokens : null;
    }

    private boolean expression(int depth) {
        if (depth > DEEPEST || !operand(depth)) {
            return false;
        }
        while (BETWEEN.contains(peek())) {
            at++;
            if (!operand(depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean operand(int depth) {
        var token = next();
        if (token.equals("!") || token.equals("not") || token.equals("-")) {
            return depth < DEEPEST && operand(depth + 1);
        }
        if (token.equals("(")) {
            return expression(depth + 1) && next().equals(")");
        }
        return isLiteral(token) || (isName(token) && nameOrCall(token));
    }

    private boolean nameOrCall(String name) {
        if (!peek().equals(".")) {
            variables.add(name);
            return !peek().equals("(");
        }
        at++;
        var step = next();
        var arguments = new ArrayList<String>();
        if (!isName(step) || !next().equals("(")) {
            return false;
        }
        while (!peek().equals(")")) {
            var argument = next();
            if (!isLiteral(argument) && !isName(argument)) {
                return false;
            }
            if (isName(argument)) {
                variables.add(argument);
            }
            arguments.add(argument);
            if (peek().equals(",")) {
                at++;
            } else if (!peek().equals(")")) {
                return false;
            }
        }
        at++;
        calls.add(new Call(name, step, arguments));
        return !peek().equals(".") && !peek().equals("(");
    }

    private static boolean isLiteral(String token) {
        return !token.isEmpty() && ("'\"0123456789".indexOf(token.charAt(0)) >= 0 || WORDS.contains(token));
    }

    private static boolean isName(String token) {
        return !token.isEmpty()
                && Character.isJavaIdentifierStart(token.charAt(0))
                && !WORDS.contains(token)
                && !BETWEEN.contains(token)
                && !token.equals("not")
                && !token.equals("empty")
                && !token.equals("instanceof");
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        var token = peek();
        at++;
        return token;
    }
}
