// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.List;

import org.nullcline.compute.diff.GruCell;
import org.nullcline.compute.diff.Initialiser;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Losses;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Var;

/**
 * Infers inputs that nobody measured (Pandarinath et al. 2018, doi 10.1038/s41592-018-0109-9): in every bin, a GRU sees an encoder's states and
 * the latent state, and gives mean and log variance of the input. The prior is a stationary autoregressive process of first order,
 * u_t = α u_{t−1} + noise with α = exp(−1/τ), whose variances are learned.
 */
final class Controller {

    private final Encoder encoder;
    private final GruCell cell;
    private final Layer mean;
    private final Layer logVariance;
    private final Parameter priorLogVariance;
    private final double alpha;

    Controller(Layers layers, Blueprint blueprint) {
        Inference inference = blueprint.inference();
        int units = inference.controllerSize();
        int inputs = inference.inferredInputs();
        encoder = new Encoder(layers, "controller_encoder", blueprint.encoderInputs(), blueprint.encoderSize());
        cell = layers.gruCell("controller", 2 * blueprint.encoderSize() + blueprint.latentSize(), units);
        mean = layers.linear("input_mean", units, inputs);
        logVariance = layers.linear("input_log_variance", units, inputs);
        priorLogVariance = layers.vector("input_prior.log_variance", inputs, Initialiser.constant(Math.log(inference.priorVariance())));
        alpha = Math.exp(-1 / inference.timeConstant());
    }

    /** Begins to read trials. */
    Run start(List<Var> observed) {
        return new Run(encoder.states(observed), observed.getFirst().tape().zeros(observed.getFirst().rows(), cell.units()));
    }

    /** One pass through the bins. */
    final class Run {

        private final List<Var> encoded;
        private Var state;
        private Var previous;
        private Var divergence;

        private Run(List<Var> encoded, Var state) {
            this.encoded = encoded;
            this.state = state;
        }

        /** The input of bin {@code t} for latent states of the trials that last so long; called for t = 0, 1, … in turn. */
        Var input(int t, Var latent) {
            int rows = latent.rows();
            state = cell.of(Var.concat(Dynamics.first(encoded.get(t), rows), latent), Dynamics.first(state, rows));
            Var centre = mean.of(state);
            if (!centre.tape().training()) {
                return centre;
            }
            Var spread = logVariance.of(state);
            Var drawn = centre.plus(spread.scale(0.5).exp().times(centre.tape().normal(rows, centre.columns())));
            Var prior = previous == null ? centre.tape().zeros(rows, centre.columns()) : Dynamics.first(previous, rows).scale(alpha);
            Var variance = previous == null ? priorLogVariance.on(centre) : priorLogVariance.on(centre).plus(Math.log(1 - alpha * alpha));
            Var term = Losses.gaussianDivergence(centre, spread, prior, variance).scale(rows);
            divergence = divergence == null ? term : divergence.plus(term);
            previous = drawn;
            return drawn;
        }

        /** Divergence from the prior, summed over trials and bins; null outside training. */
        Var divergence() {
            return divergence;
        }
    }
}
