// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import org.nullcline.api.NullclineException;

/**
 * How the network is trained.
 *
 * @param epochs passes over the training nodes
 * @param batch nodes per step
 * @param rate learning rate
 * @param method optimiser
 * @param momentum of gradient descent
 * @param patience epochs without a lower training loss before the rate falls
 * @param factor by which it falls
 * @param stopAfter epochs without a lower validation loss before training ends early; 0 never
 * @param trainFraction nodes to train on
 * @param validationFraction nodes to choose the best epoch by; the rest is for the test loss
 * @param seed of everything random
 */
public record TrainingSettings(int epochs, int batch, double rate, Method method, double momentum, int patience, double factor, int stopAfter,
        double trainFraction, double validationFraction, long seed) {

    /** Optimisers. */
    public enum Method {
        /** Gradient descent with momentum. */
        SGD,
        /** Adam. */
        ADAM
    }

    /** Checks the numbers. */
    public TrainingSettings {
        if (epochs < 1 || batch < 2) {
            throw NullclineException.invalid("Training needs at least one epoch and batches of at least two nodes, not " + epochs + " and " + batch + ".");
        }
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw NullclineException.invalid("The learning rate must be positive, not " + rate + ".");
        }
        if (!(trainFraction > 0 && validationFraction > 0 && trainFraction + validationFraction < 1)) {
            throw NullclineException.invalid("The fractions of training and validation nodes must be positive and leave some nodes for the test.");
        }
    }

    /** The defaults of the publication: batches of 64, gradient descent with rate 0.01 and momentum 0.9, 80/10/10 split. */
    public static TrainingSettings standard(int epochs, long seed) {
        return new TrainingSettings(epochs, 64, 0.01, Method.SGD, 0.9, 10, 0.1, 0, 0.8, 0.1, seed);
    }
}
