// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.data.systems.EquationParser.Equations;
import org.nullcline.data.systems.Expression.Operation;

/**
 * A flow given by equations, with its exact Jacobian.
 *
 * <p>The formulas are compiled to a list of operations on registers, each of which is computed once, however often it occurs. The Jacobian
 * carries the derivatives by all state variables forward along the same list. Transcendental functions are those of {@link StrictMath}, so
 * that a trajectory has the same bits on every machine.
 */
public final class EquationFlow implements DynamicalSystem {

    private static final int LARGEST_PRODUCT_POWER = 16;

    private final List<String> variables;
    private final int dimension;
    private final int inputs;
    private final double[] initialRegisters;
    private final Instruction[] program;
    private final int[] results;

    private record Instruction(Operation operation, int a, int b, int target) {
    }

    private EquationFlow(List<String> variables, int inputs, Compiler compiler, int[] results) {
        this.variables = variables;
        this.dimension = results.length;
        this.inputs = inputs;
        this.initialRegisters = compiler.registers();
        this.program = compiler.program.toArray(Instruction[]::new);
        this.results = results;
    }

    /**
     * Compiles equations.
     *
     * @param equations statements separated by {@code ;}: {@code x' = formula} for each state variable, {@code u = formula} for abbreviations
     * @param variables the state variables in order; empty for the order of the equations
     * @param parameters values of all other names
     * @throws NullclineException of kind INVALID naming the first mistake
     */
    public static EquationFlow of(String equations, List<String> variables, Map<String, Double> parameters) {
        return of(equations, variables, List.of(), parameters);
    }

    /** As {@link #of(String, List, Map)} with further names, such as delayed states, that {@link #evaluate(double[], double[])} gets behind the state. */
    static EquationFlow of(String equations, List<String> variables, List<String> inputs, Map<String, Double> parameters) {
        Equations parsed = EquationParser.parse(equations);
        List<String> order = variables.isEmpty() ? List.copyOf(parsed.derivatives().keySet()) : variables;
        if (order.size() != parsed.derivatives().size() || !parsed.derivatives().keySet().containsAll(order)) {
            throw NullclineException.invalid("The equations define derivatives of " + String.join(", ", parsed.derivatives().keySet())
                    + ", but the state variables are " + String.join(", ", order) + ".");
        }
        Compiler compiler = new Compiler();
        order.forEach(compiler::variable);
        inputs.forEach(compiler::variable);
        parameters.forEach((name, value) -> compiler.names.putIfAbsent(name, compiler.constant(value)));
        parsed.abbreviations().forEach((name, formula) -> compiler.names.put(name, compiler.compile(formula)));
        int[] results = order.stream().mapToInt(name -> compiler.compile(parsed.derivatives().get(name))).toArray();
        return new EquationFlow(List.copyOf(order), inputs.size(), compiler, results);
    }

    /** Names of the state variables in order. */
    public List<String> variables() {
        return variables;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public Update update() {
        return Update.DERIVATIVE;
    }

    @Override
    public void evaluate(double[] state, double[] result) {
        double[] r = run(state);
        for (int i = 0; i < dimension; i++) {
            result[i] = r[results[i]];
        }
    }

    private double[] run(double[] state) {
        double[] r = initialRegisters.clone();
        System.arraycopy(state, 0, r, 0, dimension + inputs);
        for (Instruction i : program) {
            r[i.target()] = apply(i.operation(), r[i.a()], r[i.b()]);
        }
        return r;
    }

    private static double apply(Operation operation, double a, double b) {
        return switch (operation) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> StrictMath.pow(a, b);
            case NEGATE -> -a;
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case TAN -> StrictMath.tan(a);
            case TANH -> StrictMath.tanh(a);
            case COSH -> StrictMath.cosh(a);
            case SINH -> StrictMath.sinh(a);
            case EXP -> StrictMath.exp(a);
            case LOG -> StrictMath.log(a);
            case SQRT -> Math.sqrt(a);
            case ABS -> Math.abs(a);
            case SIGN -> Math.signum(a);
            case HEAVISIDE -> a > 0 ? 1 : a < 0 ? 0 : b;
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
        };
    }

    @Override
    public void jacobian(double[] state, double[] result) {
        double[] r = run(state);
        int n = dimension;
        double[][] d = new double[r.length][];
        for (int j = 0; j < n; j++) {
            d[j] = new double[n];
            d[j][j] = 1;
        }
        for (Instruction i : program) {
            d[i.target()] = derivative(i, r, d[i.a()], d[i.b()]);
        }
        for (int i = 0; i < n; i++) {
            double[] row = d[results[i]];
            for (int j = 0; j < n; j++) {
                result[i * n + j] = row == null ? 0 : row[j];
            }
        }
    }

