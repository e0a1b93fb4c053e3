// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Trials;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.optimise.Adam;
import org.nullcline.compute.optimise.Optimiser;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.compute.train.ShardedLoss;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.Inference;
import org.nullcline.dynamics.model.Likelihood;
import org.nullcline.dynamics.model.Readout;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.model.StateUpdate;
import org.nullcline.dynamics.model.TrialData;

/**
 * Milliseconds per training step (forward, backward, Adam) of the configurations of S0: 70 bins, encoder of 64 units per direction, single
 * precision. The cases and their names are those of the PyTorch yardstick.
 */
public final class TrainingBenchmark {

    private static final int BINS = 70;
    private static final int ENCODER = 64;
    private static final double MEAN_COUNT = 1.6;
    private static final double WARM_UP = 0.4;

    /**
     * A configuration.
     *
     * @param kind {@code gru}, {@code node-euler} (a residual MLP with Δt = 0.1) or {@code node-tsit5}
     * @param latent latent size
     * @param neurons channels
     * @param batch trials per step
     */
    public record Case(String kind, int latent, int neurons, int batch) {

        /** The name under which it is reported. */
        public String name() {
            return kind + " latent " + latent + " neurons " + neurons + " batch " + batch;
        }
    }

    /**
     * The time of a case.
     *
     * @param name of the case
     * @param medianMs median over the runs, milliseconds
     * @param minMs fastest run, milliseconds
     * @param runs number of runs
     */
    public record Measurement(String name, double medianMs, double minMs, int runs) {
    }

    private TrainingBenchmark() {
    }

    /** All cases. */
    public static List<Case> cases() {
        return List.of(new Case("gru", 25, 10, 650), new Case("gru", 3, 10, 650), new Case("node-tsit5", 3, 10, 650),
                new Case("node-euler", 3, 10, 650), new Case("node-tsit5", 10, 100, 650), new Case("node-tsit5", 3, 30, 100));
    }

    /**
     * Measures one case by repeated steps.
     *
     * @param seconds measuring time; warming up takes some more
     */
    public static Measurement measure(Case wanted, int threads, double seconds, Contributions contributions, Progress progress) {
        SequentialAutoencoder model = model(wanted, contributions);
        TrialData data = data(wanted);
        int[] all = new int[wanted.batch()];
        Arrays.setAll(all, i -> i);
        Optimiser adam = Adam.adam(0);
        RandomStream random = RandomStream.of(1);
        List<Double> times = new ArrayList<>();
        try (ShardedLoss loss = new ShardedLoss(model.weights(), (tape, shard) -> {
            var observed = data.observed(tape, shard.trials());
            return model.negativeLogLikelihood(model.run(observed, null, BINS), observed)
                    .scale(1.0 / ((double) BINS * wanted.neurons() * shard.trials().length));
        }, Precision.FLOAT, threads)) {
            long begin = System.nanoTime();
            double elapsed = 0;
            while (elapsed < seconds * (1 + WARM_UP) || times.size() < 3) {
                progress.check();
                long start = System.nanoTime();
                adam.step(model.weights(), loss.gradient(all, random).gradient(), 1e-3);
                long end = System.nanoTime();
                elapsed = (end - begin) / 1e9;
                if (elapsed > seconds * WARM_UP) {
                    times.add((end - start) / 1e6);
                }
            }
        }
        times.sort(null);
        int n = times.size();
        double median = n % 2 == 1 ? times.get(n / 2) : (times.get(n / 2 - 1) + times.get(n / 2)) / 2;
        return new Measurement(wanted.name(), median, times.getFirst(), n);
    }

    private static SequentialAutoencoder model(Case wanted, Contributions contributions) {
        boolean solved = wanted.kind().equals("node-tsit5");
        String id = switch (wanted.kind()) {
            case "gru" -> "org.nullcline.gru";
            case "node-euler" -> "org.nullcline.residual-mlp";
            case "node-tsit5" -> "org.nullcline.node";
            default -> throw new IllegalArgumentException("There is no benchmark of '" + wanted.kind() + "'.");
        };
        Descriptor architecture = contributions.find(ExtensionPoint.ARCHITECTURES, id);
        Parameters parameters = Parameters.defaults(architecture, contributions).withSizes(wanted.latent(), 0);
        Descriptor solver = contributions.find(ExtensionPoint.SOLVERS, "org.nullcline.tsit5");
        return new SequentialAutoencoder(new Blueprint(new Parameters.Choice(architecture, parameters), solved ? StateUpdate.DERIVATIVE : StateUpdate.NEXT,
                solved ? new Parameters.Choice(solver, Parameters.defaults(solver, contributions)) : null, solved ? 1.0 / (BINS - 1) : 1, wanted.neurons(),
                ENCODER, 0, Likelihood.POISSON, Precision.FLOAT, Readout.PLAIN, Inference.PLAIN), RandomStream.of(0), contributions);
    }

    private static TrialData data(Case wanted) {
        RandomStream random = RandomStream.of(2);
        float[] counts = new float[wanted.batch() * BINS * wanted.neurons()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.poisson(MEAN_COUNT);
        }
        return new TrialData(Trials.equal(wanted.batch(), BINS), wanted.neurons(), counts, 0, new float[0]);
    }
}
