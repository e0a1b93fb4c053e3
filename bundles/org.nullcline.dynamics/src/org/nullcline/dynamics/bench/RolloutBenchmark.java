// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.benchmark.Benchmark;
import org.nullcline.api.benchmark.BenchmarkCase;
import org.nullcline.api.step.StepContext;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.internal.Quietly;
import org.nullcline.dynamics.internal.Workers;
import org.nullcline.dynamics.model.Dynamics;
import org.nullcline.dynamics.model.SequentialAutoencoder;

/** Milliseconds to let the latent dynamics of a model run freely from many initial states, without encoder and readout. */
public final class RolloutBenchmark implements Benchmark {

    private static final int SHARD = 64;
    private static final int SHARDS = 10;
    private static final int BINS = 700;
    private static final double WARM_UP_SECONDS = 3;

    private final double warmUpSeconds;
    private final int bins;

    /** For the registry. */
    public RolloutBenchmark() {
        this(WARM_UP_SECONDS, BINS);
    }

    RolloutBenchmark(double warmUpSeconds, int bins) {
        this.warmUpSeconds = warmUpSeconds;
        this.bins = bins;
    }

    @Override
    public List<BenchmarkCase> cases() {
        List<BenchmarkCase> cases = new ArrayList<>();
        for (ModelCase model : List.of(ModelCase.of(ModelCase.GRU, 25, 10, SHARD), ModelCase.of(ModelCase.NODE_TSIT5, 3, 10, SHARD),
                ModelCase.of(ModelCase.NODE_EULER, 3, 10, SHARD), ModelCase.deep(2, 3, 10, SHARD))) {
            cases.add(BenchmarkCase.of("rollout " + model.kind() + " latent " + model.latent() + " trials " + SHARD * SHARDS + " bins " + bins, "rollout",
                    context -> prepare(model, context)));
        }
        return cases;
    }

    private BenchmarkCase.Work prepare(ModelCase which, StepContext context) {
        SequentialAutoencoder model = which.model(context.contributions());
        Dynamics dynamics = model.dynamics();
        int[] active = new int[bins];
        Arrays.fill(active, SHARD);
        double[] initial = RandomStream.of(3).normals(SHARD * dynamics.stateSize());
        List<Integer> shards = IntStream.range(0, SHARDS).boxed().toList();
        BenchmarkCase.Work work = () -> Workers.map(context.threads(), shards, () -> Tape.inference(model.blueprint().precision()), (tape, shard) -> {
            tape.reset();
            return dynamics.unroll(tape.constant(SHARD, dynamics.stateSize(), initial), null, active).getLast().values();
        }, Quietly.within(context.progress()));
        long end = System.nanoTime() + (long) (1e9 * warmUpSeconds);
        do {
            work.run();
        } while (System.nanoTime() < end);
        return work;
    }
}
