// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.dynamics.model.TaskNetwork;
import org.nullcline.dynamics.task.TaskTrials;

/**
 * Hidden activity in a few fixed moments of fixed trials, without noise, before training and after every epoch: how activity changes with
 * learning, which tells learning rules apart (Nayebi et al. 2020).
 */
public final class ActivityLog {

    private static final String ARRAY = "observed";

    private final TaskTrials probes;
    private final int moments;
    private final List<float[]> snapshots = new ArrayList<>();
    private int units;

    /**
     * An empty log.
     *
     * @param probes fixed trials
     * @param moments bins of each that are looked at, spread over the trial up to its last bin
     */
    public ActivityLog(TaskTrials probes, int moments) {
        this.probes = probes;
        this.moments = Math.min(moments, probes.task().bins());
    }

    /** Takes a snapshot: (trial, moment) × unit. */
    void observe(TaskNetwork network) {
        units = network.blueprint().latentSize();
        Tape tape = Tape.inference(network.blueprint().precision());
        List<Var> states = network.run(probes.inputs(tape, IntStream.range(0, probes.count()).toArray()), null).states();
        float[] snapshot = new float[probes.count() * moments * units];
        for (int m = 0; m < moments; m++) {
            Var state = states.get((int) ((m + 1L) * states.size() / moments) - 1);
            double[] values = state.values();
            for (int trial = 0; trial < probes.count(); trial++) {
                for (int d = 0; d < units; d++) {
                    snapshot[(trial * moments + m) * units + d] = (float) values[trial * state.columns() + d];
                }
            }
        }
        snapshots.add(snapshot);
    }

    Value addTo(Value saved) {
        int n = snapshots.getFirst().length;
        float[] all = new float[snapshots.size() * n];
        for (int i = 0; i < snapshots.size(); i++) {
            System.arraycopy(snapshots.get(i), 0, all, i * n, n);
        }
        return saved.copy().array(ARRAY, "", NdArrays.of(all, snapshots.size(), n), "epoch", "element").attribute("units", units).build();
    }

    void restore(Value saved) {
        units = (int) saved.number("units", 0);
        float[] all = NdArrays.floats(saved.array(ARRAY));
        int count = saved.named(ARRAY).size(0);
        snapshots.clear();
        for (int i = 0; i < count; i++) {
            float[] snapshot = new float[all.length / count];
            System.arraycopy(all, i * snapshot.length, snapshot, 0, snapshot.length);
            snapshots.add(snapshot);
        }
    }

    /** One trajectory over training for every moment of every probe trial; its time is the epoch. */
    public Value value() {
        int time = snapshots.size();
        int paths = probes.count() * moments;
        float[] state = new float[paths * time * units];
        for (int path = 0; path < paths; path++) {
            for (int t = 0; t < time; t++) {
                System.arraycopy(snapshots.get(t), path * units, state, (path * time + t) * units, units);
            }
        }
        return Trajectories.builder(NdArrays.of(state, paths * time, units), Trials.equal(paths, time)).build();
    }
}
