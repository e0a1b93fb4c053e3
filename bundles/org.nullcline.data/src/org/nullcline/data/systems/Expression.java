// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import java.util.List;

/** A formula as a tree. */
sealed interface Expression {

    /** A number. */
    record Constant(double value) implements Expression {
    }

    /** A state variable, a parameter or an abbreviation. */
    record Name(String name) implements Expression {
    }

    /** A function or operator applied to its arguments. */
    record Apply(Operation operation, List<Expression> arguments) implements Expression {
    }

    /** What formulas may contain. */
    enum Operation {
        ADD("+", 2), SUBTRACT("-", 2), MULTIPLY("*", 2), DIVIDE("/", 2), POWER("^", 2), NEGATE("negate", 1), SIN("sin", 1), COS("cos", 1), TAN("tan", 1),
        TANH("tanh", 1), COSH("cosh", 1), SINH("sinh", 1), EXP("exp", 1), LOG("log", 1), SQRT("sqrt", 1), ABS("abs", 1), SIGN("sign", 1),
        /** 0 below zero, 1 above zero, the second argument at zero. */
        HEAVISIDE("H", 2), MAX("max", 2), MIN("min", 2);

        private final String symbol;
        private final int arity;

        Operation(String symbol, int arity) {
            this.symbol = symbol;
            this.arity = arity;
        }

        String symbol() {
            return symbol;
        }

        int arity() {
            return arity;
        }
    }
}
