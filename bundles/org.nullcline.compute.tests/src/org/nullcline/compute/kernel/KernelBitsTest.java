// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nullcline.compute.random.RandomStream;

/** Vector kernels give the bits of the plain ones, for every method of {@link Kernels}. */
class KernelBitsTest {

    private static final int SIZE = 64_000;
    private static final int A = 12;
    private static final int B = 20_000;
    private static final int C = 40_000;

    /** Runs one method with awkward sizes; may return a number. */
    private interface Scenario {
        double run(Kernels k);
    }

    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    private static void add(String method, java.util.function.Consumer<Kernels> run) {
        SCENARIOS.put(method, k -> {
            run.accept(k);
            return 0;
        });
    }

    static {
        int[] lengths = {0, 1, 15, 16, 17, 64, 1003};
        add("add", k -> each(lengths, n -> k.add(n, A, B, C + n)));
        add("subtract", k -> each(lengths, n -> k.subtract(n, A, B, C + n)));
        add("multiply", k -> each(lengths, n -> k.multiply(n, A, B, C + n)));
        add("divide", k -> each(lengths, n -> k.divide(n, A, B, C + n)));
        add("maximum", k -> each(lengths, n -> k.maximum(n, A, B, C + n)));
        add("scale", k -> each(lengths, n -> k.scale(n, 0.1, A, C + n)));
        add("scaleAdd", k -> each(lengths, n -> k.scaleAdd(n, -0.1, A, C + n)));
        add("multiplyAdd", k -> each(lengths, n -> k.multiplyAdd(n, A, B, C + n)));
        add("shift", k -> each(lengths, n -> k.shift(n, A, 0.1, C + n)));
        add("fill", k -> each(lengths, n -> k.fill(n, C + n, 0.1)));
        add("copy", k -> each(lengths, n -> k.copy(n, A, C + n)));
        add("apply", k -> {
            for (Elementary f : Elementary.values()) {
                each(lengths, n -> k.apply(f, n, A, C + n));
                k.apply(f, 1003, B, C + 2000 + 1003 * f.ordinal());
            }
        });
        add("backpropagate", k -> {
            for (Elementary f : Elementary.values()) {
                each(lengths, n -> k.backpropagate(f, n, A, A + 1003, B, C + n + 1003 * f.ordinal()));
            }
        });
        add("chain", k -> {
            for (Elementary f : Elementary.values()) {
                each(lengths, n -> k.chain(f, n, A, A + 1003, B + 1003 * f.ordinal()));
            }
        });
        add("rows", k -> each(lengths, n -> {
            k.rows(3, n, B, C, 1010, false);
            k.rows(3, n, B + 7, C + 4000, 1010, true);
        }));
        add("product", k -> {
            for (int rows : new int[] {1, 2, 7, 8, 9, 13, 75}) {
                for (int n : new int[] {16, 32, 48, 80, 144}) {
                    for (int inner : new int[] {0, 1, 3, 25, 130}) {
                        k.product(rows, n, inner, A, 29, 1, B, 150, -1, C, 150, false);
                        k.product(rows, n, inner, A, 1, 77, B, 145, B + 9000, C + 9000, 147, true);
                    }
                }
            }
        });
        add("laneSums", k -> {
            for (int trials : new int[] {1, 15, 16, 17, 37, 64}) {
                k.laneSums(9, trials, A, 64, C);
            }
        });
        add("laneProducts", k -> {
            for (int trials : new int[] {1, 15, 16, 17, 37, 64, 130}) {
                k.laneProducts(5, 3, trials, A, 144, B, 130, C);
                k.laneProducts(2, 9, trials, A, 144, B, 130, C + 500);
            }
        });
        for (boolean gradient : new boolean[] {false, true}) {
            add(gradient ? "perceptronGradient" : "perceptron", k -> {
                for (int n : new int[] {16, 48}) {
                    for (Elementary f : new Elementary[] {Elementary.TANH, Elementary.RELU}) {
                        Kernels.PerceptronShape shape = new Kernels.PerceptronShape(3, 21, 3, f);
                        Kernels.Perceptron w = new Kernels.Perceptron(A, 16, A + 350, A + 400, 32, A + 500);
                        if (gradient) {
                            Kernels.Perceptron d = new Kernels.Perceptron(C, 0, C + 1200, C + 1600, 0, C + 2800);
                            k.perceptronGradient(shape, n - 5, n, w, d, B, B + 200, C + 3000, C + 4000);
                            k.perceptronGradient(shape, n, n, w, d, B + 11, B + 300, -1, C + 4000);
                        } else {
                            k.perceptron(shape, n, w, B, C, C + 4000);
                        }
                        k.fill(3000, C + 4000, 0);
                    }
                }
            });
        }
        add("gather", k -> k.gather(new int[] {5, 0, 5, 77}, A, C));
        add("scatter", k -> k.scatter(new int[] {5, 0, 5, 77}, A, C));
        add("sparse", k -> {
            int[] start = {0, 2, 2, 5};
            int[] column = {3, 0, 1, 1, 2};
            k.sparse(3, start, column, new double[] {0.1, 2, -3, 0.7, 5}, A, C, false);
            k.sparse(3, start, column, new double[] {0.1, 2, -3, 0.7, 5}, A, C + 10, true);
        });
        add("gruForward", k -> each(lengths, n -> k.gruForward(n, A, A + 1003, C + n, A + 2006, B, C + 4000 + n)));
        add("gruBackward", k -> each(lengths, n -> {
            k.gruBackward(n, A, A + 1003, A + 2006, A + 3009, B, B + 1003, C, C + 1003, C + 2006, C + 3009, C + 4012);
            k.gruBackward(n, A, A + 1003, A + 2006, A + 3009, B, B + 1003, C + 5015, C + 6018, C + 7021, C + 8024, -1);
        }));
        add("transpose", k -> {
            for (int rows : new int[] {1, 3, 16, 17, 40}) {
                for (int columns : new int[] {1, 5, 16, 32, 33, 64}) {
                    k.transpose(rows, columns, A, 64, C, 48, false);
                    k.transpose(rows, columns, A, 64, C + 5000, 51, true);
                }
            }
        });
        SCENARIOS.put("sum", k -> sum(lengths, n -> k.sum(1, n, A, n) + k.sum(5, n, A, n + 3)));
        SCENARIOS.put("dot", k -> sum(lengths, n -> k.dot(1, n, A, n, B, n) + k.dot(5, n, A, n + 3, B, n + 1)));
        add("set", k -> k.set(C, 0.1));
        SCENARIOS.put("get", k -> k.get(A));
        add("write", k -> {
            k.write(100, C, RandomStream.of(1).normals(110), 10);
            k.write(2, C + 200, new float[] {0, 1.1f, 2.2f}, 1);
        });
        SCENARIOS.put("read", k -> {
            double[] to = new double[110];
            k.read(100, A, to, 10);
            float[] floats = new float[110];
            k.read(100, A, floats, 10);
            return Arrays.stream(to).sum() + floats[50];
        });
        add("reserve", k -> k.reserve(SIZE + 1));
        SCENARIOS.put("capacity", k -> k.capacity());
        SCENARIOS.put("precision", k -> k.precision().ordinal());
    }

