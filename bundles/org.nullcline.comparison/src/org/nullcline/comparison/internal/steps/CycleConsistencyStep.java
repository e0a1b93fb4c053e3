// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.similarity.CycleConsistency;
import org.nullcline.compute.linalg.Matrix;

/** Whether the rates of a model determine its latent states. */
public final class CycleConsistencyStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value trajectories = Trajectories.of(inputs.one("trajectories")).value();
        Matrix rates = Matrix.of(trajectories.array(Trajectories.RATES));
        context.progress().check();
        double r2 = new CycleConsistency(parameters.real("variance"), parameters.real("noise")).of(Matrix.of(trajectories.array(Trajectories.STATE)), rates);
        return Map.of("scores", new Scores.Builder(List.of("cycleConsistency")).row("model", r2).build());
    }
}
