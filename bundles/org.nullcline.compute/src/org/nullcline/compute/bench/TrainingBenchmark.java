// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.compute.bench.AutoencoderModel.Decoder;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.optimise.Adam;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.compute.train.ShardedLoss;

/**
 * Measures training steps (forward, backward, Adam) of sequential autoencoders made of the building blocks of this bundle.
 */
public final class TrainingBenchmark {

    /**
     * Measured speed of one configuration.
     *
     * @param name     what was measured
     * @param medianMs median of the runs in milliseconds
     * @param minMs    fastest run in milliseconds
     * @param runs     number of runs after warming up
     */
    public record Measurement(String name, double medianMs, double minMs, int runs) {
    }

    private record Case(Decoder decoder, int latent, int neurons, int trials) {
        String label() {
            return decoder.name().toLowerCase(java.util.Locale.ROOT) + " latent " + latent + " neurons " + neurons + " batch " + trials;
        }
    }

    private static final List<Case> CASES = List.of(new Case(Decoder.GRU, 25, 10, 650), new Case(Decoder.GRU, 3, 10, 650),
        new Case(Decoder.TSIT5, 3, 10, 650), new Case(Decoder.EULER, 3, 10, 650), new Case(Decoder.TSIT5, 10, 100, 650),
        new Case(Decoder.TSIT5, 3, 30, 100));

    private TrainingBenchmark() {
    }

    /** The names of the configurations. */
    public static List<String> names() {
        return CASES.stream().map(Case::label).toList();
    }

    /**
     * Measures one configuration.
     *
     * @param name    one of {@link #names}
     * @param threads how many threads share a batch
     * @param warmUp  seconds that are not counted
     * @param seconds seconds that are counted
     */
    public static Measurement run(String name, int threads, double warmUp, double seconds) {
        Case chosen = CASES.stream().filter(c -> c.label().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no benchmark \"" + name + "\"; there are " + names() + "."));
        AutoencoderModel model = new AutoencoderModel(chosen.decoder(), chosen.latent(), chosen.neurons(), chosen.trials());
        int[] batch = IntStream.range(0, chosen.trials()).toArray();
        Adam adam = Adam.adam(0);
        try (ShardedLoss loss = new ShardedLoss(model.weights(), model::loss, Precision.FLOAT, threads)) {
            List<Double> times = new ArrayList<>();
            long start = System.nanoTime();
            for (int step = 0; System.nanoTime() - start < (warmUp + seconds) * 1e9 || times.size() < 3; step++) {
                long begin = System.nanoTime();
                double[] gradient = loss.gradient(batch, RandomStream.of(step)).gradient();
                adam.step(model.weights(), gradient, 1e-3);
                long end = System.nanoTime();
                if (begin - start > warmUp * 1e9) {
                    times.add((end - begin) / 1e6);
                }
            }
            Collections.sort(times);
            return new Measurement(name, times.get(times.size() / 2), times.get(0), times.size());
        }
    }

    /** Measures all configurations, or those whose names contain the third argument, with the given threads and seconds. */
    public static void main(String[] arguments) {
        int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5;
        for (String name : names()) {
            if (arguments.length < 3 || name.contains(arguments[2])) {
                Measurement m = run(name, threads, seconds, seconds);
                System.out.printf(java.util.Locale.ROOT, "%-40s %d threads  median %8.2f ms  min %8.2f ms  (%d runs)%n", m.name(), threads,
                    m.medianMs(), m.minMs(), m.runs());
            }
        }
    }
}
