// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.optimise.Adam;
import org.nullcline.compute.optimise.GradientDescent;
import org.nullcline.compute.optimise.Optimiser;

/**
 * How a model is trained (S0 §3).
 *
 * @param epochs passes over the training trials
 * @param batch trials per step; capped at the number of training trials
 * @param learningRate of the optimiser
 * @param schedule how that rate changes from epoch to epoch
 * @param weightDecay L2 penalty, coupled with the gradient except for {@code adamw}
 * @param optimiser {@code adam}, {@code adamw}, {@code radam} or {@code sgd}
 * @param clip largest Euclidean norm of the gradient; 0 for no clipping
 * @param pointsPerGroup curriculum: bins that the loss gains with every group; 0 for the whole trial from the start
 * @param epochsPerGroup curriculum: epochs per group
 * @param patience epochs without a better validation loss after which training stops; 0 to never stop early
 * @param divergenceWeight weight of the divergence from the priors of a variational model, per trial as the likelihood; 1 is the evidence bound
 * @param divergenceEpochs epochs over which that weight rises from 0
 * @param checkpointSeconds shortest time between two checkpoints
 * @param seed of first weights, order of trials and dropout
 */
public record TrainingSettings(int epochs, int batch, double learningRate, RateSchedule schedule, double weightDecay, String optimiser, double clip,
        int pointsPerGroup, int epochsPerGroup, int patience, double divergenceWeight, int divergenceEpochs, double checkpointSeconds, long seed) {

    /** Bins that the loss takes into account in an epoch (counted from 0) of trials with {@code bins} bins. */
    public int points(int epoch, int bins) {
        return pointsPerGroup <= 0 ? bins : (int) Math.min((epoch / epochsPerGroup + 1L) * pointsPerGroup, bins);
    }

    /** Weight of the divergence in an epoch (counted from 0). */
    public double divergenceWeight(int epoch) {
        return divergenceWeight * Math.min(1, (epoch + 1.0) / Math.max(1, divergenceEpochs));
    }

    /** A new optimiser. */
    public Optimiser newOptimiser() {
        return switch (optimiser) {
            case "adam" -> Adam.adam(weightDecay);
            case "adamw" -> Adam.adamW(weightDecay);
            case "radam" -> Adam.rectified(weightDecay);
            case "sgd" -> new GradientDescent(0.9, weightDecay, false);
            default -> throw NullclineException.invalid("There is no optimiser '" + optimiser + "'; use adam, adamw, radam or sgd.");
        };
    }
}
