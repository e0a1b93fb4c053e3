// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Arrays;
import java.util.Map;

import org.nullcline.api.MemoryNeed;
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
    /** Bytes that Java needs for a row of numbers, besides the numbers. */
    private static final double ROW = 24;
    private static final double COPIES = 3;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Simulation simulation = new Simulation(parameters, context);
        int trials = parameters.integer("trials");
        int bins = parameters.integer("bins");
        int neurons = parameters.integer("neurons");
        long samples = (long) trials * bins;
        if (samples > LARGEST) {
            throw Simulation.tooLarge(samples);
        }
        MemoryNeed.require("simulate: a trajectory of " + samples + " samples", COPIES * samples * (ROW + Double.BYTES * simulation.dimension()),
                "simulate fewer trials or bins");
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
                : new SimulatedNeurons(latents, layout, random, neurons, context.progress()).recording(parameters);
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
}
