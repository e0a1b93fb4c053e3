// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.compute.diff.Initialiser;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.random.RandomStream;

/**
 * A sequential autoencoder (Sedler, Versteeg &amp; Pandarinath 2023, doi 10.51628/001c.73987): a bidirectional GRU reads a trial and infers an
 * initial state, the dynamics unroll it, a linear readout predicts the observations of every bin. With an {@link Inference} other than
 * {@link Inference#PLAIN}, the variational model of LFADS around the same dynamics. Safe for several threads.
 */
public final class SequentialAutoencoder {

    /** Name of the read-in of a session, behind its prefix. */
    static final String READ_IN = "readin";

    private final Blueprint blueprint;
    private final Weights weights;
    private final InitialState initialState;
    private final Controller controller;
    private final Dynamics dynamics;
    /** From the channels of a session to what the encoder reads; empty for a single recording. */
    private final List<Layer> readIns = new ArrayList<>();
    private final List<Layer> readouts = new ArrayList<>();
    /** log r of the channels of a session; empty where the likelihood has none. */
    private final List<Parameter> dispersions = new ArrayList<>();

    /** Makes a model with first weights from {@code random}. */
    public SequentialAutoencoder(Blueprint blueprint, RandomStream random, Contributions contributions) {
        this.blueprint = blueprint;
        weights = new Weights(blueprint.precision());
        Layers layers = new Layers(weights, random.child("weights"));
        initialState = new InitialState(layers, blueprint);
        controller = blueprint.inference().inferredInputs() == 0 ? null : new Controller(layers, blueprint);
        dynamics = new Dynamics(blueprint, layers, contributions);
        if (!blueprint.stitching().several()) {
            readouts.add(blueprint.readout().create(layers, blueprint.latentSize(), blueprint.channels()));
            disperse(layers, blueprint.channels());
            return;
        }
        for (int session = 0; session < blueprint.stitching().sessions(); session++) {
            Layers own = layers.within(Stitching.prefix(session));
            int channels = blueprint.channels(session);
            readIns.add(own.linear(READ_IN, channels - blueprint.inference().heldOut(), blueprint.encoderInputs()));
            readouts.add(blueprint.readout().create(own, blueprint.latentSize(), channels));
            disperse(own, channels);
        }
    }

    private void disperse(Layers layers, int channels) {
        if (blueprint.likelihood().dispersed()) {
            dispersions.add(layers.vector("logDispersion", channels, Initialiser.zeros()));
        }
    }

    private SequentialAutoencoder(SequentialAutoencoder other, Dynamics dynamics) {
        blueprint = other.blueprint;
        weights = other.weights;
        initialState = other.initialState;
        controller = other.controller;
        readIns.addAll(other.readIns);
        readouts.addAll(other.readouts);
        dispersions.addAll(other.dispersions);
        this.dynamics = dynamics;
    }

    /** This model with the same weights, whose solver ends its steps at every bin: an adaptive one may need that many when the field has been learned. */
    public SequentialAutoencoder binByBin() {
        return new SequentialAutoencoder(this, dynamics.binByBin());
    }

    /**
     * What a forward pass gives.
     *
     * @param session whose trials they are
     * @param states full states, one matrix per bin
     * @param readouts log rates, or standardised signals, one matrix per bin
     * @param divergence of what was inferred from its priors, summed over the trials; null where nothing is drawn
     */
    public record Pass(int session, List<Var> states, List<Var> readouts, Var divergence) {
    }

    /** The model without its weights. */
    public Blueprint blueprint() {
        return blueprint;
    }

    /** All weights; changing them changes this model. */
    public Weights weights() {
        return weights;
    }

    /** The latent dynamics. */
    public Dynamics dynamics() {
        return dynamics;
    }

    /** The latent state in which each trial begins. */
    public Var initialState(List<Var> observed) {
        return initialState.of(observed).state();
    }

    /** Runs the model of a single recording. */
    public Pass run(List<Var> observed, List<Var> inputs, int bins) {
        return run(0, observed, inputs, bins);
    }

    /**
     * Runs the model. The numbers of rows of {@code observed} never rise: trials that last longer come first.
     *
     * @param session whose trials they are
     * @param observed one matrix (trials × channels) per bin
     * @param inputs one external input per bin, or null
     * @param bins bins to unroll; the encoder reads all
     */
    public Pass run(int session, List<Var> observed, List<Var> inputs, int bins) {
        CoordinatedDropout hidden = CoordinatedDropout.of(blueprint.inference().coordinatedDropout(), observed, bins);
        List<Var> seen = readIn(session, withoutHeldOut(session, hidden.seen()));
        Layer readout = readouts.get(session);
        InitialState.Inferred inferred = initialState.of(seen);
        Var latent = inferred.state();
        int memory = dynamics.stateSize() - blueprint.latentSize();
        Var initial = memory == 0 ? latent : Var.concat(latent, latent.tape().zeros(latent.rows(), memory));
        int[] active = observed.subList(0, bins).stream().mapToInt(Var::rows).toArray();
        Controller.Run run = controller == null ? null : controller.start(seen);
        List<Var> states = run == null ? dynamics.unroll(initial, inputs, active)
                : dynamics.unroll(initial, active, (t, state) -> beside(inputs == null ? null : inputs.get(t), run.input(t, latent(state))));
        List<Var> readouts = new ArrayList<>(bins);
        for (int t = 0; t < bins; t++) {
            readouts.add(hidden.learning(t, readout.of(latent(states.get(t)))));
        }
        Var divergence = inferred.divergence();
        if (run != null && run.divergence() != null) {
            divergence = divergence == null ? run.divergence() : divergence.plus(run.divergence());
        }
        return new Pass(session, states, readouts, divergence);
    }

    private static Var beside(Var external, Var inferred) {
        return external == null ? inferred : Var.concat(Dynamics.first(external, inferred.rows()), inferred);
    }

    private List<Var> withoutHeldOut(int session, List<Var> observed) {
        int seen = blueprint.channels(session) - blueprint.inference().heldOut();
        return seen == blueprint.channels(session) ? observed : observed.stream().map(x -> x.columns(0, seen)).toList();
    }

    private List<Var> readIn(int session, List<Var> seen) {
        return readIns.isEmpty() ? seen : seen.stream().map(x -> readIns.get(session).of(x)).toList();
    }

    /**
     * Gives the read-in of a session its first values.
     *
     * @param weight read-in size × channels that the encoder sees, in C order
     * @param bias read-in size
     */
    public void readIn(int session, double[] weight, double[] bias) {
        weights.set(Stitching.prefix(session) + "." + READ_IN + ".weight", weight);
        weights.set(Stitching.prefix(session) + "." + READ_IN + ".bias", bias);
    }

    /** Gives the linear readout of a session its first values: channels × latent size in C order, and one bias per channel. */
    public void readout(int session, double[] weight, double[] bias) {
        weights.set(Stitching.prefix(session) + ".readout.weight", weight);
        weights.set(Stitching.prefix(session) + ".readout.bias", bias);
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
            Var predicted = pass.readouts().get(t);
            Var logDispersion = dispersions.isEmpty() ? null : dispersions.get(pass.session()).on(predicted);
            Var term = blueprint.likelihood().loss(predicted, logDispersion, x).scale((double) x.rows() * x.columns());
            sum = sum == null ? term : sum.plus(term);
        }
        return sum;
    }
}
