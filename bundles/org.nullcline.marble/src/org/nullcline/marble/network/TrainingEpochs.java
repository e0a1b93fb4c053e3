// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import java.util.List;

import org.nullcline.marble.geometry.Work;

/** A training that is driven epoch by epoch from outside, without checkpoints: to watch it, or to measure it. */
public final class TrainingEpochs implements AutoCloseable {

    private final MarbleTrainer trainer;

    /** Computes the features and makes a network with random weights; epochs follow. */
    public TrainingEpochs(List<Manifold> manifolds, NetworkSettings settings, TrainingSettings training, Work work) {
        trainer = new MarbleTrainer(manifolds, settings, training, work);
        trainer.prepare();
    }

    /** One pass over the training points, and the validation loss after it. Returns the mean training loss. */
    public double next() {
        trainer.epoch();
        return trainer.lastLoss();
    }

    @Override
    public void close() {
        trainer.close();
    }
}
