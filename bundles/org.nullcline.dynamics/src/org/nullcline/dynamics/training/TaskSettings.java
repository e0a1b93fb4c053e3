// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.optimise.Adam;
import org.nullcline.compute.optimise.GradientDescent;
import org.nullcline.compute.optimise.Optimiser;

/**
 * How a network is trained on a task.
 *
 * @param epochs points of the learning curves; after each the network is judged by fixed trials
 * @param stepsPerEpoch steps between them, each on fresh trials
 * @param batch trials per step
 * @param judged number of the fixed trials
 * @param learningRate of the optimiser
 * @param weightDecay L2 penalty
 * @param optimiser {@code adam} or {@code sgd}
 * @param momentum of {@code sgd}
 * @param clip largest Euclidean norm of the gradient; 0 for no clipping
 * @param noise standard deviation of white noise on the states, per bin
 * @param stopLoss training ends when the loss of the fixed trials is no more than this; 0 to go on to the end
 * @param checkpointSeconds shortest time between two checkpoints
 * @param seed of trials, noise and perturbations
 */
public record TaskSettings(int epochs, int stepsPerEpoch, int batch, int judged, double learningRate, double weightDecay, String optimiser,
        double momentum, double clip, double noise, double stopLoss, double checkpointSeconds, long seed) {

    /** A new optimiser. */
    public Optimiser newOptimiser() {
        return switch (optimiser) {
            case "adam" -> Adam.adam(weightDecay);
            case "sgd" -> new GradientDescent(momentum, weightDecay, false);
            default -> throw NullclineException.invalid("There is no optimiser '" + optimiser + "' for networks on tasks; use adam or sgd.");
        };
    }
}
