// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;

/** Takes the trajectories of one session out of those of several that share a model. */
public final class SelectSessionStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value all = inputs.one("trajectories");
        List<String> names = SessionPart.names(all);
        String wanted = parameters.text("session").strip();
        if (names.isEmpty()) {
            throw NullclineException.input("These trajectories come from a single recording, so there is no session to take out of them; use them as they are.");
        }
        int session = names.indexOf(wanted);
        if (session < 0 && wanted.matches("[0-9]{1,6}") && Integer.parseInt(wanted) >= 1 && Integer.parseInt(wanted) <= names.size()) {
            session = Integer.parseInt(wanted) - 1;
        }
        if (session < 0) {
            throw NullclineException.invalid("select-session: there is no session '" + wanted + "'; the sessions are " + String.join(", ", names)
                    + ", or a number from 1 to " + names.size() + ".");
        }
        return Map.of("trajectories", SessionPart.of(all, session));
    }
}
