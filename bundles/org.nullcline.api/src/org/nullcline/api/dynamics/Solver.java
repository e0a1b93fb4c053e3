// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.dynamics;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Var;

/** Integrates a vector field; differentiable because it is written with differentiable operations. */
public interface Solver {

    /**
     * Moves a batch of states over one interval in which the input is constant.
     *
     * @param field dz/dt
     * @param state batch × state at the start
     * @param input batch × input, or null
     * @param duration length of the interval in the model's unit of time
     * @param parameters the solver's declared parameters
     * @return batch × state at the end
     */
    Var advance(VectorField field, Var state, Var input, double duration, Parameters parameters);

    /**
     * States at equally spaced times, the first being {@code state} itself. Adaptive solvers may override it to step across the grid.
     *
     * @param inputs one input per interval, or null for autonomous dynamics
     * @param interval distance of the times
     * @param count number of times, the start included
     */
    default List<Var> trajectory(VectorField field, Var state, List<Var> inputs, double interval, int count, Parameters parameters) {
        List<Var> states = new ArrayList<>(count);
        states.add(state);
        for (int i = 1; i < count; i++) {
            states.add(advance(field, states.getLast(), inputs == null ? null : inputs.get(i - 1), interval, parameters));
        }
        return states;
    }
}
