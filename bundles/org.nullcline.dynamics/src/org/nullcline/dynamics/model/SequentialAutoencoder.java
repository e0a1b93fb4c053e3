// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.random.RandomStream;

/**
 * A deterministic sequential autoencoder (Sedler, Versteeg &amp; Pandarinath 2023, doi 10.51628/001c.73987): a bidirectional GRU reads a trial and
 * infers an initial state, the dynamics unroll it, a linear readout predicts the observations of every bin. Safe for several threads.
 */
public final class SequentialAutoencoder {

    private final Blueprint blueprint;
    private final Weights weights;
    private final Encoder encoder;
    private final Dynamics dynamics;
    private final Layer readout;

    /**
     * Makes a model with first weights from {@code random}.
     */
    public SequentialAutoencoder(Blueprint blueprint, RandomStream random, Contributions contributions) {
        this.blueprint = blueprint;
        weights = new Weights(blueprint.precision());
        Layers layers = new Layers(weights, random.child("weights"));
        encoder = new Encoder(layers, blueprint.channels(), blueprint.encoderSize(), blueprint.latentSize(), blueprint.dropout());
        dynamics = new Dynamics(blueprint, layers, contributions);
        readout = layers.linear("readout", blueprint.latentSize(), blueprint.channels());
    }

    /** What a forward pass gives: one matrix per bin of full states and of readouts (log rates, or standardised signals). */
    public record Pass(List<Var> states, List<Var> readouts) {
    }

    /** The model without its weights. */
    public Blueprint blueprint() {
        return blueprint;
    }

    /** All weights; changing them changes this model. */
    public Weights weights() {
        return weights;
    }

    /** What infers initial states. */
    public Encoder encoder() {
        return encoder;
    }

    /** The latent dynamics. */
    public Dynamics dynamics() {
        return dynamics;
    }

    /**
     * Runs the model. The numbers of rows of {@code observed} never rise: trials that last longer come first.
     *
     * @param observed one matrix (trials × channels) per bin
     * @param inputs one external input per bin, or null
     * @param bins bins to unroll; the encoder reads all
     */
    public Pass run(List<Var> observed, List<Var> inputs, int bins) {
        Var latent = encoder.of(observed);
        int memory = dynamics.stateSize() - blueprint.latentSize();
        Var initial = memory == 0 ? latent : Var.concat(latent, latent.tape().zeros(latent.rows(), memory));
        int[] active = observed.subList(0, bins).stream().mapToInt(Var::rows).toArray();
        List<Var> states = dynamics.unroll(initial, inputs, active);
        List<Var> readouts = new ArrayList<>(bins);
        for (Var state : states) {
            readouts.add(readout.of(latent(state)));
        }
        return new Pass(states, readouts);
    }

    /** The latent columns of a full state. */
    public Var latent(Var state) {
        return state.columns() == blueprint.latentSize() ? state : state.columns(0, blueprint.latentSize());
    }

    /** The sum of the negative log-likelihood over all bins, trials and channels of a pass. */
    public Var negativeLogLikelihood(Pass pass, List<Var> observed) {
        Var sum = null;
        for (int t = 0; t < pass.readouts().size(); t++) {
            Var x = observed.get(t);
            Var term = blueprint.likelihood().loss(pass.readouts().get(t), x).scale((double) x.rows() * x.columns());
            sum = sum == null ? term : sum.plus(term);
        }
        return sum;
    }
}
