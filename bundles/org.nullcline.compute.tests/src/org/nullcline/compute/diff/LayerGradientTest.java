// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;

/** Every layer against finite differences, by its input and by its weights; none can be forgotten. */
class LayerGradientTest {

    private static final int INPUTS = 3;
    private static final int UNITS = 5;

    /** Makes a layer and returns the map from an input (rows × 3) to a result. */
    private interface Maker {
        Layer make(Layers layers);
    }

    private static final Map<String, Maker> MAKERS = new LinkedHashMap<>();

    static {
        MAKERS.put("linear(String,int,int)", l -> l.linear("a", INPUTS, UNITS));
        MAKERS.put("linear(String,int,int,Activation)", l -> l.linear("a", INPUTS, UNITS, Activation.TANH));
        MAKERS.put("linear(String,int,int,boolean,Activation)", l -> l.linear("a", INPUTS, UNITS, false, Activation.SILU));
        MAKERS.put("mlp(String,int,int,int,Activation)", l -> l.mlp("a", INPUTS, 17, 2, Activation.TANH));
        MAKERS.put("mlp(String,int,List,int,Activation)", l -> l.mlp("a", INPUTS, List.of(4, 20), UNITS, Activation.GELU)
            .then(l.mlp("b", UNITS, List.of(), 2, Activation.TANH)).then(l.mlp("c", 2, List.of(6), 3, Activation.RELU)));
        MAKERS.put("layerNorm(String,int)", l -> l.layerNorm("a", INPUTS));
        MAKERS.put("batchNorm(String,int)", l -> l.batchNorm("a", INPUTS));
        MAKERS.put("embedding(String,int,int)", l -> {
            Embedding table = l.embedding("a", 4, INPUTS);
            return x -> x.rows(0, 3).plus(table.of(x.tape(), 2, 0, 2));
        });
        MAKERS.put("gruCell(String,int,int)", l -> {
            GruCell cell = l.gruCell("a", INPUTS, UNITS);
            return x -> {
                Var h = cell.of(x, x.tape().filled(x.rows(), UNITS, 0.3));
                return Var.concat(cell.of(cell.of(x.scale(2), h)), h);
            };
        });
        MAKERS.put("lstmCell(String,int,int)", l -> {
            LstmCell cell = l.lstmCell("a", INPUTS, UNITS);
            return x -> {
                Var zero = x.tape().filled(x.rows(), UNITS, 0.3);
                LstmCell.State s = cell.of(x, LstmCell.State.of(zero, zero));
                return Var.concat(cell.of(cell.of(x.scale(2), s)).both(), s.hidden().times(s.cell()));
            };
        });
        MAKERS.put("rnnCell(String,int,int,Activation)", l -> {
            RnnCell cell = l.rnnCell("a", INPUTS, UNITS, Activation.TANH);
            return x -> cell.of(cell.of(x.scale(2), cell.of(x, x.tape().filled(x.rows(), UNITS, 0.3))));
        });
        MAKERS.put("bidirectionalGru(String,int,int)", l -> {
            BidirectionalGru gru = l.bidirectionalGru("a", INPUTS, UNITS);
            return x -> {
                List<Var> sequence = List.of(x, x.square(), x.scale(0.5));
                return Var.concat(gru.of(sequence), gru.states(sequence).get(1));
            };
        });
        MAKERS.put("parameter(String,int,int,Initialiser)", l -> {
            Parameter p = l.parameter("a", INPUTS, UNITS, Initialiser.normal(1));
            return x -> x.matmul(p.on(x)).plus(p.on(x.tape()).sum());
        });
        MAKERS.put("vector(String,int,Initialiser)", l -> {
            Parameter p = l.vector("a", INPUTS, Initialiser.normal(1));
            return x -> x.times(p.on(x));
        });
    }

