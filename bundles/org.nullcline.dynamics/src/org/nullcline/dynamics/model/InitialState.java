// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.List;

import org.nullcline.compute.diff.Initialiser;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Losses;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Var;

/**
 * Infers the latent state in which a trial begins: dropout on the encoder's summary, a linear layer, dropout (S0 §2). The variational form gives
 * the mean and the log variance of a normal distribution, draws from it in training, and is pulled towards a learned normal prior
 * (Pandarinath et al. 2018, doi 10.1038/s41592-018-0109-9).
 */
final class InitialState {

    private final Encoder encoder;
    private final Layer mean;
    private final Layer logVariance;
    private final Parameter priorMean;
    private final Parameter priorLogVariance;
    private final double dropout;

    /** An initial state and its divergence from the prior, summed over the trials; null where there is none. */
    record Inferred(Var state, Var divergence) {
    }

    InitialState(Layers layers, Blueprint blueprint) {
        int latent = blueprint.latentSize();
        Inference inference = blueprint.inference();
        encoder = new Encoder(layers, "encoder", blueprint.encoderInputs(), blueprint.encoderSize());
        mean = layers.linear("initial", 2 * blueprint.encoderSize(), latent);
        logVariance = inference.variational() ? layers.linear("initial_log_variance", 2 * blueprint.encoderSize(), latent) : null;
        priorMean = inference.variational() ? layers.vector("prior.mean", latent, Initialiser.zeros()) : null;
        priorLogVariance = inference.variational()
                ? layers.vector("prior.log_variance", latent, Initialiser.constant(Math.log(inference.priorVariance()))) : null;
        dropout = blueprint.dropout();
    }

    Inferred of(List<Var> observed) {
        Var summary = encoder.summary(observed).dropout(dropout);
        Var centre = mean.of(summary);
        if (logVariance == null) {
            return new Inferred(centre.dropout(dropout), null);
        }
        if (!centre.tape().training()) {
            return new Inferred(centre, null);
        }
        Var spread = logVariance.of(summary);
        Var drawn = centre.plus(spread.scale(0.5).exp().times(centre.tape().normal(centre.rows(), centre.columns())));
        Var divergence = Losses.gaussianDivergence(centre, spread, priorMean.on(centre), priorLogVariance.on(centre)).scale(centre.rows());
        return new Inferred(drawn.dropout(dropout), divergence);
    }
}
