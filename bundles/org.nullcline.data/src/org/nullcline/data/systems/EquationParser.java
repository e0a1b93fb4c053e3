// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.data.systems.Expression.Operation;

/**
 * Reads equations as people write them: statements separated by {@code ;}, each {@code x' = formula} for a derivative or {@code u = formula}
 * for an abbreviation that later statements may use.
 *
 * <p>Formulas contain numbers, names, {@code + - * / ^}, parentheses, {@code pi} and the functions sin, cos, tan, tanh, cosh, sinh, exp, log,
 * sqrt, abs, sign, max, min and H(x, value at 0). There is nothing else: no loops, no access to anything.
 */
final class EquationParser {

    private static final int MAX_LENGTH = 100_000;
    private static final int MAX_DEPTH = 200;

    private final String text;
    private int at;
    private int depth;

    /**
     * Parsed equations.
     *
     * @param derivatives formula of x′ by state variable, in order of appearance
     * @param abbreviations formula by name, in order
     */
    record Equations(Map<String, Expression> derivatives, Map<String, Expression> abbreviations) {
    }

    private EquationParser(String text) {
        this.text = text;
    }

    /**
     * Parses equations.
     *
     * @throws NullclineException of kind INVALID that says where the first mistake is
     */
    static Equations parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw NullclineException.invalid("The equations are longer than " + MAX_LENGTH + " characters.");
        }
        return new EquationParser(text).equations();
    }

    private Equations equations() {
        Map<String, Expression> derivatives = new LinkedHashMap<>();
        Map<String, Expression> abbreviations = new LinkedHashMap<>();
        skip();
        while (at < text.length()) {
            String name = name();
            boolean derivative = take('\'');
            if (!take('=')) {
                throw mistake("'=' is missing after " + name);
            }
            Expression formula = sum();
            if ((derivative ? derivatives : abbreviations).put(name, formula) != null) {
                throw mistake(name + (derivative ? "'" : "") + " is defined twice");
            }
            if (at < text.length() && !take(';')) {
                throw mistake("an operator or ';' is missing");
            }
        }
        if (derivatives.isEmpty()) {
            throw NullclineException.invalid("The equations define no derivative; write for example x' = y; y' = -x.");
        }
        return new Equations(derivatives, abbreviations);
    }

    private Expression sum() {
        if (++depth > MAX_DEPTH) {
            throw mistake("the parentheses are nested too deeply");
        }
        Expression left = product();
        while (true) {
            if (take('+')) {
                left = apply(Operation.ADD, left, product());
            } else if (take('-')) {
                left = apply(Operation.SUBTRACT, left, product());
            } else {
                depth--;
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = signed();
        while (true) {
            if (take('*')) {
                left = apply(Operation.MULTIPLY, left, signed());
            } else if (take('/')) {
                left = apply(Operation.DIVIDE, left, signed());
            } else {
                return left;
            }
        }
    }

    private Expression signed() {
        if (take('-')) {
            return apply(Operation.NEGATE, signed());
        }
        return take('+') ? signed() : power();
    }

    private Expression power() {
        Expression base = primary();
        return take('^') ? apply(Operation.POWER, base, signed()) : base;
    }

    private Expression primary() {
        if (take('(')) {
            Expression inner = sum();
            if (!take(')')) {
                throw mistake("')' is missing");
            }
            return inner;
        }
        if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            return number();
        }
        String name = name();
        if (take('(')) {
            return call(name);
        }
        return name.equals("pi") ? new Expression.Constant(Math.PI) : new Expression.Name(name);
    }

    private Expression call(String function) {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (take(','));
        if (!take(')')) {
            throw mistake("')' is missing after the arguments of " + function);
        }
        Operation operation = Arrays.stream(Operation.values()).filter(o -> o.symbol().equals(function) && o != Operation.NEGATE).findFirst()
                .orElseThrow(() -> mistake("there is no function '" + function + "'"));
        if (arguments.size() != operation.arity()) {
            throw mistake(function + " takes " + operation.arity() + " arguments");
        }
        return new Expression.Apply(operation, arguments);
    }

    private Expression number() {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
                exponent++;
            }
            if (exponent < text.length() && Character.isDigit(text.charAt(exponent))) {
                at = exponent;
                while (at < text.length() && Character.isDigit(text.charAt(at))) {
                    at++;
                }
            }
        }
        try {
            double value = Double.parseDouble(text.substring(from, at));
            skip();
            return new Expression.Constant(value);
        } catch (NumberFormatException e) {
            throw mistake("'" + text.substring(from, at) + "' is no number");
        }
    }

    private String name() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at == from || Character.isDigit(text.charAt(from))) {
            throw mistake("a name is missing");
        }
        String name = text.substring(from, at);
        skip();
        return name;
    }

    private boolean take(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            skip();
            return true;
        }
        return false;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static Expression apply(Operation operation, Expression... arguments) {
        return new Expression.Apply(operation, List.of(arguments));
    }

    private NullclineException mistake(String what) {
        int from = Math.max(0, at - 20);
        return NullclineException.invalid("The equations cannot be read: " + what + " near '" + text.substring(from, Math.min(text.length(), at + 10)).strip()
                + "' (character " + (at + 1) + ").");
    }
}
