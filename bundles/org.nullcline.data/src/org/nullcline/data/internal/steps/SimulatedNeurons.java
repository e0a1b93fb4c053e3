// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.data.inputs.LargeArrays;

/**
 * From latent states to what neurons do: a random linear readout gives log rates, z-scored for each neuron over all samples. Rates and
 * observations are computed when they are asked for where there are many, so that a long recording of many neurons need not fit into memory.
 */
final class SimulatedNeurons {

    private final double[][] latents;
    private final Trials trials;
    private final RandomStream random;
    private final Progress progress;
    private final double[][] readout;
    private final double[] means;
    private final double[] deviations;

    SimulatedNeurons(double[][] latents, Trials trials, RandomStream random, int neurons, Progress progress) {
        this.latents = latents;
        this.trials = trials;
        this.random = random;
        this.progress = progress;
        readout = readout(latents[0].length, neurons);
        means = new double[neurons];
        deviations = new double[neurons];
        for (int k = 0; k < neurons; k++) {
            progress.check();
            int neuron = k;
            double mean = mean(t -> raw(t, neuron));
            means[k] = mean;
            deviations[k] = Math.sqrt(mean(t -> (raw(t, neuron) - mean) * (raw(t, neuron) - mean)));
        }
    }

    private double mean(IntToDoubleFunction ofSample) {
        return IntStream.range(0, latents.length).mapToDouble(ofSample).sum() / latents.length;
    }

    /** state × neuron, uniform in [−½, ½), neurons sorted by their first weight. */
    private double[][] readout(int states, int neurons) {
        RandomStream weights = random.child("readout");
        double[][] drawn = new double[states][];
        for (int d = 0; d < states; d++) {
            drawn[d] = weights.uniforms(neurons, -0.5, 0.5);
        }
        Integer[] order = new Integer[neurons];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> drawn[0][k]));
        double[][] sorted = new double[states][neurons];
        for (int d = 0; d < states; d++) {
            for (int k = 0; k < neurons; k++) {
                sorted[d][k] = drawn[d][order[k]];
            }
        }
        return sorted;
    }

    private double raw(int sample, int neuron) {
        double sum = 0;
        for (int d = 0; d < readout.length; d++) {
            sum += latents[sample][d] * readout[d][neuron];
        }
        return sum;
    }

    private double logRate(int sample, int neuron) {
        return deviations[neuron] == 0 ? 0 : (raw(sample, neuron) - means[neuron]) / deviations[neuron];
    }

    /** The recording of these neurons, with its true rates where they spike. */
    Value.Builder recording(Parameters parameters) {
        boolean poisson = parameters.text("observation").equals("poisson");
        double noise = poisson ? 0 : parameters.real("noise");
        long[] shape = {latents.length, means.length};
        List<Axis> axes = List.of(Axis.of("time"), Axis.of("channel"));
        var observed = LargeArrays.settled(LargeArrays.computed(poisson ? DataType.FLOAT : DataType.DOUBLE, shape, new Observations(poisson, noise)));
        Value.Builder builder = Value.of(Kinds.RECORDING)
                .array(new NamedArray(Recording.ACTIVITY, axes, poisson ? "spikes/bin" : "", observed)).array(trials.toArray())
                .attribute(Recording.SIGNAL, (poisson ? Signal.COUNTS : Signal.CONTINUOUS).text());
        if (poisson) {
            builder.array(new NamedArray(Recording.TRUE_RATES, axes, "spikes/bin",
                    LargeArrays.settled(LargeArrays.computed(DataType.DOUBLE, shape, this::rates))));
        }
        return builder.array("truth.readout", "", NdArrays.of(readout), "state", "channel");
    }

    private double[] rates(long from, long to) {
        progress.check();
        int neurons = means.length;
        double[] rates = new double[Math.toIntExact((to - from) * neurons)];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = StrictMath.exp(logRate((int) from + i / neurons, i % neurons));
        }
        return rates;
    }

    /** Observations with the noise of each trial drawn from its own stream, in the order of time. Rows that follow those before cost no more. */
    private final class Observations implements LargeArrays.Rows {

        private final boolean poisson;
        private final double deviation;
        private RandomStream noise;
        private long next = -1;

        Observations(boolean poisson, double deviation) {
            this.poisson = poisson;
            this.deviation = deviation;
        }

        @Override
        public synchronized double[] compute(long from, long to) {
            if (from != next) {
                int trial = Arrays.binarySearch(trials.offsets(), from);
                long begin = trials.offsets()[trial < 0 ? -trial - 2 : trial];
                noise = null;
                for (next = begin; next < from; next++) {
                    row(new double[means.length], 0);
                }
            }
            double[] observed = new double[Math.toIntExact((to - from) * means.length)];
            for (int at = 0; next < to; next++, at += means.length) {
                row(observed, at);
            }
            return observed;
        }

        /** The row {@code next}. */
        private void row(double[] observed, int at) {
            int trial = Arrays.binarySearch(trials.offsets(), next);
            if (trial >= 0 || noise == null) {
                progress.check();
                noise = random.child("observation", trial);
            }
            for (int k = 0; k < means.length; k++) {
                double logRate = logRate((int) next, k);
                observed[at + k] = poisson ? noise.poisson(StrictMath.exp(logRate)) : logRate + deviation * noise.normal();
            }
        }
    }
}
