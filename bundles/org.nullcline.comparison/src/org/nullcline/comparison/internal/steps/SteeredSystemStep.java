// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.cases.SteeredSystem;
import org.nullcline.comparison.internal.values.Recordings;
import org.nullcline.compute.linalg.Matrix;

/** Decisions by one of three dynamics with the same condition averages. */
public final class SteeredSystemStep implements Step {

    private static final double STEP = 0.01;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        SteeredSystem system = new SteeredSystem(SteeredSystem.Kind.valueOf(parameters.text("dynamics").toUpperCase(Locale.ROOT)), parameters.integer("seed"));
        int trials = parameters.integer("trials");
        int every = parameters.integer("every");
        List<Matrix> all = new ArrayList<>();
        long[] labels = new long[2 * trials];
        for (int condition = 0; condition < 2; condition++) {
            all.addAll(system.simulate(condition == 1, trials, parameters.integer("bins"), every, context.progress()));
            for (int i = 0; i < trials; i++) {
                labels[condition * trials + i] = condition;
            }
        }
        return Map.of("recording", Recordings.of(all, STEP * every, labels, List.of("left", "right")).build());
    }
}
