// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.cases.RingNetwork;
import org.nullcline.comparison.internal.values.Recordings;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;

/** A ring attractor, possibly cut open, seen through a sigmoid. */
public final class RingNetworkStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        RingNetwork network = new RingNetwork(parameters.integer("units"), parameters.real("width"), parameters.real("line"),
                parameters.real("turn"), parameters.real("wander"), parameters.real("noise"));
        RandomStream random = RandomStream.of(parameters.integer("seed")).child("ring-network");
        List<Matrix> trials = network.simulate(parameters.integer("trials"), parameters.integer("bins"), parameters.integer("every"), random, context.progress());
        double steepness = parameters.real("steepness");
        if (steepness > 0) {
            for (Matrix trial : trials) {
                for (int i = 0; i < trial.data().length; i++) {
                    trial.data()[i] = 1 / (1 + Math.exp(-steepness * trial.data()[i]));
                }
            }
        }
        return Map.of("recording", Recordings.of(trials, Double.NaN).build());
    }
}
