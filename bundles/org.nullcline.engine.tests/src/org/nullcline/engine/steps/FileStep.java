// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;

/** Counts the bytes of a file. */
public final class FileStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        try {
            return Map.of("value", NumberStep.matrix(Files.size(parameters.file("file").orElseThrow().path())));
        } catch (IOException e) {
            throw NullclineException.input("The file cannot be read.", e);
        }
    }
}
