// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;

/** A long noisy wave and its height as a score. */
public final class PicturedStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        RandomStream noise = RandomStream.of(context.seed()).child("wave");
        double height = parameters.real("height");
        double[] wave = new double[5000];
        Arrays.setAll(wave, t -> height * Math.sin(t / 50.0) + noise.uniform());
        return Map.of("wave", Value.of("org.nullcline.test.wave").array("wave", "", NdArrays.of(wave, wave.length), "time").build(), "scores",
                new Scores.Builder(List.of("height")).row("wave", height + noise.uniform()).note("A remark about all.").note("The height is " + height + ".").build());
    }
}
