// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Qr;
import org.nullcline.compute.linalg.Solve;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.compute.random.RandomStream;

/**
 * Random values of the built-in kinds, and transformations of them that a metric may be invariant to. Values of one {@link Scene} belong
 * together: the same trials, states of the same size, predictions for the channels that were recorded.
 */
public final class RandomValues {

    /** What the values of an experiment have to do with one another. */
    public enum Scene {
        /** A noisy linear system with inputs, two conditions, continuous activity. */
        SIGNALS("continuous recordings", 3),
        /** Spike counts of a simulation whose rates and states are known, as many state variables as fixed points have, split into trials for training and validation. */
        SPIKES("simulated spike counts with known states", 1),
        /** Firing rates of such neurons. */
        RATES("firing rates", 1),
        /** The same as two sessions that share a model, one with fewer channels. */
        SESSIONS("trajectories of two sessions", 2);

        private final String text;
        private final int items;

        Scene(String text, int items) {
            this.text = text;
            this.items = items;
        }

        /** How many values a port of several gets. */
        int items() {
            return items;
        }

        /** For reports. */
        String text() {
            return text;
        }
    }

    private static final int SAMPLES = 60;
    private static final int CHANNELS = 4;
    private static final int[] TRIALS = {70, 70, 60, 60};

    private final RandomStream stream;
    private final SpikingScene spikes;

    /** Values that depend on the seed alone. */
    public RandomValues(long seed) {
        this.stream = RandomStream.of(seed).child("random-values");
        this.spikes = new SpikingScene(activity(stream.child("scene"), null), trials());
    }

    /**
     * A random value.
     *
     * @param kind one of {@link Kinds}
     * @param index different indices give independent values of the same sizes
     * @throws NullclineException for kinds that cannot be made at random
     */
    public Value value(String kind, int index) {
        return value(kind, index, Scene.SIGNALS, 0);
    }

    /** As {@link #value(String, int)}, of a scene: the one at place {@code item} of a port of several. */
    public Value value(String kind, int index, Scene scene, int item) {
        RandomStream random = stream.child(kind, index);
        return switch (kind) {
            case Kinds.MATRIX -> Value.of(kind).array("matrix", "", matrix(SAMPLES, CHANNELS, random).toArray(), "sample", "dimension").build();
            case Kinds.OPERATOR -> operator(contraction(CHANNELS, random));
            case Kinds.RECORDING -> switch (scene) {
                case SIGNALS -> recording(random);
                case SPIKES -> spikes.recording(random);
                case RATES -> spikes.inSpikesPerSecond(random);
                case SESSIONS -> spikes.session(random, item);
            };
            case Kinds.TRAJECTORIES -> switch (scene) {
                case SIGNALS -> trajectories(random);
                case SPIKES, RATES -> spikes.trajectories(random);
                case SESSIONS -> spikes.sessions(random);
            };
            case Kinds.EMBEDDING -> scene != Scene.SIGNALS ? spikes.embedding(random) : Embedding.builder(matrix(SAMPLES, 3, random).toArray(), condition(), List.of("one", "two")).build();
            case Kinds.FIXED_POINTS -> scene == Scene.SIGNALS ? fixedPoints(random)
                    : fixedPoints(random).copy().attribute("interval", SpikingScene.INTERVAL).build();
            case Kinds.DISTANCES -> distances(random);
            default -> throw NullclineException.invalid("The conformance kit makes no random values of kind " + kind + ".");
        };
    }

    /** Whether random values of a kind can be made. */
    public static boolean makes(String kind) {
        return List.of(Kinds.MATRIX, Kinds.OPERATOR, Kinds.RECORDING, Kinds.TRAJECTORIES, Kinds.EMBEDDING, Kinds.FIXED_POINTS, Kinds.DISTANCES).contains(kind);
    }

