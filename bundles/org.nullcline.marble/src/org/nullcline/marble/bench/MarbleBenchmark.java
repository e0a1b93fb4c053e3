// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.nullcline.api.step.Progress;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.field.FieldSample;
import org.nullcline.marble.field.Paraboloid;
import org.nullcline.marble.field.ToyFields;
import org.nullcline.marble.geometry.GeodesicNeighbourhoods.Ties;
import org.nullcline.marble.geometry.GraphRule;
import org.nullcline.marble.geometry.PointCloud;
import org.nullcline.marble.geometry.Work;
import org.nullcline.marble.network.GradientFeatures;
import org.nullcline.marble.network.Manifold;
import org.nullcline.marble.network.ManifoldSettings;
import org.nullcline.marble.network.ManifoldSettings.Frames;
import org.nullcline.marble.network.ManifoldSettings.Parts;
import org.nullcline.marble.network.MarbleModel;
import org.nullcline.marble.network.NetworkSettings;
import org.nullcline.marble.network.TrainingSettings;
import org.nullcline.marble.network.TrainingSettings.Method;

/**
 * Measures training epochs of MARBLE and the computation of its geometry and features: on the toy fields, and on points in three dimensions with
 * k = 20, derivatives to order 2, 32 hidden units and batches of 64.
 */
public final class MarbleBenchmark {

    private static final int K = 20;
    private static final int BATCH = 64;
    private static final int MOST_EPOCHS = 100_000;

    /**
     * Measured speed of one case.
     *
     * @param name what was measured
     * @param medianMs median of the runs in milliseconds
     * @param minMs fastest run in milliseconds
     * @param runs number of runs after warming up
     */
    public record Measurement(String name, double medianMs, double minMs, int runs) {
    }

    private enum Kind {
        /** One epoch of training. */
        EPOCH,
        /** Graph, kernels and features along the axes. */
        FEATURES,
        /** The same along tangent frames, with frames and connection. */
        FRAMES
    }

    /** Points in space, or of the toy fields where there are none. */
    private record Case(Kind work, int points) {

        String label() {
            String what = switch (work) {
                case EPOCH -> "epoch";
                case FEATURES -> "preprocessing";
                case FRAMES -> "preprocessing with tangent frames";
            };
            return "marble " + what + (points == 0 ? " toy fields 2048 points" : " " + points + " points order 2 hidden 32 batch 64");
        }

        List<FieldSample> samples() {
            return points == 0 ? ToyFields.sample(512, new Paraboloid(0), 0) : List.of(cloud(points));
        }
    }

    private static final List<Case> CASES = List.of(new Case(Kind.EPOCH, 0), new Case(Kind.EPOCH, 20_000), new Case(Kind.FEATURES, 0),
            new Case(Kind.FEATURES, 20_000), new Case(Kind.FEATURES, 40_000), new Case(Kind.FRAMES, 20_000));

    private MarbleBenchmark() {
    }

    /** The names of the cases. */
    public static List<String> names() {
        return CASES.stream().map(Case::label).toList();
    }

    /**
     * Measures one case.
     *
     * @param name one of {@link #names}
     * @param threads threads that geometry may use; does not change results
     * @param warmUp seconds that are not counted
     * @param seconds seconds that are counted; at least three runs are
     */
    public static Measurement run(String name, int threads, double warmUp, double seconds) {
        Case chosen = CASES.stream().filter(c -> c.label().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no benchmark \"" + name + "\"; there are " + names() + "."));
        Stopwatch watch = new Stopwatch(warmUp, seconds);
        Work work = new Work(threads, Progress.NONE);
        List<FieldSample> samples = chosen.samples();
        if (chosen.work() == Kind.EPOCH) {
            ManifoldSettings geometry = settings(Frames.GLOBAL);
            List<Manifold> manifolds = MarbleModel.manifolds(samples, geometry, work);
            // Hardly any validation points, so that training steps alone are measured.
            TrainingSettings training = new TrainingSettings(MOST_EPOCHS, BATCH, 0.01, Method.SGD, 0.9, 10, 0.1, 0, 0.8, 0.001, 0);
            try {
                MarbleModel.fit(manifolds, geometry, NetworkSettings.standard(), training, Optional.empty(), new Work(threads, watch));
            } catch (Enough e) {
                return watch.result(name);
            }
        }
        ManifoldSettings geometry = settings(chosen.work() == Kind.FRAMES ? Frames.LOCAL : Frames.GLOBAL);
        watch.start();
        while (!watch.enough()) {
            List<Manifold> manifolds = MarbleModel.manifolds(samples, geometry, work);
            new GradientFeatures(manifolds, NetworkSettings.standard(), work).at(OptionalDouble.empty(), false);
            watch.lap();
        }
        return watch.result(name);
    }

    private static ManifoldSettings settings(Frames frames) {
        return new ManifoldSettings(new GraphRule.ContinuousNearest(K, 1), K, 0, Parts.LARGEST, frames, 1.5, 0.9, Ties.DISTANCE);
    }

    /** A rotating and stretching field at normally distributed points. */
    private static FieldSample cloud(int n) {
        double[] random = RandomStream.of(0).child("benchmark").normals(3 * n);
        float[] x = new float[3 * n];
        float[] f = new float[3 * n];
        for (int i = 0; i < x.length; i += 3) {
            for (int d = 0; d < 3; d++) {
                x[i + d] = (float) random[i + d];
            }
            f[i] = -x[i + 1];
            f[i + 1] = x[i];
            f[i + 2] = 0.3f * x[i] * x[i + 2];
        }
        return FieldSample.of(PointCloud.of("benchmark", x, 3), f);
    }

    /** Ends a training that was measured long enough. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("measured long enough", null, false, false);
        }
    }

    /** Takes the time between epochs, or between laps. */
    private static final class Stopwatch implements Progress {

        private final double warmUp;
        private final double seconds;
        private final List<Double> times = new ArrayList<>();
        private long first;
        private long last;

        Stopwatch(double warmUp, double seconds) {
            this.warmUp = warmUp;
            this.seconds = seconds;
        }

        void start() {
            first = System.nanoTime();
            last = first;
        }

        void lap() {
            long now = System.nanoTime();
            if (last - first >= warmUp * 1e9) {
                times.add((now - last) / 1e6);
            }
            last = now;
        }

        boolean enough() {
            return times.size() >= 3 && System.nanoTime() - first > (warmUp + seconds) * 1e9;
        }

        @Override
        public void measure(String series, double x, double y) {
            if (!series.equals("loss.train")) {
                return;
            }
            if (first == 0) {
                start();
            } else {
                lap();
            }
            if (enough()) {
                throw new Enough();
            }
        }

        Measurement result(String name) {
            Collections.sort(times);
            return new Measurement(name, times.get(times.size() / 2), times.getFirst(), times.size());
        }
    }

    /** Measures all cases, or those whose names contain the third argument, with the given threads and seconds. */
    public static void main(String[] arguments) {
        int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5;
        for (String name : names()) {
            if (arguments.length < 3 || name.contains(arguments[2])) {
                Measurement m = run(name, threads, seconds, seconds);
                System.out.printf(Locale.ROOT, "%-75s %d threads  median %9.2f ms  min %9.2f ms  (%d runs)%n", m.name(), threads, m.medianMs(),
                        m.minMs(), m.runs());
            }
        }
    }
}
