package io.echeance.pages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression of Prometheus, held to its types: as much of the language as our rules and our dashboard speak. What it
 * does not know, it refuses.
 */
final class PromQl {

    enum Type {
        SCALAR,
        INSTANT,
        RANGE
    }

    /** What a function takes, in order, and what it gives. */
    private record Signature(List<Type> takes, Type gives) {}

    private static final Signature OF_A_VECTOR = new Signature(List.of(Type.INSTANT), Type.INSTANT);
    private static final Signature OF_A_RANGE = new Signature(List.of(Type.RANGE), Type.INSTANT);
    private static final Map<String, Signature> FUNCTIONS = Map.of(
            "abs", OF_A_VECTOR,
            "ceil", OF_A_VECTOR,
            "floor", OF_A_VECTOR,
            "increase", OF_A_RANGE,
            "rate", OF_A_RANGE,
            "max_over_time", OF_A_RANGE,
            "scalar", new Signature(List.of(Type.INSTANT), Type.SCALAR),
            "vector", new Signature(List.of(Type.SCALAR), Type.INSTANT),
            "time", new Signature(List.of(), Type.SCALAR));
    private static final Set<String> AGGREGATIONS = Set.of("sum", "min", "max", "avg", "count");

    /** By how closely they bind, loosest first. */
    private static final List<Set<String>> OPERATORS = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("==", "!=", "<", "<=", ">", ">="),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    private static final Set<String> OF_SETS = Set.of("or", "and", "unless");
    private static final int COMPARISONS = 2;

    private static final Pattern TOKEN = Pattern.compile("\\s*(?<token>\\[\\d+[smhd]]|\\d+(?:[.]\\d+)?|"
            + "[a-zA-Z_:][\\w:]*|\"[^\"]*\"|[=!]~|[=!<>]=|[-+*/%=<>(){},])\\s*");

    private final Matcher tokens;
    private final Set<String> metrics = new TreeSet<>();
    private String next = "";

    private PromQl(String expression) {
        tokens = TOKEN.matcher(expression);
        advance();
    }

    /** @throws IllegalArgumentException where Prometheus would refuse it */
    static Type typeOf(String expression) {
        return new PromQl(expression).whole();
    }

    /** The metrics that it names. */
    static Set<String> metricsOf(String expression) {
        PromQl read = new PromQl(expression);
        read.whole();
        return read.metrics;
    }

    private Type whole() {
        Type type = operation(0);
        require(next.isEmpty(), "'" + next + "' is left over");
        return type;
    }

    private Type operation(int level) {
        if (level == OPERATORS.size()) {
            return operand();
        }
        Type left = operation(level + 1);
        while (OPERATORS.get(level).contains(next)) {
            String operator = take();
            Type right = operation(level + 1);
            require(left != Type.RANGE && right != Type.RANGE, operator + " of a range");
            boolean scalars = left == Type.SCALAR && right == Type.SCALAR;
            require(!OF_SETS.contains(operator) || left == right && !scalars, operator + " joins vectors");
            require(level != COMPARISONS || !scalars, operator + " of two scalars");
            left = scalars ? Type.SCALAR : Type.INSTANT;
        }
        return left;
    }

    private Type operand() {
        if (taken("-")) {
            return operand();
        }
        if (taken("(")) {
            Type type = operation(0);
            expect(")");
            return type;
        }
        String word = take();
        if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            return Type.SCALAR;
        }
        require(word.matches("[a-zA-Z_:][\\w:]*"), "'" + word + "' begins nothing");
        if (AGGREGATIONS.contains(word)) {
            return aggregation(word);
        }
        return next.equals("(") ? call(word) : selector(word);
    }

    private Type aggregation(String name) {
        if (next.equals("by") || next.equals("without")) {
            take();
            expect("(");
            while (!taken(")")) {
                require(take().matches("[a-zA-Z_]\\w*") && !next.equals("("), "a label name or ) is expected");
                taken(",");
            }
        }
        expect("(");
        Type of = operation(0);
        expect(")");
        require(of == Type.INSTANT, name + " takes " + Type.INSTANT + ", not " + of);
        return Type.INSTANT;
    }

    private Type call(String name) {
        Signature signature = FUNCTIONS.get(name);
        if (signature == null) {
            throw new IllegalArgumentException("no function '" + name + "' is known here");
        }
        expect("(");
        for (Type wanted : signature.takes) {
            Type found = operation(0);
            require(found == wanted, name + " takes " + wanted + ", not " + found);
        }
        expect(")");
        return signature.gives;
    }

    private Type selector(String metric) {
        metrics.add(metric);
        if (taken("{")) {
            while (!taken("}")) {
                take();
                require(Set.of("=", "!=", "=~", "!~").contains(take()), "a label is compared");
                require(take().startsWith("\""), "a label is compared with a text");
                taken(",");
            }
        }
        if (next.startsWith("[")) {
            take();
            return Type.RANGE;
        }
        return Type.INSTANT;
    }

    private boolean taken(String token) {
        if (next.equals(token)) {
            advance();
            return true;
        }
        return false;
    }

    private void expect(String token) {
        require(taken(token), "'" + token + "' is expected, not '" + next + "'");
    }

    private String take() {
        require(!next.isEmpty(), "it ends too soon");
        String token = next;
        advance();
        return token;
    }

    private void advance() {
        if (tokens.regionStart() == tokens.regionEnd()) {
            next = "";
            return;
        }
        require(tokens.lookingAt(), "cannot be read from its character " + tokens.regionStart());
        next = tokens.group("token");
        tokens.region(tokens.end(), tokens.regionEnd());
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