    /**
     * A value moved by a random transformation of its coordinates.
     *
     * @param invariance {@code orthogonal}, {@code translation}, {@code scale}, {@code permutation}, {@code linear} or {@code similarity}
     */
    public Value moved(Value value, String invariance, int index) {
        RandomStream random = stream.child("move-" + invariance, index);
        String array = switch (value.kind()) {
            case Kinds.OPERATOR -> "operator";
            case Kinds.RECORDING -> Recording.ACTIVITY;
            case Kinds.TRAJECTORIES -> Trajectories.STATE;
            case Kinds.EMBEDDING -> Embedding.POINTS;
            case Kinds.MATRIX -> "matrix";
            default -> throw NullclineException.invalid("The conformance kit cannot move values of kind " + value.kind() + ".");
        };
        Matrix x = Matrix.of(value.array(array));
        boolean operator = value.kind().equals(Kinds.OPERATOR);
        if (operator) {
            return operator(movedOperator(x, invariance, random));
        }
        Matrix moved = movedSamples(x, invariance, random);
        return value.copy().array(array, value.named(array).unit(), moved.toArray(), value.named(array).axes().stream().map(a -> a.name())
                .toArray(String[]::new)).build();
    }

    private static Matrix movedSamples(Matrix x, String invariance, RandomStream random) {
        int n = x.columns();
        return switch (invariance) {
            case "orthogonal" -> x.times(orthogonal(n, random));
            case "permutation" -> x.times(permutation(n, random));
            case "linear" -> x.times(invertible(n, random));
            case "scale" -> x.times(0.3 + 3 * random.uniform());
            case "translation" -> {
                double[] by = random.normals(n);
                Matrix shifted = x.copy();
                for (int i = 0; i < shifted.data().length; i++) {
                    shifted.data()[i] += by[i % n];
                }
                yield shifted;
            }
            default -> throw unknown(invariance);
        };
    }

    private static Matrix movedOperator(Matrix a, String invariance, RandomStream random) {
        int n = a.rows();
        return switch (invariance) {
            case "orthogonal" -> conjugate(a, orthogonal(n, random));
            case "permutation" -> conjugate(a, permutation(n, random));
            case "similarity" -> {
                Matrix m = invertible(n, random);
                yield m.times(a).times(Solve.inverse(m));
            }
            case "scale" -> a.times(0.3 + 3 * random.uniform());
            default -> throw unknown(invariance);
        };
    }

    private static NullclineException unknown(String invariance) {
        return NullclineException.invalid("The conformance kit knows no invariance '" + invariance
                + "' for this kind of value; it knows orthogonal, translation, scale, permutation, linear and similarity.");
    }

    private static Matrix conjugate(Matrix a, Matrix q) {
        return q.times(a).timesTranspose(q);
    }

    private static Matrix matrix(int rows, int columns, RandomStream random) {
        return new Matrix(rows, columns, random.normals(rows * columns));
    }

    private static Matrix orthogonal(int n, RandomStream random) {
        return Qr.of(matrix(n, n, random)).q();
    }

    private static Matrix permutation(int n, RandomStream random) {
        int[] order = random.permutation(n);
        Matrix permutation = new Matrix(n, n);
        for (int i = 0; i < n; i++) {
            permutation.set(i, order[i], 1);
        }
        return permutation;
    }

    /** Of condition number at most 4, so that the deviation seen is the metric's and not that of rounding. */
    private static Matrix invertible(int n, RandomStream random) {
        double[] gains = random.uniforms(n, 0.5, 2);
        return orthogonal(n, random).scaleColumns(gains).times(orthogonal(n, random));
    }

    private static Matrix contraction(int n, RandomStream random) {
        Matrix a = matrix(n, n, random);
        return a.times((0.7 + 0.25 * random.uniform()) / Svd.values(a)[0]);
    }

