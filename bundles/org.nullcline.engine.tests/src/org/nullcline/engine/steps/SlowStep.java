// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;

/** Takes its time; a checkpoint after each round lets the next attempt go on. */
public final class SlowStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Path checkpoint = context.checkpoints().resolve("round");
        try {
            int round = Files.exists(checkpoint) ? Integer.parseInt(Files.readString(checkpoint).strip()) : 0;
            while (round < parameters.integer("rounds")) {
                if (!parameters.flag("stubborn")) {
                    context.progress().check();
                }
                Thread.sleep(parameters.integer("millis"));
                round++;
                Files.writeString(checkpoint, Integer.toString(round));
                if (parameters.has("trace")) {
                    Files.writeString(Path.of(parameters.text("trace")), round + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
                context.progress().measure("loss", round, 1.0 / round);
                context.progress().note("round " + round);
                context.progress().fraction((double) round / parameters.integer("rounds"));
            }
            return Map.of("value", NumberStep.matrix(round));
        } catch (IOException e) {
            throw NullclineException.infrastructure("The checkpoint cannot be written.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NullclineException.task("interrupted");
        }
    }
}
