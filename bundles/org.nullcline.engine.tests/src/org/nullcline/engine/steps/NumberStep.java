// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;

/** One number, perhaps with a random part. */
public final class NumberStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        double random = RandomStream.of(context.seed()).child("number").uniform();
        return Map.of("value", matrix(parameters.real("value") + parameters.real("noise") * random));
    }

    /** The number as a value of kind matrix. */
    static Value matrix(double number) {
        return Value.of(Kinds.MATRIX).array("matrix", "", NdArrays.of(new double[] {number}, 1, 1), "row", "column").build();
    }

    /** The number in a value of kind matrix. */
    public static double number(Value value) {
        return NdArrays.doubles(value.array("matrix"))[0];
    }
}
