// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;

/**
 * A recording of a simulated system, made as the data sets of Sedler, Versteeg and Pandarinath (2023, doi 10.51628/001c.73987): trials are
 * consecutive windows of one long trajectory; a random linear readout gives log rates, z-scored for each neuron over all samples; spike counts
 * are Poisson.
 */
public final class Simulate implements Step {

    private static final int LARGEST = Integer.MAX_VALUE - 64;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Simulation simulation = new Simulation(parameters, context);
        int trials = parameters.integer("trials");
        int bins = parameters.integer("bins");
        int neurons = parameters.integer("neurons");
        long samples = (long) trials * bins;
        if (samples * Math.max(1, neurons) > LARGEST) {
            throw Simulation.tooLarge(samples * neurons);
        }
        int count = (int) samples;
        // the grid of the paper: count times from 0 to period · count / pointsPerPeriod, both ends included; a bin of a map is an iteration
        double interval = simulation.map() ? 1 : simulation.period() * count / (parameters.integer("pointsPerPeriod") * (double) Math.max(1, count - 1));
        context.progress().note("Integrating " + count + " samples");
        double[][] latents = simulation.trajectory(parameters.real("transient"), interval, count);
        if (parameters.flag("standardise")) {
            standardise(latents);
        }
        Trials layout = Trials.equal(trials, bins);
        RandomStream random = RandomStream.of(parameters.has("seed") ? parameters.whole("seed") : context.seed()).child("simulate");
        Value.Builder recording = neurons == 0 ? Recording.builder(NdArrays.of(latents), layout, Signal.CONTINUOUS, Double.NaN)
                : new Observation(random, parameters, layout, context).observe(latents, neurons);
        recording.array(Recording.TRUE_LATENTS, "", NdArrays.of(latents), "time", "state").attribute("interval", interval)
                .attribute("standardised", parameters.flag("standardise"));
        Value system = simulation.value();
        recording.attribute("system", system.text("system", ""));
        system.attributes().forEach((name, attribute) -> {
            if (name.startsWith("parameter.")) {
                recording.attribute(name, attribute);
            }
        });
        return Map.of("recording", recording.build(), "system", system);
    }

    /** Mean 0 and standard deviation 1 (population) of every column; columns that never change become 0. */
    static void standardise(double[][] rows) {
        for (int c = 0; c < rows[0].length; c++) {
            int column = c;
            double mean = Arrays.stream(rows).mapToDouble(r -> r[column]).sum() / rows.length;
            double variance = Arrays.stream(rows).mapToDouble(r -> (r[column] - mean) * (r[column] - mean)).sum() / rows.length;
            double deviation = Math.sqrt(variance);
            for (double[] row : rows) {
                row[column] = deviation == 0 ? 0 : (row[column] - mean) / deviation;
            }
        }
    }

    /** From latent states to what the neurons do. */
    private record Observation(RandomStream random, Parameters parameters, Trials trials, StepContext context) {

        Value.Builder observe(double[][] latents, int neurons) {
            double[][] readout = readout(latents[0].length, neurons);
            double[][] logRates = new double[latents.length][neurons];
            for (int t = 0; t < latents.length; t++) {
                for (int d = 0; d < readout.length; d++) {
                    for (int k = 0; k < neurons; k++) {
                        logRates[t][k] += latents[t][d] * readout[d][k];
                    }
                }
            }
            standardise(logRates);
            boolean poisson = parameters.text("observation").equals("poisson");
            double[] rates = new double[latents.length * neurons];
            double[] observed = new double[rates.length];
            for (int trial = 0; trial < trials.count(); trial++) {
                context.progress().check();
                RandomStream noise = random.child("observation", trial);
                for (int row = (int) trials.offsets()[trial]; row < trials.offsets()[trial + 1]; row++) {
                    for (int k = 0; k < neurons; k++) {
                        int at = row * neurons + k;
                        rates[at] = StrictMath.exp(logRates[row][k]);
                        observed[at] = poisson ? noise.poisson(rates[at]) : logRates[row][k] + parameters.real("noise") * noise.normal();
                    }
                }
            }
            Value.Builder builder = Recording.builder(NdArrays.of(observed, latents.length, neurons).castTo(poisson ? DataType.FLOAT : DataType.DOUBLE), trials,
                    poisson ? Signal.COUNTS : Signal.CONTINUOUS, Double.NaN);
            if (poisson) {
                builder.array(Recording.TRUE_RATES, "spikes/bin", NdArrays.of(rates, latents.length, neurons), "time", "channel");
            }
            return builder.array("truth.readout", "", NdArrays.of(readout), "state", "channel");
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
            double[][] readout = new double[states][neurons];
            for (int d = 0; d < states; d++) {
                for (int k = 0; k < neurons; k++) {
                    readout[d][k] = drawn[d][order[k]];
                }
            }
            return readout;
        }
    }
}
