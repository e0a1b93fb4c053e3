// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.kernel.Elementary;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;

/** Every operation of {@link Var}, {@link Losses} and {@link Elementary} against finite differences; none can be forgotten. */
class VarGradientTest {

    /** An operation on two matrices of equal shape; the elements of the second are positive. */
    private interface Operation {
        Var of(Var x, Var positive);
    }

    private static final Map<String, Operation> VARIABLE = new LinkedHashMap<>();
    private static final Map<String, Operation> LOSS = new LinkedHashMap<>();

    static {
        VARIABLE.put("plus(Var)", Var::plus);
        VARIABLE.put("minus(Var)", Var::minus);
        VARIABLE.put("times(Var)", Var::times);
        VARIABLE.put("divide(Var)", Var::divide);
        VARIABLE.put("maximum(Var)", Var::maximum);
        VARIABLE.put("minimum(Var)", Var::minimum);
        VARIABLE.put("plus(double)", (x, p) -> x.plus(0.7).times(p));
        VARIABLE.put("minus(double)", (x, p) -> x.minus(0.7).times(p));
        VARIABLE.put("scale(double)", (x, p) -> x.scale(-1.7).times(p));
        VARIABLE.put("negate()", (x, p) -> x.negate().times(p));
        VARIABLE.put("oneMinus()", (x, p) -> x.oneMinus().times(p));
        VARIABLE.put("axpy(double,Var)", (x, p) -> x.axpy(-0.3, p.square()));
        VARIABLE.put("combination(double[],Var[])", (x, p) -> x.combination(new double[] {0.5, 0, -2}, p, x, x.times(p)));
        VARIABLE.put("power(double)", (x, p) -> p.power(1.3).plus(x.power(2)));
        VARIABLE.put("clamp(double,double)", (x, p) -> x.times(p).clamp(-0.4, 0.3));
        VARIABLE.put("apply(Elementary)", (x, p) -> x.apply(Elementary.TANH));
        VARIABLE.put("sigmoid()", (x, p) -> x.sigmoid());
        VARIABLE.put("tanh()", (x, p) -> x.tanh());
        VARIABLE.put("relu()", (x, p) -> x.relu());
        VARIABLE.put("gelu()", (x, p) -> x.gelu());
        VARIABLE.put("silu()", (x, p) -> x.silu());
        VARIABLE.put("softplus()", (x, p) -> x.softplus());
        VARIABLE.put("logSigmoid()", (x, p) -> x.logSigmoid());
        VARIABLE.put("exp()", (x, p) -> x.exp());
        VARIABLE.put("log()", (x, p) -> p.log());
        VARIABLE.put("sqrt()", (x, p) -> p.sqrt());
        VARIABLE.put("square()", (x, p) -> x.square());
        VARIABLE.put("abs()", (x, p) -> x.abs());
        VARIABLE.put("reciprocal()", (x, p) -> p.reciprocal());
        VARIABLE.put("sin()", (x, p) -> x.sin());
        VARIABLE.put("cos()", (x, p) -> x.cos());
        VARIABLE.put("logGamma()", (x, p) -> p.logGamma());
        VARIABLE.put("erf()", (x, p) -> x.erf());
        VARIABLE.put("matmul(Var)", (x, p) -> x.matmul(p.transpose()));
        VARIABLE.put("linear(Parameter,Parameter)", (x, p) -> linear(x, p, Activation.IDENTITY));
        VARIABLE.put("linear(Parameter,Parameter,Activation)", (x, p) -> Var.concat(
            Arrays.stream(Activation.values()).map(f -> linear(x, p, f)).toArray(Var[]::new)));
        VARIABLE.put("dot(Var)", Var::dot);
        VARIABLE.put("columns(int,int)", (x, p) -> x.columns(1, 3).times(p.columns(0, 2)).plus(x.columns(0, 2)));
        VARIABLE.put("rows(int,int)", (x, p) -> x.rows(1, 3).times(p.rows(0, 2)).plus(x.rows(0, 2)));
        VARIABLE.put("gather(int[])", (x, p) -> x.gather(2, 0, 2, 1).plus(p.gather(0, 0, 1, 2)));
        VARIABLE.put("transpose()", (x, p) -> x.transpose().times(p.square().transpose()));
        VARIABLE.put("expand(int,int)", (x, p) -> x.rows(0, 1).expand(5, x.columns()).plus(p.columns(1, 2).rows(0, 1).expand(5, x.columns())));
        VARIABLE.put("concat(Var[])", (x, p) -> Var.concat(x, p, x).square());
        VARIABLE.put("stack(Var[])", (x, p) -> Var.stack(x, p, x).square());
        VARIABLE.put("stopGradient()", (x, p) -> x.times(p).plus(counts(p).stopGradient()));
        VARIABLE.put("sum()", (x, p) -> x.times(p).sum());
        VARIABLE.put("mean()", (x, p) -> x.times(p).mean());
        VARIABLE.put("sumOverRows()", (x, p) -> x.times(p).sumOverRows());
        VARIABLE.put("meanOverRows()", (x, p) -> x.times(p).meanOverRows());
        VARIABLE.put("sumOverColumns()", (x, p) -> x.times(p).sumOverColumns());
        VARIABLE.put("meanOverColumns()", (x, p) -> x.times(p).meanOverColumns());
        VARIABLE.put("norm()", (x, p) -> x.times(p).norm());
        VARIABLE.put("softmax()", (x, p) -> x.times(p).softmax());
        VARIABLE.put("logSumExp()", (x, p) -> x.times(p).logSumExp());
        VARIABLE.put("normalise(double)", (x, p) -> x.times(p).normalise(1e-5));
        VARIABLE.put("dropout(double)", (x, p) -> x.dropout(0.3));
        VARIABLE.put("keepGradient()", (x, p) -> x.times(p).keepGradient().square());

        LOSS.put("poisson(Var,Var,boolean)", (x, p) -> Losses.poisson(x, counts(p), true).plus(Losses.poisson(x.square(), counts(p), false)));
        LOSS.put("gaussian(Var,Var,Var)", (x, p) -> Losses.gaussian(x, p, counts(p)));
        LOSS.put("squaredError(Var,Var)", (x, p) -> Losses.squaredError(x.times(p), counts(p)));
        LOSS.put("negativeBinomial(Var,Var,Var)", (x, p) -> Losses.negativeBinomial(x, p.rows(0, 1), counts(p)).plus(
            Losses.negativeBinomial(x, p, counts(p))));
        LOSS.put("zeroInflatedGamma(Var,Var,Var,Var,double)", (x, p) -> Losses.zeroInflatedGamma(x, p, x.times(p), counts(p), 0.2));
        LOSS.put("logistic(Var,Var)", (x, p) -> Losses.logistic(x.times(p), label(p)));
        LOSS.put("gaussianDivergence(Var,Var,Var,Var)", (x, p) -> Losses.gaussianDivergence(x, p, x.times(p), p.minus(x)));
    }