    private static Value operator(Matrix a) {
        Eigen.Values values = Eigen.values(a);
        double[] residuals = new double[values.count()];
        Arrays.setAll(residuals, i -> 1 - values.modulus(i));
        return Value.of(Kinds.OPERATOR).array("operator", "", a.toArray(), "state", "state")
                .array("eigenvalues", "", Matrix.of(values.points()).toArray(), "eigenvalue", "part")
                .array("residuals", "", NdArrays.of(residuals, residuals.length), "eigenvalue")
                .array("normalisedResiduals", "", NdArrays.of(residuals, residuals.length), "eigenvalue").build();
    }

    private static Trials trials() {
        List<Integer> lengths = new ArrayList<>();
        for (int length : TRIALS) {
            lengths.add(length);
        }
        return Trials.ofLengths(lengths);
    }

    private static long[] condition() {
        long[] condition = new long[SAMPLES];
        for (int i = SAMPLES / 2; i < SAMPLES; i++) {
            condition[i] = 1;
        }
        return condition;
    }

    private static Value trajectories(RandomStream random) {
        Matrix states = activity(random, null);
        Matrix rates = states.times(matrix(CHANNELS, 6, random).times(0.2));
        for (int i = 0; i < rates.data().length; i++) {
            rates.data()[i] = Math.exp(rates.data()[i]);
        }
        return Trajectories.builder(states.toArray(), trials()).array(Trajectories.RATES, "spikes/bin", rates.toArray(), "time", "channel").build();
    }

    private static Value recording(RandomStream random) {
        Matrix input = matrix((int) trials().total(), 2, random.child("input"));
        return Recording.builder(activity(random, input).toArray(), trials(), Signal.CONTINUOUS, 0.02)
                .array("input", "", input.toArray(), "time", "input")
                .array(Recording.LABELS, "", NdArrays.of(new long[] {0, 1, 0, 1}, TRIALS.length), "trial")
                .attribute(Recording.LABELS, List.of("left", "right")).build();
    }

    /** A noisy linear system, driven by {@code input} where there is one: activity with a past, as metrics of dynamics need it. */
    private static Matrix activity(RandomStream random, Matrix input) {
        Matrix a = contraction(CHANNELS, random);
        Matrix b = matrix(CHANNELS, 2, random);
        Matrix activity = new Matrix((int) trials().total(), CHANNELS);
        int row = 0;
        for (int length : TRIALS) {
            double[] x = random.normals(CHANNELS);
            for (int t = 0; t < length; t++) {
                System.arraycopy(x, 0, activity.data(), row++ * CHANNELS, CHANNELS);
                x = a.times(x);
                double[] drive = input == null ? new double[CHANNELS] : b.times(input.row(row - 1));
                for (int i = 0; i < CHANNELS; i++) {
                    x[i] += 0.5 * random.normal() + drive[i];
                }
            }
        }
        return activity;
    }

    /** Distances between points of two groups. */
    private static Value distances(RandomStream random) {
        int n = 8;
        Matrix points = matrix(n, 3, random);
        double[][] distances = new double[n][n];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            names.add((i < n / 2 ? "one " : "two ") + i);
            for (int j = 0; j < n; j++) {
                distances[i][j] = points.rows(i, i + 1).minus(points.rows(j, j + 1)).norm();
            }
        }
        return Distances.builder(distances, names, names, "random", false).build();
    }

    private static Value fixedPoints(RandomStream random) {
        int points = 3;
        int n = CHANNELS;
        double[] jacobians = new double[points * n * n];
        double[] eigenvalues = new double[points * n * 2];
        for (int p = 0; p < points; p++) {
            Matrix jacobian = matrix(n, n, random);
            System.arraycopy(jacobian.data(), 0, jacobians, p * n * n, n * n);
            Eigen.Values values = Eigen.values(jacobian);
            for (int i = 0; i < n; i++) {
                eigenvalues[(p * n + i) * 2] = values.re()[i];
                eigenvalues[(p * n + i) * 2 + 1] = values.im()[i];
            }
        }
        return FixedPoints.builder(matrix(points, n, random).toArray(), NdArrays.of(new double[points], points),
                NdArrays.of(eigenvalues, points, n, 2), NdArrays.of(jacobians, points, n, n), true).build();
    }
}