    private static void each(int[] lengths, java.util.function.IntConsumer run) {
        Arrays.stream(lengths).forEach(run);
    }

    private static double sum(int[] lengths, java.util.function.IntToDoubleFunction run) {
        return Arrays.stream(lengths).mapToDouble(run).sum();
    }

    /** Memory full of normal numbers of many sizes, with special values among them. */
    private static void prepare(Kernels k) {
        k.reserve(SIZE);
        RandomStream random = RandomStream.of(4);
        for (int i = 0; i < SIZE; i++) {
            k.set(i, random.normal() * Math.exp(random.uniform(-3, 1.5)));
        }
    }

    private static void prepareSpecial(Kernels k) {
        prepare(k);
        double[] special = {0, -0.0, 1, -1, 1e-40, -1e-40, 88.7, -88.7, 103, -104, 709.7, -745, 20, -20, 1e-310, Double.MAX_VALUE, Float.MAX_VALUE,
            Float.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 0.5, -0.5, 0.3465, 1e10, -1e10};
        for (int i = 0; i < special.length; i++) {
            k.set(A + 7 * i, special[i]);
            k.set(B + 5 * i, special[special.length - 1 - i]);
        }
    }

    private static void assertSameBits(String name, Scenario scenario, Precision precision, boolean special) {
        Kernels plain = KernelSets.plain(precision);
        Kernels vector = KernelSets.vector(precision).orElseThrow();
        assertNotEquals(plain.name(), vector.name());
        for (Kernels k : List.of(plain, vector)) {
            if (special) {
                prepareSpecial(k);
            } else {
                prepare(k);
            }
        }
        assertEquals(bits(scenario.run(plain)), bits(scenario.run(vector)), name);
        for (int i = 0; i < SIZE; i++) {
            if (bits(plain.get(i)) != bits(vector.get(i))) {
                assertEquals(plain.get(i), vector.get(i), name + " " + precision + " at " + i);
                throw new AssertionError(name + " " + precision + ": different zeros at " + i);
            }
        }
    }