    private static Var linear(Var x, Var p, Activation f) {
        Layers layers = new Layers(new Weights(Precision.DOUBLE), RandomStream.of(4));
        return layers.linear("layer", x.columns(), 4, f).of(x.plus(p));
    }

    /** Whole numbers 0 … 3 of the shape of {@code p}. */
    private static Var counts(Var p) {
        double[] y = new double[p.rows() * p.columns()];
        Arrays.setAll(y, i -> (7 * i + i / 3) % 4);
        return p.tape().constant(p.rows(), p.columns(), y);
    }

    private static Var label(Var p) {
        double[] y = new double[p.rows() * p.columns()];
        Arrays.setAll(y, i -> i % 3 == 0 ? 1 : 0);
        return p.tape().constant(p.rows(), p.columns(), y);
    }

    private static void check(String name, int rows, Operation operation) {
        Weights weights = new Weights(Precision.DOUBLE);
        Layers layers = new Layers(weights, RandomStream.of(8));
        Parameter x = layers.parameter("x", rows, 4, Initialiser.normal(1));
        Parameter p = layers.parameter("p", rows, 4, (random, r, c) -> random.uniforms(r * c, 0.3, 2.5));
        FiniteDifferences.assertGradient(name + " with " + rows + " rows", weights, tape -> operation.of(x.on(tape), p.on(tape)));
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(",", "(", ")"));
    }

    @TestFactory
    Stream<DynamicTest> gradientsOfOperationsAgreeWithFiniteDifferences() {
        return VARIABLE.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
            check(e.getKey(), 3, e.getValue());
            // more rows than lanes, and not a multiple of them
            check(e.getKey(), 19, e.getValue());
        }));
    }

    @TestFactory
    Stream<DynamicTest> gradientsOfLossesAgreeWithFiniteDifferences() {
        return LOSS.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
            check(e.getKey(), 3, e.getValue());
            check(e.getKey(), 19, e.getValue());
        }));
    }

    @TestFactory
    Stream<DynamicTest> gradientsOfElementaryFunctionsAgreeWithFiniteDifferences() {
        return Arrays.stream(Elementary.values()).map(f -> DynamicTest.dynamicTest(f.name(), () -> {
            boolean positive = f == Elementary.LOG || f == Elementary.SQRT || f == Elementary.RECIPROCAL || f == Elementary.LOG_GAMMA;
            check(f.name(), 19, (x, p) -> (positive ? p : x).apply(f));
        }));
    }

    @Test
    void noPublicOperationIsMissingFromTheTable() {
        assertEquals(signatures(Var.class, m -> true), new TreeSet<>(VARIABLE.keySet()));
        assertEquals(signatures(Losses.class, m -> true), new TreeSet<>(LOSS.keySet()));
    }

    private static TreeSet<String> signatures(Class<?> type, Function<Method, Boolean> which) {
        return Arrays.stream(type.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() == Var.class && which.apply(m))
            .map(VarGradientTest::signature).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void gradientsOfRepeatedRowsColumnsAndNumbersAreSums() {
        for (int rows : new int[] {1, 3, 19}) {
            Weights weights = new Weights(Precision.DOUBLE);
            Layers layers = new Layers(weights, RandomStream.of(9));
            Parameter full = layers.parameter("full", rows, 4, Initialiser.normal(1));
            Parameter row = layers.vector("row", 4, Initialiser.constant(1.5));
            Parameter column = layers.parameter("column", rows, 1, Initialiser.constant(2.5));
            Parameter number = layers.parameter("number", 1, 1, Initialiser.constant(0.5));
            FiniteDifferences.assertGradient("all pairs", weights, tape -> {
                Var f = full.on(tape);
                Var r = row.on(tape);
                Var c = column.on(tape);
                Var n = number.on(tape);
                return f.plus(r).times(c).divide(n).minus(r.times(c)).plus(c.minus(r)).maximum(n).plus(n.divide(r)).plus(c.divide(n));
            });
        }
    }

    @Test
    void variableUsedManyTimesCollectsAllItsGradients() {
        Tape tape = Tape.differentiation(Precision.DOUBLE);
        Var x = tape.variable(1, 2, 3, -2);
        // d/dx (x³ + 2x) = 3x² + 2
        tape.backward(x.times(x).times(x).plus(x).plus(x).sum());
        assertEquals(29, x.gradient().getDouble(0, 0));
        assertEquals(14, x.gradient().getDouble(0, 1));
    }

    @Test
    void stoppedGradientsDoNotFlow() {
        Tape tape = Tape.differentiation(Precision.DOUBLE);
        Var x = tape.variable(1, 1, 3);
        tape.backward(x.times(x.stopGradient()).sum());
        assertEquals(3, x.gradient().getDouble(0, 0));
    }

    @Test
    void intermediateGradientsAreKeptOnRequestAlsoThroughRangesOfColumns() {
        Tape tape = Tape.differentiation(Precision.DOUBLE);
        Var x = tape.variable(2, 3, 1, 2, 3, 4, 5, 6);
        Var y = x.scale(2).keepGradient();
        Var part = y.columns(1, 3).columns(1, 2);
        tape.backward(part.square().sum());
        // y₂ = 6, 12; d/dy y² = 2y
        assertEquals(12, y.gradient().getDouble(0, 2));
        assertEquals(24, y.gradient().getDouble(1, 2));
        assertEquals(0, y.gradient().getDouble(1, 1));
        assertEquals(48, x.gradient().getDouble(1, 2));
    }

    @Test
    void vectorJacobianProductUsesTheGivenGradient() {
        Tape tape = Tape.differentiation(Precision.DOUBLE);
        Var x = tape.variable(2, 2, 1, 2, 3, 4);
        tape.backward(x.square(), NdArrays.of(new double[] {1, 10, 100, 1000}, 2, 2));
        assertEquals(2, x.gradient().getDouble(0, 0));
        assertEquals(40, x.gradient().getDouble(0, 1));
        assertEquals(600, x.gradient().getDouble(1, 0));
        assertEquals(8000, x.gradient().getDouble(1, 1));
    }

    @Test
    void jacobiansOfTheLorenzSystemAreTheAnalyticOnes() {
        INDArray points = NdArrays.of(RandomStream.of(2).normals(60), 20, 3);
        INDArray jacobians = Jacobians.of(s -> {
            Var x = s.columns(0, 1);
            Var y = s.columns(1, 2);
            Var z = s.columns(2, 3);
            return Var.concat(y.minus(x).scale(10), x.times(z.negate().plus(28)).minus(y), x.times(y).axpy(-8.0 / 3, z));
        }, points);
        for (int p = 0; p < 20; p++) {
            double x = points.getDouble(p, 0);
            double y = points.getDouble(p, 1);
            double z = points.getDouble(p, 2);
            double[][] expected = {{-10, 10, 0}, {28 - z, -1, -x}, {y, x, -8.0 / 3}};
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    assertEquals(expected[i][j], jacobians.getDouble(p, i, j), 1e-13, "rounding only");
                }
            }
        }
    }

    @Test
    void shapesThatDoNotFitAreRefusedInOneSentence() {
        Tape tape = Tape.inference(Precision.FLOAT);
        Var a = tape.zeros(3, 4);
        Var b = tape.zeros(2, 4);
        assertThrows(IllegalArgumentException.class, () -> a.plus(b));
        assertThrows(IllegalArgumentException.class, () -> a.matmul(b));
        assertThrows(IllegalArgumentException.class, () -> Var.concat(a, b));
        assertThrows(IllegalArgumentException.class, () -> Var.stack(a, b.columns(0, 1)));
        assertThrows(IllegalArgumentException.class, () -> a.value());
        assertThrows(IllegalArgumentException.class, () -> a.axpy(1, b));
        assertThrows(IllegalArgumentException.class, () -> a.plus(Tape.inference(Precision.FLOAT).zeros(3, 4)));
        assertThrows(IllegalStateException.class, () -> tape.backward(a.sum()));
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class,
            () -> Tape.training(Precision.FLOAT).backward(Tape.training(Precision.FLOAT).zeros(2, 2)));
        assertEquals("A gradient starts from one number, not from a matrix of 2 × 2; sum it first.", failure.getMessage());
    }
}
