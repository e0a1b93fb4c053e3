// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.StepContext;

/** The seed of a step: its own where it is set, otherwise that of the task. */
final class Seeds {

    private Seeds() {
    }

    static long of(Parameters parameters, StepContext context) {
        return parameters.has("seed") ? parameters.whole("seed") : context.seed();
    }
}
