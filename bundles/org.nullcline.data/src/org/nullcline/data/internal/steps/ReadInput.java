// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.data.inputs.Inputs;

/** Reads an input in the syntax of the command line: a file, an array of it, several arrays as trials. */
public final class ReadInput implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Inputs files = new Inputs(context.contributions());
        String file = parameters.text("file");
        boolean transpose = parameters.flag("transpose");
        return Map.of("value", switch (parameters.text("as")) {
            case "recording" -> files.recording(file, transpose);
            case "matrix" -> files.matrix(file, transpose);
            default -> transpose ? files.recording(file, true) : files.value(file);
        });
    }
}
