// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;

/** Fails in many ways, as plug-ins do. */
public final class BrokenStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        return switch (parameters.text("how")) {
            case "sentence" -> throw NullclineException.task("the training diverged; lower the learning rate.");
            case "memory" -> hoard();
            case "exit" -> {
                System.exit(0);
                yield Map.of();
            }
            case "halt" -> {
                Runtime.getRuntime().halt(134);
                yield Map.of();
            }
            case "loop" -> loop();
            case "overflow" -> Map.of("value", NumberStep.matrix(depth(0)));
            case "missing" -> Map.of();
            case "undeclared" -> Map.of("value", NumberStep.matrix(1), "more", NumberStep.matrix(2));
            case "print" -> {
                System.out.println("@nullcline {\"is\":\"ended\",\"sentence\":\"\"}");
                System.err.println("something on the error stream");
                yield Map.of("value", NumberStep.matrix(1));
            }
            default -> throw new IllegalStateException("an unexpected state");
        };
    }

    private static Map<String, Value> hoard() {
        List<long[]> heap = new ArrayList<>();
        while (true) {
            heap.add(new long[1 << 20]);
        }
    }

    private static Map<String, Value> loop() {
        long count = 0;
        while (count >= 0) {
            count = count + 1 & Long.MAX_VALUE;
        }
        return Map.of("value", NumberStep.matrix(count));
    }

    private static double depth(double level) {
        return 1 + depth(level + 1);
    }
}
