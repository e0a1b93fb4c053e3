// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Arrays;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.field.FieldValues;
import org.nullcline.marble.field.Paraboloid;
import org.nullcline.marble.field.VanDerPolFamily;

/** Samples the vector fields of van der Pol oscillators across the Hopf bifurcation. */
public final class VanDerPolFamilyStep implements Step {

    /** Array of the result beside the fields: the parameter μ of each condition. */
    public static final String MU = "mu";

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        VanDerPolFamily family = new VanDerPolFamily(parameters.integer("oscillators"), parameters.real("lowest"), parameters.real("highest"),
                parameters.integer("trajectories"), parameters.real("duration"), parameters.real("interval"),
                new Paraboloid(parameters.real("curvature")), parameters.text("pose").equals("own"), parameters.whole("seed"));
        double[] mu = new double[family.oscillators()];
        Arrays.setAll(mu, family::mu);
        return Map.of("fields", FieldValues.of(family.sample()).copy().array(MU, "", NdArrays.of(mu, mu.length), "trial").build());
    }
}
