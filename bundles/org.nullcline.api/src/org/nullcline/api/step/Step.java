// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.step;

import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Value;

/**
 * A unit of work in an experiment: values in, values out. Its result must depend on nothing but its arguments; it must not write anywhere but
 * in {@link StepContext#checkpoints()}, and must call {@link Progress#check()} at least once a second.
 */
public interface Step {

    /**
     * Does the work.
     *
     * @return one value per declared output port
     */
    Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context);

    /**
     * Checks what the declarations cannot express (parameters that exclude one another), before anything runs.
     *
     * @throws org.nullcline.api.NullclineException of kind INVALID with a sentence
     */
    default void check(Parameters parameters) {
    }
}
