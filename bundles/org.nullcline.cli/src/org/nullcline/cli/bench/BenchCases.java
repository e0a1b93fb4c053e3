// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.cli.Session;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.engine.registry.RegistryContributions;
import org.nullcline.engine.store.Durable;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.TaskRunner;

/**
 * The benchmarks, all by way of the installed contributions, so that they measure what users get. Sizes are those of the papers: 650 trials of
 * 70 bins for autoencoders, recordings of 100 channels for DSA, 1000 points for MARBLE.
 */
public final class BenchCases {

    private static final int WARM_UP_EPOCHS = 6;

    private final RegistryContributions contributions;
    private final int threads;

    /** Benchmarks of what is installed. */
    public BenchCases(Session session, int threads) {
        contributions = session.contributions();
        this.threads = threads;
    }

    /** What can be measured. */
    public static List<String> names() {
        return List.of("training", "rollout", "dsa", "marble");
    }

    /** The cases of one benchmark, or of all for null. */
    public List<BenchCase> of(String name) {
        List<BenchCase> cases = new ArrayList<>();
        for (String each : name == null ? names() : List.of(name)) {
            switch (each) {
                case "training" -> {
                    cases.add(training("gru", "25"));
                    cases.add(training("node", "3"));
                }
                case "rollout" -> {
                    cases.add(rollout("lorenz"));
                    cases.add(rollout("rossler"));
                }
                case "dsa" -> {
                    cases.add(dsa(100, 10, 30));
                    cases.add(dsa(20, 20, 50));
                }
                default -> cases.add(marble(1000));
            }
        }
        return cases;
    }

    /** One epoch of a sequential autoencoder on 650 training trials is one step of the optimiser. */
    private BenchCase training(String architecture, String latentSize) {
        return new BenchCase("training/" + architecture + "-" + latentSize, runs -> {
            Map<String, String> settings = new LinkedHashMap<>(Map.of("architecture", architecture, "latentSize", latentSize, "batch", "650", "epochs",
                    Integer.toString(WARM_UP_EPOCHS + runs + 1)));
            List<Long> epochs = new ArrayList<>();
            Progress clock = new Progress() {
                private double last = -1;

                @Override
                public synchronized void measure(String series, double x, double y) {
                    if (x > last) {
                        last = x;
                        epochs.add(System.nanoTime());
                    }
                }
            };
            run("fit", Map.of("recording", spikes(650, 70, 10)), settings, clock);
            int first = Math.max(0, epochs.size() - runs - 1);
            double[] millis = new double[Math.min(runs, epochs.size() - 1)];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = (epochs.get(first + i + 1) - epochs.get(first + i)) / 1e6;
            }
            if (millis.length == 0) {
                throw NullclineException.task("the fit shows no learning curve to measure by.");
            }
            return millis;
        });
    }

    private BenchCase rollout(String system) {
        return new BenchCase("rollout/" + system + "-100000", BenchCase.repeated(() -> run("simulate", Map.of(), Map.of("system", system, "neurons", "0", "trials", "1",
                "bins", "100000"), Progress.NONE)));
    }

    private BenchCase dsa(int channels, int delays, int rank) {
        return new BenchCase("dsa/" + channels + "x" + delays + "-rank-" + rank, runs -> {
            Descriptor descriptor = contributions.find(ExtensionPoint.METRICS, "dsa");
            Parameters parameters = Parameters.resolve(descriptor, Map.of("delays", Integer.toString(delays), "rank", Integer.toString(rank)), contributions);
            Metric metric = contributions.create(descriptor, Metric.class);
            Value first = signal(20, 200, channels, 1);
            Value second = signal(20, 200, channels, 2);
            return BenchCase.repeated(() -> inContext(Progress.NONE, context -> {
                double distance = metric.compare(metric.prepare(first, parameters, context), metric.prepare(second, parameters, context), parameters);
                return Double.isNaN(distance) ? 0 : distance;
            })).measure(runs);
        });
    }

    private BenchCase marble(int points) {
        return new BenchCase("marble/" + points + "-points-10-epochs", BenchCase.repeated(() -> run("marble", Map.of("recording", signal(10, points / 10, 3, 3)),
                Map.of("epochs", "10", "seed", "1"), Progress.NONE)));
    }

    private Map<String, Value> run(String id, Map<String, Value> inputs, Map<String, String> settings, Progress progress) {
        Descriptor descriptor = contributions.find(ExtensionPoint.STEPS, id);
        Parameters parameters = Parameters.resolve(descriptor, settings, contributions);
        Step step = contributions.create(descriptor, Step.class);
        Map<String, List<Item>> ports = new LinkedHashMap<>();
        inputs.forEach((port, value) -> ports.put(descriptor.input(port).map(p -> port).orElseGet(() -> descriptor.inputs().getFirst().name()),
                List.of(new Item(port, value))));
        return inContext(progress, context -> step.run(new StepInputs(ports), parameters, context));
    }

    private interface Work<T> {
        T run(TaskRunner.Context context);
    }

    private <T> T inContext(Progress progress, Work<T> work) {
        try {
            Path scratch = Files.createTempDirectory("nullcline");
            try {
                return work.run(new TaskRunner.Context(progress, 1, threads, scratch, contributions));
            } finally {
                Durable.delete(scratch);
            }
        } catch (IOException e) {
            throw NullclineException.infrastructure("A temporary folder cannot be used: " + Store.reason(e) + ".", e);
        } catch (CancellationException e) {
            throw NullclineException.task("the work was cancelled.");
        }
    }

    /** Poisson spikes with slowly waxing and waning rates. */
    private static Value spikes(int trials, int bins, int neurons) {
        RandomStream random = RandomStream.of(7).child("bench spikes");
        double[][] counts = new double[trials * bins][neurons];
        for (int t = 0; t < counts.length; t++) {
            for (int n = 0; n < neurons; n++) {
                counts[t][n] = random.poisson(StrictMath.exp(StrictMath.sin(0.1 * t + n)));
            }
        }
        return Recording.builder(NdArrays.of(counts), Trials.equal(trials, bins), Signal.COUNTS, 0.01).build();
    }

    /** Sums of oscillations with a little noise. */
    private static Value signal(int trials, int bins, int channels, long seed) {
        RandomStream random = RandomStream.of(seed).child("bench signal");
        double[][] rows = new double[trials * bins][channels];
        for (int t = 0; t < rows.length; t++) {
            for (int c = 0; c < channels; c++) {
                rows[t][c] = StrictMath.sin(0.05 * (1 + c % 5) * t + c) + StrictMath.cos(0.013 * seed * t) + 0.05 * random.normal();
            }
        }
        return Recording.builder(NdArrays.of(rows), Trials.equal(trials, bins), Signal.CONTINUOUS, Double.NaN).build();
    }
}
