// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import java.util.List;

import org.nullcline.api.NullclineException;

/**
 * What the network sees and how large it is.
 *
 * @param order highest order of directional derivatives, 0 for the vectors alone
 * @param innerProduct embedding-agnostic features: inner products of derivatives with learned rotations, instead of the derivatives themselves
 * @param diffusion smooth the field by heat flow for a learned time
 * @param unitVectors scale all vectors to unit length, so that only directions count
 * @param positions give the coordinates of the points to the network as well
 * @param hidden units of the hidden layers
 * @param out dimension of the embedding
 * @param dropout probability with which a hidden unit is silenced in training
 * @param batchNorm normalise hidden units over the batch
 * @param unitSphere scale embeddings to unit length
 */
public record NetworkSettings(int order, boolean innerProduct, boolean diffusion, boolean unitVectors, boolean positions, List<Integer> hidden,
        int out, double dropout, boolean batchNorm, boolean unitSphere) {

    /** Checks the numbers. */
    public NetworkSettings {
        hidden = List.copyOf(hidden);
        if (order < 0 || out < 1 || hidden.stream().anyMatch(h -> h < 1)) {
            throw NullclineException.invalid("The order must be at least 0, and the network needs at least one unit in each layer.");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw NullclineException.invalid("dropout is a probability below 1, not " + dropout + ".");
        }
    }

    /** The defaults of the publication: order 2, one hidden layer of 32, three embedding dimensions. */
    public static NetworkSettings standard() {
        return new NetworkSettings(2, false, false, false, false, List.of(32), 3, 0, true, false);
    }

    /** The same with another order and kind of features. */
    public NetworkSettings with(int newOrder, boolean newInnerProduct, boolean newDiffusion) {
        return new NetworkSettings(newOrder, newInnerProduct, newDiffusion, unitVectors, positions, hidden, out, dropout, batchNorm, unitSphere);
    }
}
