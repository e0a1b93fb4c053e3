// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.bench;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.benchmark.Benchmark;
import org.nullcline.api.benchmark.BenchmarkCase;
import org.nullcline.api.step.StepContext;
import org.nullcline.compute.optimise.Adam;
import org.nullcline.compute.optimise.Optimiser;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.compute.train.ShardedLoss;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.model.TrialData;

/**
 * Milliseconds per training step (forward, backward, Adam) and per inference of the configurations of S0: 70 bins, encoder of 64 units per
 * direction, single precision. The training cases and their names are those of the PyTorch yardstick; neural ODEs with deep vector fields and
 * Runge–Kutta steps stand beside them.
 */
public final class TrainingBenchmark implements Benchmark {

    /** The vector code of a step is compiled while it runs; what runs before that is a hundred times slower and says nothing. */
    private static final double WARM_UP_SECONDS = 4;

    private final double warmUpSeconds;
    private final List<ModelCase> models;

    /** For the registry. */
    public TrainingBenchmark() {
        this(WARM_UP_SECONDS, models());
    }

    /** Other models, or a shorter time to warm up. */
    TrainingBenchmark(double warmUpSeconds, List<ModelCase> models) {
        this.warmUpSeconds = warmUpSeconds;
        this.models = models;
    }

    /** The models that are measured. */
    static List<ModelCase> models() {
        List<ModelCase> models = new ArrayList<>(List.of(ModelCase.of(ModelCase.GRU, 25, 10, 650), ModelCase.of(ModelCase.GRU, 3, 10, 650),
                ModelCase.of(ModelCase.NODE_TSIT5, 3, 10, 650), ModelCase.of(ModelCase.NODE_EULER, 3, 10, 650),
                ModelCase.of(ModelCase.NODE_TSIT5, 10, 100, 650), ModelCase.of(ModelCase.NODE_TSIT5, 3, 30, 100),
                ModelCase.of(ModelCase.NODE_TSIT5_BINS, 3, 10, 650), ModelCase.of(ModelCase.NODE_TSIT5_BINS, 10, 100, 650),
                ModelCase.of(ModelCase.NODE_TSIT5_BINS, 3, 30, 100)));
        for (int layers : new int[] {2, 6}) {
            for (int batch : new int[] {100, 650}) {
                models.add(ModelCase.deep(layers, 3, 30, batch));
            }
        }
        return List.copyOf(models);
    }

    @Override
    public List<BenchmarkCase> cases() {
        List<BenchmarkCase> cases = new ArrayList<>();
        for (ModelCase model : models) {
            cases.add(BenchmarkCase.of(model.name(), "training step", context -> new Training(model, context).warm(warmUpSeconds)));
        }
        for (ModelCase model : models) {
            cases.add(BenchmarkCase.of(model.name() + " inference", "inference", context -> new Evaluation(model, context).warm(warmUpSeconds)));
        }
        return cases;
    }

    /** A model, its data and its loss on a number of threads. */
    private abstract static class Prepared implements BenchmarkCase.Work {

        final SequentialAutoencoder model;
        final ShardedLoss loss;
        final int[] trials;
        final RandomStream random = RandomStream.of(1);
        private final StepContext context;

        Prepared(ModelCase which, StepContext context) {
            this.context = context;
            model = which.model(context.contributions());
            TrialData data = which.data();
            trials = which.trials();
            loss = new ShardedLoss(model.weights(), (tape, shard) -> {
                var observed = data.observed(tape, shard.trials());
                return model.negativeLogLikelihood(model.run(observed, null, ModelCase.BINS), observed)
                        .scale(1.0 / ((double) ModelCase.BINS * which.neurons() * shard.trials().length));
            }, model.blueprint().precision(), context.threads());
        }

        Prepared warm(double seconds) {
            long end = System.nanoTime() + (long) (1e9 * seconds);
            do {
                context.progress().check();
                run();
            } while (System.nanoTime() < end);
            return this;
        }

        @Override
        public void close() {
            loss.close();
        }
    }

    private static final class Training extends Prepared {

        private final Optimiser adam = Adam.adam(0);

        Training(ModelCase which, StepContext context) {
            super(which, context);
        }

        @Override
        public void run() {
            adam.step(model.weights(), loss.gradient(trials, random).gradient(), 1e-3);
        }
    }

    private static final class Evaluation extends Prepared {

        Evaluation(ModelCase which, StepContext context) {
            super(which, context);
        }

        @Override
        public void run() {
            loss.value(trials, random);
        }
    }
}
