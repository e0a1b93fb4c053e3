// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.analysis.RungeKutta;

/** Simulated recordings of the Lorenz system with the observation model of S0 §1: linear log rates, standardised, Poisson counts. */
public final class TestRecordings {

    /** Time bin of S0 in the system's unit of time. */
    public static final double INTERVAL = 0.0150081072;

    private TestRecordings() {
    }

    /** Consecutive trials of equal length. */
    public static Value lorenz(int trials, int bins, int neurons) {
        return lorenz(Trials.equal(trials, bins), neurons, Signal.COUNTS);
    }

    /** Trials of any lengths. */
    public static Value lorenz(Trials trials, int neurons, Signal signal) {
        return lorenz(trials, neurons, signal, 7);
    }

    /** The same trials, seen by other neurons. */
    public static Value lorenz(Trials trials, int neurons, Signal signal, long seed) {
        int samples = Math.toIntExact(trials.total());
        int fine = 3;
        double[][] dense = RungeKutta.trajectory(TestSystems.lorenz(10, 28, 2.667), new double[] {1, 1, 25}, INTERVAL / fine, (samples + 500) * fine);
        List<double[]> latents = new ArrayList<>();
        for (int t = 0; t < samples; t++) {
            latents.add(dense[(t + 500) * fine]);
        }
        Matrix z = Matrix.of(latents.toArray(double[][]::new));
        RandomStream random = RandomStream.of(seed);
        Matrix log = z.times(new Matrix(3, neurons, random.child("readout").uniforms(3 * neurons, -0.5, 0.5))).centreColumns();
        double[] scale = new double[neurons];
        for (int j = 0; j < neurons; j++) {
            double sum = 0;
            for (double value : log.column(j)) {
                sum += value * value;
            }
            scale[j] = Math.sqrt(samples / sum);
        }
        Matrix standard = log.scaleColumns(scale);
        RandomStream spikes = random.child("spikes");
        double[] rates = new double[samples * neurons];
        double[] activity = new double[samples * neurons];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = signal == Signal.COUNTS ? Math.exp(standard.data()[i]) : 5 + 2 * standard.data()[i];
            activity[i] = signal == Signal.COUNTS ? spikes.poisson(rates[i]) : rates[i] + 0.5 * spikes.normal();
        }
        long[] split = new long[trials.count()];
        for (int i = 0; i < split.length; i++) {
            split[i] = (i % 5 == 4 ? Split.TEST : i % 5 == 2 ? Split.VALIDATION : Split.TRAIN).ordinal();
        }
        return Recording.builder(NdArrays.of(activity, samples, neurons), trials, signal, 0.01)
                .array(Recording.TRUE_RATES, "spikes/bin", NdArrays.of(rates, samples, neurons), "time", "channel")
                .array(Recording.TRUE_LATENTS, "", z.toArray(), "time", "state")
                .array("behaviour.velocity", "", z.columns(0, 2).toArray(), "time", "component")
                .array(Recording.SPLIT, "", NdArrays.of(split, split.length), "trial").build();
    }
}
