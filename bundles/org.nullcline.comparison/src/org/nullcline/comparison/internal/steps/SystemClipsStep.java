// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.cases.Clips;
import org.nullcline.comparison.internal.values.Recordings;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;

/** Trajectories of one system from several starts. */
public final class SystemClipsStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Parameters.Choice choice = parameters.choice("system");
        SimulatedSystem system = context.contributions().create(choice.descriptor(), SimulatedSystem.class);
        double period = system.period(choice.parameters());
        double interval = period / parameters.integer("pointsPerPeriod");
        RandomStream random = RandomStream.of(parameters.has("seed") ? parameters.integer("seed") : context.seed()).child("system-clips");
        List<Matrix> clips = new Clips(system, choice.parameters()).simulate(parameters.integer("clips"), parameters.integer("bins"), interval,
                parameters.real("transient") * period, parameters.real("spread"), random, context.progress());
        return Map.of("recording", Recordings.of(clips, interval).build());
    }
}
