// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.dynamics;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Layers;

/**
 * How a latent state moves: parameters to initialise and one differentiable function.
 *
 * <p>Gradients, batching, threads, training, checkpoints, fixed points and Jacobians follow from it. An instance is made anew for each model
 * and must keep no state between calls.
 */
public interface Architecture {

    /**
     * Declares the weights and returns the function that uses them.
     *
     * @param layers makes layers with named weights, initialised from the model's seed
     * @param parameters the declared parameters with {@link Parameters#latentSize()} and {@link Parameters#inputSize()}
     */
    VectorField create(Layers layers, Parameters parameters);

    /**
     * Columns of the full state. More than the latent size for cells that carry hidden memory, such as the LSTM: the latent state is then the
     * first {@code latentSize} columns.
     */
    default int stateSize(Parameters parameters) {
        return parameters.latentSize();
    }
}