    @TestFactory
    Stream<DynamicTest> gradientsOfLayersAgreeWithFiniteDifferences() {
        return MAKERS.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
            for (int rows : new int[] {3, 19, 70}) {
                Weights weights = new Weights(Precision.DOUBLE);
                Layers layers = new Layers(weights, RandomStream.of(rows));
                Parameter x = layers.parameter("x", rows, INPUTS, Initialiser.normal(1));
                Layer layer = e.getValue().make(layers.within("layer"));
                FiniteDifferences.assertGradient(e.getKey() + " with " + rows + " rows", weights, tape -> layer.of(x.on(tape)));
            }
        }));
    }

    @Test
    void noLayerIsMissingFromTheTable() {
        TreeSet<String> makers = Arrays.stream(Layers.class.getDeclaredMethods()).filter(m -> Modifier.isPublic(m.getModifiers()))
            .filter(m -> !List.of("weights", "within").contains(m.getName())).map(LayerGradientTest::signature)
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(makers, new TreeSet<>(MAKERS.keySet()));
    }

    private static String signature(Method m) {
        return m.getName() + Arrays.stream(m.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(",", "(", ")"));
    }

    /** x ↦ x³ by its value and gradient on arrays. */
    private static final CustomOperation CUBE = new CustomOperation() {
        @Override
        public INDArray forward(INDArray... inputs) {
            return inputs[0].mul(inputs[0]).mul(inputs[0]).add(inputs[1]);
        }

        @Override
        public INDArray[] backward(INDArray[] inputs, INDArray output, INDArray gradient) {
            return new INDArray[] {gradient.mul(inputs[0]).mul(inputs[0]).mul(3), gradient};
        }
    };

    @Test
    void customOperationTakesPartInTheChainRule() {
        Weights weights = new Weights(Precision.DOUBLE);
        Parameter x = new Layers(weights, RandomStream.of(1)).parameter("x", 19, 3, Initialiser.normal(1));
        FiniteDifferences.assertGradient("x³ + x²", weights, tape -> CUBE.of(x.on(tape).sin(), x.on(tape).square()).exp());
    }

    @Test
    void customOperationWithAWrongGradientShapeIsRefused() {
        CustomOperation wrong = new CustomOperation() {
            @Override
            public INDArray forward(INDArray... inputs) {
                return inputs[0].mul(2);
            }

            @Override
            public INDArray[] backward(INDArray[] inputs, INDArray output, INDArray gradient) {
                return new INDArray[] {gradient.sum()};
            }
        };
        Tape tape = Tape.training(Precision.DOUBLE);
        Var y = wrong.of(tape.variable(2, 2, 1, 2, 3, 4)).sum();
        assertThrows(IllegalStateException.class, () -> tape.backward(y));
    }

    @Test
    void sparseMatrixActsOnRowsAsItsDenseFormDoes() {
        SparseMatrix sparse = new SparseMatrix(3, 19, new int[] {0, 2, 2, 5}, new int[] {18, 0, 1, 1, 17}, new double[] {0.1, 2, -3, 0.7, 5});
        Weights weights = new Weights(Precision.DOUBLE);
        Parameter x = new Layers(weights, RandomStream.of(1)).parameter("x", 19, 3, Initialiser.normal(1));
        Tape tape = Tape.inference(Precision.DOUBLE);
        double[] dense = new double[3 * 19];
        dense[18] = 0.1;
        dense[0] = 2;
        // two entries at one place add up
        dense[2 * 19 + 1] = -3 + 0.7;
        dense[2 * 19 + 17] = 5;
        assertArrayEquals(tape.constant(3, 19, dense).matmul(x.on(tape)).values(), sparse.times(x.on(tape)).values(), 1e-14);
        FiniteDifferences.assertGradient("S x²", weights, t -> sparse.times(x.on(t).square()));
        assertThrows(IllegalArgumentException.class, () -> sparse.times(tape.zeros(3, 3)));
        assertThrows(IllegalArgumentException.class, () -> new SparseMatrix(2, 2, new int[] {0, 1}, new int[] {0}, new double[] {1}));
        assertThrows(IndexOutOfBoundsException.class, () -> new SparseMatrix(1, 2, new int[] {0, 1}, new int[] {2}, new double[] {1}));
    }

    @Test
    void firstValuesDependOnSeedAndNameOnly() {
        Weights one = new Weights(Precision.FLOAT);
        new Layers(one, RandomStream.of(7)).linear("b", 3, 4);
        Weights two = new Weights(Precision.FLOAT);
        Layers layers = new Layers(two, RandomStream.of(7));
        layers.mlp("a", 3, 8, 3, Activation.RELU);
        layers.linear("b", 3, 4);
        assertArrayEquals(one.doubles("b.weight"), two.doubles("b.weight"));
        Weights other = new Weights(Precision.FLOAT);
        new Layers(other, RandomStream.of(8)).linear("b", 3, 4);
        assertTrue(!Arrays.equals(one.doubles("b.weight"), other.doubles("b.weight")));
    }

    @Test
    void firstValuesOfLinearAndRecurrentLayersHaveTheBoundsOfPyTorch() {
        Weights weights = new Weights(Precision.DOUBLE);
        Layers layers = new Layers(weights, RandomStream.of(7));
        layers.linear("linear", 100, 50);
        layers.gruCell("gru", 100, 25);
        assertUniform(weights.doubles("linear.weight"), 0.1);
        assertUniform(weights.doubles("gru.weight_ih"), 0.2);
    }

    /** Mean and variance of thousands of uniform numbers, within four standard errors. */
    private static void assertUniform(double[] values, double bound) {
        double n = values.length;
        double mean = Arrays.stream(values).sum() / n;
        double square = Arrays.stream(values).map(v -> v * v).sum() / n;
        assertTrue(Arrays.stream(values).allMatch(v -> Math.abs(v) <= bound));
        assertEquals(0, mean, 4 * bound / Math.sqrt(3 * n));
        assertEquals(bound * bound / 3, square, 4 * bound * bound * Math.sqrt(4.0 / 45 / n));
    }

    @Test
    void orthogonalFirstValuesAreOrthonormal() {
        for (int[] shape : new int[][] {{5, 5}, {3, 8}, {8, 3}}) {
            Weights weights = new Weights(Precision.DOUBLE);
            Parameter p = new Layers(weights, RandomStream.of(1)).parameter("q", shape[0], shape[1], Initialiser.orthogonal(2));
            Tape tape = Tape.inference(Precision.DOUBLE);
            Var q = p.on(tape);
            Var gram = shape[0] <= shape[1] ? q.matmul(q.transpose()) : q.transpose().matmul(q);
            for (int i = 0; i < gram.rows(); i++) {
                for (int j = 0; j < gram.rows(); j++) {
                    assertEquals(i == j ? 4 : 0, gram.at(i, j), 1e-14, "rounding of sums of eight");
                }
            }
        }
    }

    @Test
    void twoWeightsOfOneNameAreRefused() {
        Layers layers = new Layers(new Weights(Precision.FLOAT), RandomStream.of(1));
        layers.linear("a", 2, 2);
        assertThrows(IllegalArgumentException.class, () -> layers.linear("a", 2, 2));
    }

    @Test
    void weightsComeBackFromTheirArrays() {
        Weights weights = new Weights(Precision.FLOAT);
        Layers layers = new Layers(weights, RandomStream.of(1));
        layers.gruCell("cell", 2, 3);
        layers.linear("out", 3, 2);
        Weights other = weights.copy(Precision.FLOAT);
        other.setAll(new double[weights.size()]);
        other.load(weights.arrays());
        assertArrayEquals(weights.values(), other.values());
        assertArrayEquals(new long[] {9, 3}, weights.array("cell.weight_hh").shape());
        assertArrayEquals(new long[] {2}, weights.array("out.bias").shape());
        assertThrows(IllegalArgumentException.class, () -> other.load(Map.of()));
        assertThrows(IllegalArgumentException.class, () -> other.set("out.bias", weights.array("out.weight")));
    }

    @Test
    void dropoutKeepsTheMeanInTrainingAndDoesNothingElsewhere() {
        Tape training = Tape.training(Precision.DOUBLE).random(RandomStream.of(3));
        double[] dropped = training.filled(1000, 20, 2).dropout(0.25).values();
        double mean = Arrays.stream(dropped).average().orElseThrow();
        // 20 000 draws of 2/0.75 with probability 0.75: standard error 0.0082
        assertEquals(2, mean, 0.033);
        assertTrue(Arrays.stream(dropped).allMatch(v -> v == 0 || v == 2 / 0.75));
        Tape inference = Tape.inference(Precision.DOUBLE);
        Var x = inference.filled(2, 2, 2);
        assertEquals(x, x.dropout(0.25));
    }
}