    /** All NaN are one. */
    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    @TestFactory
    Stream<DynamicTest> vectorAndPlainKernelsGiveTheSameBits() {
        return SCENARIOS.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
            for (Precision precision : Precision.values()) {
                assertSameBits(e.getKey(), e.getValue(), precision, false);
                assertSameBits(e.getKey() + " of special values", e.getValue(), precision, true);
            }
        }));
    }

    @Test
    void noMethodIsMissingFromTheTable() {
        Set<String> methods = new HashSet<>();
        for (Method m : Kernels.class.getDeclaredMethods()) {
            if (!java.lang.reflect.Modifier.isStatic(m.getModifiers())) {
                methods.add(m.getName());
            }
        }
        methods.remove("name");
        assertEquals(methods, SCENARIOS.keySet());
    }

    @Test
    void productIsTheDefinitionWithinRounding() {
        for (Precision precision : Precision.values()) {
            Kernels k = KernelSets.create(precision);
            prepare(k);
            int rows = 13;
            int n = 48;
            int inner = 29;
            k.product(rows, n, inner, A, 31, 1, B, 64, B + 9000, C, 64, false);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < n; j++) {
                    double expected = k.get(B + 9000 + i);
                    double size = Math.abs(expected);
                    for (int p = 0; p < inner; p++) {
                        double term = k.get(A + i * 31 + p) * k.get(B + p * 64 + j);
                        expected += term;
                        size += Math.abs(term);
                    }
                    assertEquals(expected, k.get(C + i * 64 + j), size * (precision == Precision.FLOAT ? 1e-6 : 1e-15));
                }
            }
        }
    }

    @Test
    void sumsOverTrialsNeverIncludePadding() {
        for (Precision precision : Precision.values()) {
            for (Kernels k : List.of(KernelSets.create(precision), KernelSets.plain(precision))) {
                prepare(k);
                int trials = 70;
                for (int i = 0; i < 8; i++) {
                    k.fill(10, A + i * 80 + trials, Double.NaN);
                    k.fill(10, B + i * 80 + trials, Double.NaN);
                }
                k.fill(1000, C, 0);
                k.laneProducts(5, 3, trials, A, 80, B, 80, C);
                k.laneSums(5, trials, A, 80, C + 500);
                for (int i = 0; i < 5; i++) {
                    double tolerance = precision == Precision.FLOAT ? 1e-6 : 1e-15;
                    for (int j = 0; j < 3; j++) {
                        assertFolded(k, A + i * 80, B + j * 80, trials, k.sum(1, Kernels.LANES, C + (i * 3 + j) * Kernels.LANES, 0), tolerance);
                    }
                    double sum = 0;
                    double size = 0;
                    for (int p = 0; p < trials; p++) {
                        sum += k.get(A + i * 80 + p);
                        size += Math.abs(k.get(A + i * 80 + p));
                    }
                    assertEquals(sum, k.sum(1, Kernels.LANES, C + 500 + i * Kernels.LANES, 0), size * tolerance);
                }
            }
        }
    }

    private static void assertFolded(Kernels k, int a, int b, int n, double actual, double tolerance) {
        double sum = 0;
        double size = 0;
        for (int p = 0; p < n; p++) {
            double term = k.get(a + p) * k.get(b + p);
            sum += term;
            size += Math.abs(term);
        }
        assertEquals(sum, actual, size * tolerance);
    }
}
