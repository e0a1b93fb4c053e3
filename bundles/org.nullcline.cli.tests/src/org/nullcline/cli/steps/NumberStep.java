// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** A number, or a failure. */
public final class NumberStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        try {
            for (int round = 0; round < parameters.integer("rounds"); round++) {
                context.progress().check();
                context.progress().note("round " + round);
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        switch (parameters.text("fail")) {
            case "task" -> throw NullclineException.task("the fit diverged; lower the learning rate.");
            case "input" -> throw NullclineException.input("the recording has no spikes; choose another.");
            case "infrastructure" -> throw NullclineException.infrastructure("the disk is full; make room.", null);
            default -> {
                double value = parameters.real("value");
                return Map.of("value", Value.of(Kinds.MATRIX).array("matrix", "", NdArrays.of(new double[] {value}, 1, 1), "row", "column").build(), "scores",
                        new Scores.Builder(List.of("number", "nothing")).row("only", value, Double.NaN).build());
            }
        }
    }
}
