// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Qr;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.Golden;
import org.nullcline.marble.field.FieldSample;
import org.nullcline.marble.field.Paraboloid;
import org.nullcline.marble.field.ToyFields;
import org.nullcline.marble.geometry.GeodesicNeighbourhoods.Ties;
import org.nullcline.marble.geometry.GraphRule;
import org.nullcline.marble.geometry.PointCloud;
import org.nullcline.marble.geometry.Work;
import org.nullcline.marble.network.ManifoldSettings.Frames;
import org.nullcline.marble.network.ManifoldSettings.Parts;

class FeaturesTest {

    static ManifoldSettings geometry(int k, Frames frames) {
        return new ManifoldSettings(new GraphRule.ContinuousNearest(k, 1), k, 0, Parts.REFUSE, frames, 1.5, 0.9, Ties.DISTANCE);
    }

    private static List<Manifold> grid() {
        float[] field = PointCloud.of("M2", Golden.matrix("M2_vec.csv")).coordinates();
        FieldSample sample = FieldSample.of(PointCloud.of("M2", Golden.matrix("M2_pos.csv")), field);
        return Manifold.of(List.of(sample), geometry(8, Frames.GLOBAL), 0, Work.ALONE);
    }

    @Test
    void gradientFeaturesOfOrderTwoAreThePublishedOnes() {
        GradientFeatures features = new GradientFeatures(grid(), NetworkSettings.standard(), Work.ALONE);
        double[][] golden = Golden.matrix("M2_features_order2.csv");
        assertEquals(14, features.columns());
        float[] values = features.at(OptionalDouble.empty(), false).values();
        for (int i = 0; i < values.length; i++) {
            assertEquals(golden[i / 14][i % 14], values[i], 2e-7);
        }
    }

    /** A network whose perceptron is the identity shows the inner-product features themselves. */
    private static double[] innerProducts(List<Manifold> manifolds, int order) {
        NetworkSettings base = NetworkSettings.standard().with(order, true, false);
        GradientFeatures features = new GradientFeatures(manifolds, base, Work.ALONE);
        int components = manifolds.getFirst().components();
        int groups = features.columns() / components;
        NetworkSettings settings = new NetworkSettings(order, true, false, false, false, List.of(), groups, 0, false, false);
        MarbleNetwork network = new MarbleNetwork(settings, features.columns(), components, manifolds.getFirst().kernels().directions(), 0,
                Precision.DOUBLE, RandomStream.of(0));
        network.weights().set("encoder.0.weight", Matrix.identity(groups).data());
        network.weights().set("encoder.0.bias", new double[groups]);
        int[] all = IntStream.range(0, features.rows()).toArray();
        return network.embed(Tape.inference(Precision.DOUBLE), all, features.at(OptionalDouble.empty(), false), null).values();
    }

    @Test
    void innerProductFeaturesWithoutRotationsAreThePublishedOnes() {
        double[][] golden = Golden.matrix("M2_innerproduct_features_identityO.csv");
        double[] values = innerProducts(grid(), 2);
        for (int i = 0; i < values.length; i++) {
            assertEquals(golden[i / 7][i % 7], values[i], 2e-7);
        }
    }

    @Test
    void innerProductFeaturesDoNotSeeARotationOfPointsAndVectors() {
        FieldSample field = ToyFields.sample(400, new Paraboloid(0.6), 4).get(3);
        double[] before = innerProducts(Manifold.of(List.of(field), geometry(12, Frames.LOCAL), 0, Work.ALONE), 1);
        Matrix turn = Qr.of(new Matrix(3, 3, RandomStream.of(8).normals(9))).q();
        FieldSample turned = FieldSample.of(PointCloud.of("turned", turned(field.points().coordinates(), turn), 3), turned(field.vectors(), turn));
        double[] after = innerProducts(Manifold.of(List.of(turned), geometry(12, Frames.LOCAL), 0, Work.ALONE), 1);
        int equal = 0;
        for (int i = 0; i < before.length; i++) {
            equal += Math.abs(before[i] - after[i]) < 2e-3 ? 1 : 0;
        }
        // Where a neighbourhood is symmetric, rounding decides to which side its frame points.
        assertTrue(equal > 0.98 * before.length, equal + " of " + before.length);
    }