    /** The derivatives of one result by all state variables, null where all are zero; those of jumps are taken beside the jump. */
    private double[] derivative(Instruction i, double[] r, double[] da, double[] db) {
        if (da == null && db == null) {
            return null;
        }
        double a = r[i.a()];
        double b = r[i.b()];
        double y = r[i.target()];
        return switch (i.operation()) {
            case ADD -> combine(1, da, 1, db);
            case SUBTRACT -> combine(1, da, -1, db);
            case MULTIPLY -> combine(b, da, a, db);
            case DIVIDE -> combine(1 / b, da, -y / b, db);
            case POWER -> combine(b * StrictMath.pow(a, b - 1), da, db == null ? 0 : y * StrictMath.log(a), db);
            case NEGATE -> combine(-1, da, 0, null);
            case SIN -> combine(StrictMath.cos(a), da, 0, null);
            case COS -> combine(-StrictMath.sin(a), da, 0, null);
            case TAN -> combine(1 + y * y, da, 0, null);
            case TANH -> combine(1 - y * y, da, 0, null);
            case COSH -> combine(StrictMath.sinh(a), da, 0, null);
            case SINH -> combine(StrictMath.cosh(a), da, 0, null);
            case EXP -> combine(y, da, 0, null);
            case LOG -> combine(1 / a, da, 0, null);
            case SQRT -> combine(0.5 / y, da, 0, null);
            case ABS -> combine(Math.signum(a), da, 0, null);
            case SIGN, HEAVISIDE -> null;
            case MAX -> a >= b ? combine(1, da, 0, null) : combine(0, null, 1, db);
            case MIN -> a <= b ? combine(1, da, 0, null) : combine(0, null, 1, db);
        };
    }

    private double[] combine(double p, double[] da, double q, double[] db) {
        if (da == null && db == null) {
            return null;
        }
        double[] sum = new double[dimension];
        for (int j = 0; j < dimension; j++) {
            sum[j] = (da == null ? 0 : p * da[j]) + (db == null ? 0 : q * db[j]);
        }
        return sum;
    }

    /** Assigns registers: state variables first, then constants and results in the order in which they are needed. */
    private static final class Compiler {

        private final Map<String, Integer> names = new LinkedHashMap<>();
        private final Map<Object, Integer> known = new HashMap<>();
        private final List<Double> values = new ArrayList<>();
        private final List<Boolean> constants = new ArrayList<>();
        private final List<Instruction> program = new ArrayList<>();

        void variable(String name) {
            names.put(name, register(Double.NaN, false));
        }

        int constant(double value) {
            return known.computeIfAbsent(value, v -> register(value, true));
        }

        double[] registers() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }

        private int register(double value, boolean constant) {
            values.add(value);
            constants.add(constant);
            return values.size() - 1;
        }

        int compile(Expression expression) {
            return switch (expression) {
                case Expression.Constant constant -> constant(constant.value());
                case Expression.Name name -> {
                    Integer register = names.get(name.name());
                    if (register == null) {
                        throw NullclineException.invalid("The equations use '" + name.name() + "', which is neither a state variable, a parameter nor an"
                                + " abbreviation defined before; known are " + String.join(", ", names.keySet()) + ".");
                    }
                    yield register;
                }
                case Expression.Apply apply -> {
                    int[] arguments = apply.arguments().stream().mapToInt(this::compile).toArray();
                    yield emit(apply.operation(), arguments[0], arguments.length > 1 ? arguments[1] : arguments[0]);
                }
            };
        }

        private int emit(Operation operation, int a, int b) {
            if (operation == Operation.POWER && constants.get(b)) {
                double exponent = values.get(b);
                if (exponent == Math.rint(exponent) && exponent >= 1 && exponent <= LARGEST_PRODUCT_POWER) {
                    return product(a, (int) exponent);
                }
            }
            if (constants.get(a) && constants.get(b)) {
                return constant(apply(operation, values.get(a), values.get(b)));
            }
            List<Object> key = Arrays.asList(operation, a, b);
            Integer same = known.get(key);
            if (same != null) {
                return same;
            }
            int target = register(Double.NaN, false);
            program.add(new Instruction(operation, a, b, target));
            known.put(key, target);
            return target;
        }

        /** A small whole power as products, which is exact for negative bases and as fast as by hand. */
        private int product(int base, int exponent) {
            if (exponent == 1) {
                return base;
            }
            int half = product(base, exponent / 2);
            int square = emit(Operation.MULTIPLY, half, half);
            return exponent % 2 == 0 ? square : emit(Operation.MULTIPLY, square, base);
        }
    }
}
