// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.bench;

import java.util.List;
import java.util.OptionalDouble;

import org.nullcline.api.benchmark.Benchmark;
import org.nullcline.api.benchmark.BenchmarkCase;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.StepContext;
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
import org.nullcline.marble.network.TrainingEpochs;
import org.nullcline.marble.network.TrainingSettings;
import org.nullcline.marble.network.TrainingSettings.Method;

/**
 * Measures training epochs of MARBLE and the computation of its geometry and features: on the toy fields, and on points in three dimensions with
 * k = 20, derivatives to order 2, 32 hidden units and batches of 64.
 */
public final class MarbleBenchmark implements Benchmark {

    private static final int K = 20;
    private static final int BATCH = 64;
    private static final int TOY_POINTS = 512;
    private static final int[] SIZES = {20_000, 40_000};
    /** Epochs of one run: enough that a run takes some tens of milliseconds. */
    private static final int TOY_EPOCHS = 20;

    @Override
    public List<BenchmarkCase> cases() {
        return List.of(epochs("epoch toy fields 2048 points", TOY_EPOCHS, MarbleBenchmark::toy),
                epochs("epoch " + SIZES[0] + " points 3-D", 1, () -> List.of(cloud(SIZES[0]))),
                preprocessing("preprocessing toy fields 2048 points", Frames.GLOBAL, MarbleBenchmark::toy),
                preprocessing("preprocessing " + SIZES[0] + " points 3-D", Frames.GLOBAL, () -> List.of(cloud(SIZES[0]))),
                preprocessing("preprocessing " + SIZES[1] + " points 3-D", Frames.GLOBAL, () -> List.of(cloud(SIZES[1]))),
                preprocessing("preprocessing with tangent frames " + SIZES[0] + " points 3-D", Frames.LOCAL, () -> List.of(cloud(SIZES[0]))));
    }

    private interface Data {
        List<FieldSample> make();
    }

    private static BenchmarkCase epochs(String name, int units, Data data) {
        return new BenchmarkCase("marble " + name, "epoch", units, context -> new Epochs(data.make(), units, context));
    }

    private static BenchmarkCase preprocessing(String name, Frames frames, Data data) {
        return BenchmarkCase.of("marble " + name, "graph, kernels and features", context -> {
            List<FieldSample> samples = data.make();
            Work work = work(context);
            return () -> {
                List<Manifold> manifolds = MarbleModel.manifolds(samples, settings(frames), work);
                new GradientFeatures(manifolds, NetworkSettings.standard(), work).at(OptionalDouble.empty(), false);
            };
        });
    }

    /** Hardly any validation points, so that training steps alone are measured. */
    private static final class Epochs implements BenchmarkCase.Work {

        private final TrainingEpochs training;
        private final int units;

        Epochs(List<FieldSample> samples, int units, StepContext context) {
            this.units = units;
            Work work = work(context);
            TrainingSettings settings = new TrainingSettings(1, BATCH, 0.01, Method.SGD, 0.9, 10, 0.1, 0, 0.8, 0.001, 0);
            training = new TrainingEpochs(MarbleModel.manifolds(samples, settings(Frames.GLOBAL), work), NetworkSettings.standard(), settings, work);
        }

        @Override
        public void run() {
            for (int epoch = 0; epoch < units; epoch++) {
                training.next();
            }
        }

        @Override
        public void close() {
            training.close();
        }
    }

    private static Work work(StepContext context) {
        return new Work(Math.max(1, context.threads()), Progress.NONE);
    }

    private static ManifoldSettings settings(Frames frames) {
        return new ManifoldSettings(new GraphRule.ContinuousNearest(K, 1), K, 0, Parts.LARGEST, frames, 1.5, 0.9, Ties.PUBLISHED);
    }

    private static List<FieldSample> toy() {
        return ToyFields.sample(TOY_POINTS, new Paraboloid(0), 0);
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
}