    private static float[] turned(float[] x, Matrix turn) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i += 3) {
            for (int a = 0; a < 3; a++) {
                double sum = 0;
                for (int b = 0; b < 3; b++) {
                    sum += turn.get(a, b) * x[i + b];
                }
                y[i + a] = (float) sum;
            }
        }
        return y;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void featuresAreLinearInTheDiffusionTimeNearby(boolean local) {
        List<Manifold> manifolds = Manifold.of(ToyFields.sample(300, new Paraboloid(0.4), 1), geometry(12, local ? Frames.LOCAL : Frames.GLOBAL), 0,
                Work.ALONE);
        GradientFeatures features = new GradientFeatures(manifolds, NetworkSettings.standard().with(1, local, true), Work.ALONE);
        GradientFeatures.Matrix at = features.at(OptionalDouble.of(0.5), true);
        float[] later = features.at(OptionalDouble.of(0.52), false).values();
        double largest = 0;
        for (int i = 0; i < later.length; i++) {
            largest = Math.max(largest, Math.abs(later[i] - (at.values()[i] + 0.02f * at.rates()[i])));
        }
        // Second order: 0.02² / 2 times a second derivative below 4 for unit vectors.
        assertTrue(largest < 1e-3, "error " + largest);
    }

    @Test
    void undiffusedFeaturesAreThoseOfDiffusionTimeZero() {
        List<Manifold> manifolds = grid();
        GradientFeatures features = new GradientFeatures(manifolds, NetworkSettings.standard(), Work.ALONE);
        float[] plain = features.at(OptionalDouble.empty(), false).values();
        float[] zero = features.at(OptionalDouble.of(0), false).values();
        for (int i = 0; i < plain.length; i++) {
            assertEquals(plain[i], zero[i], 1e-7);
        }
    }

    @Test
    void gradientOfTheNetworkIsThatOfFiniteDifferences() {
        List<Manifold> manifolds = Manifold.of(ToyFields.sample(60, new Paraboloid(0.5), 2), geometry(10, Frames.LOCAL), 0, Work.ALONE);
        NetworkSettings settings = new NetworkSettings(1, true, true, false, true, List.of(5), 2, 0, true, true);
        GradientFeatures features = new GradientFeatures(manifolds, settings, Work.ALONE);
        MarbleNetwork network = new MarbleNetwork(settings, features.columns(), 2, 2, 3, Precision.DOUBLE, RandomStream.of(3));
        GradientFeatures.Matrix matrix = features.at(OptionalDouble.of(0.1), true);
        float[] positions = MarbleTrainer.positions(manifolds);
        int[] nodes = {3, 17, 99, 140, 200, 201, 77};
        network.weights().set("diffusion.time", 0.13);
        Tape tape = Tape.training(Precision.DOUBLE);
        tape.backward(loss(network, tape, nodes, matrix, positions));
        double[] gradient = tape.gradient(network.weights());
        double[] w = network.weights().values();
        for (int i = 0; i < w.length; i++) {
            double before = w[i];
            w[i] = before + 1e-6;
            double above = loss(network, Tape.training(Precision.DOUBLE), nodes, matrix, positions).value();
            w[i] = before - 1e-6;
            double below = loss(network, Tape.training(Precision.DOUBLE), nodes, matrix, positions).value();
            w[i] = before;
            assertEquals((above - below) / 2e-6, gradient[i], 1e-7 * (1 + Math.abs(gradient[i])), "weight " + i);
        }
    }

    private static Var loss(MarbleNetwork network, Tape tape, int[] nodes, GradientFeatures.Matrix matrix, float[] positions) {
        Var z = network.embed(tape, nodes, matrix, positions);
        return z.times(z.plus(0.3)).exp().sum();
    }

    @Test
    void numberOfFeaturesGrowsAsAGeometricSeriesUntilItIsRefused() {
        assertEquals(14, GradientFeatures.columns(2, 2, 2));
        assertEquals(39, GradientFeatures.columns(3, 3, 2));
        assertEquals(155, GradientFeatures.columns(5, 5, 2));
        String sentence = assertThrows(NullclineException.class, () -> GradientFeatures.columns(100, 100, 2)).getMessage();
        assertTrue(sentence.contains("reduce the dimension"), sentence);
    }

    /** Inner products are even in the field; frames along the flow know its direction. */
    @Test
    void innerProductsCannotTellAFlowFromItsReversalAndFlowFramesCan() {
        FieldSample sample = ToyFields.sample(150, new Paraboloid(0.4), 5).get(2);
        float[] reversed = sample.vectors().clone();
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = -reversed[i];
        }
        FieldSample back = FieldSample.of(sample.points(), reversed);
        double[][] even = new double[2][];
        double[][] flow = new double[2][];
        for (int c = 0; c < 2; c++) {
            FieldSample each = c == 0 ? sample : back;
            even[c] = innerProducts(Manifold.of(List.of(each), geometry(12, Frames.LOCAL), 2, Work.ALONE), 1);
            flow[c] = innerProducts(Manifold.of(List.of(each), geometry(12, Frames.FLOW), 2, Work.ALONE), 1);
        }
        double difference = 0;
        for (int i = 0; i < even[0].length; i++) {
            assertEquals(even[0][i], even[1][i], 1e-6);
            difference = Math.max(difference, Math.abs(flow[0][i] - flow[1][i]));
        }
        assertTrue(difference > 0.01, "difference " + difference);
    }

    /** Scalar fields on a surface: magnitudes of the field and of its gradients, the same in any pose; tangent frames that follow it are refused. */
    @Test
    void scalarFieldsGiveMagnitudesThatDoNotSeeARotation() {
        FieldSample surface = ToyFields.sample(200, new Paraboloid(0.5), 6).getFirst();
        float[] height = new float[surface.count()];
        for (int i = 0; i < height.length; i++) {
            height[i] = 2 * surface.points().get(i, 0) - surface.points().get(i, 1);
        }
        Matrix turn = Qr.of(new Matrix(3, 3, RandomStream.of(8).normals(9))).q();
        PointCloud moved = PointCloud.of("turned", turned(surface.points().coordinates(), turn), 3);
        double[][] features = new double[2][];
        for (int pose = 0; pose < 2; pose++) {
            List<FieldSample> samples = List.of(FieldSample.of(pose == 0 ? surface.points() : moved, height));
            List<Manifold> manifolds = Manifold.of(samples, geometry(12, Frames.LOCAL), 2, Work.ALONE);
            NetworkSettings settings = new NetworkSettings(2, true, false, false, false, List.of(), 3, 0, false, false);
            GradientFeatures gradients = new GradientFeatures(manifolds, settings, Work.ALONE);
            assertEquals(1 + 2 + 4, gradients.columns());
            MarbleNetwork network = new MarbleNetwork(settings, gradients.columns(), 1, 2, 0, Precision.DOUBLE, RandomStream.of(0));
            network.weights().set("encoder.0.weight", Matrix.identity(3).data());
            network.weights().set("encoder.0.bias", new double[3]);
            features[pose] = network.embed(Tape.inference(Precision.DOUBLE), IntStream.range(0, 200).toArray(),
                    gradients.at(OptionalDouble.empty(), false), null).values();
        }
        for (int i = 0; i < 200; i++) {
            assertEquals(Math.abs(height[i]), features[0][3 * i], 1e-5);
            for (int o = 0; o < 3; o++) {
                // Rotated coordinates are rounded to single precision.
                assertEquals(features[0][3 * i + o], features[1][3 * i + o], 2e-3);
            }
        }
        List<FieldSample> scalars = List.of(FieldSample.of(surface.points(), height));
        assertTrue(assertThrows(NullclineException.class, () -> Manifold.of(scalars, geometry(12, Frames.FLOW), 0, Work.ALONE)).getMessage()
                .contains("1 component at points of dimension 3"));
    }
}
