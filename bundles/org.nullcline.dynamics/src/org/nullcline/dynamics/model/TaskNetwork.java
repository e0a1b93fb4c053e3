// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Initialiser;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;

/**
 * A recurrent network that is trained on a task: from a learned initial state h₀, every bin moves the state under its input,
 * hₜ = f(hₜ₋₁, uₜ), and a linear readout gives the output yₜ = W hₜ + b. Safe for several threads.
 */
public final class TaskNetwork {

    /** Name of the weights of the readout. */
    public static final String READOUT = "readout.weight";

    private final Blueprint blueprint;
    private final Weights weights;
    private final Dynamics dynamics;
    private final Layer readout;
    private final Parameter initial;

    /** Makes a network with first weights from {@code random}. */
    public TaskNetwork(Blueprint blueprint, RandomStream random, Contributions contributions) {
        this.blueprint = blueprint;
        weights = new Weights(blueprint.precision());
        Layers layers = new Layers(weights, random.child("weights"));
        dynamics = new Dynamics(blueprint, layers, contributions);
        readout = layers.linear("readout", blueprint.latentSize(), blueprint.channels());
        initial = layers.vector("initial", dynamics.stateSize(), Initialiser.zeros());
    }

    /**
     * The blueprint of a task network.
     *
     * @param architecture with its latent size (units) and input size
     * @param solver for {@link StateUpdate#DERIVATIVE}, otherwise null
     * @param interval one bin in the model's unit of time
     * @param outputs columns of the output
     */
    public static Blueprint blueprint(Parameters.Choice architecture, StateUpdate update, Parameters.Choice solver, double interval, int outputs,
            Precision precision) {
        return new Blueprint(architecture, update, solver, interval, outputs, 1, 0, Likelihood.GAUSSIAN, precision, Readout.PLAIN, Inference.PLAIN,
                Stitching.NONE, false);
    }

    /** The network without its weights. */
    public Blueprint blueprint() {
        return blueprint;
    }

    /** All weights; changing them changes this network. */
    public Weights weights() {
        return weights;
    }

    /** What moves the state. */
    public Dynamics dynamics() {
        return dynamics;
    }

    /** The initial state, once per trial. */
    public Var initial(Tape tape, int trials) {
        return initial.on(tape).expand(trials, dynamics.stateSize());
    }

    /** The state after one bin with the given input. */
    public Var step(Var state, Var input) {
        int rows = state.rows();
        return blueprint.update() == StateUpdate.DERIVATIVE
                ? dynamics.unroll(state, List.of(input, input), new int[] {rows, rows}).get(1) : dynamics.move(state, input);
    }

    /** The output of a state. */
    public Var output(Var state) {
        return readout.of(state.columns() == blueprint.latentSize() ? state : state.columns(0, blueprint.latentSize()));
    }

    /**
     * States and outputs of all bins.
     *
     * @param states full states, one matrix per bin
     * @param outputs one matrix per bin
     */
    public record Pass(List<Var> states, List<Var> outputs) {
    }

    /**
     * Runs trials.
     *
     * @param inputs one matrix (trials × inputs) per bin
     * @param noise added to the states of every bin, or null
     */
    public Pass run(List<Var> inputs, List<Var> noise) {
        List<Var> states = new ArrayList<>(inputs.size());
        List<Var> outputs = new ArrayList<>(inputs.size());
        Var h = initial(inputs.getFirst().tape(), inputs.getFirst().rows());
        for (int t = 0; t < inputs.size(); t++) {
            h = step(h, inputs.get(t));
            if (noise != null) {
                h = h.plus(noise.get(t));
            }
            states.add(h);
            outputs.add(output(h));
        }
        return new Pass(states, outputs);
    }

    /** White noise for the states of every bin; null for a deviation of 0. */
    public List<Var> noise(Tape tape, int trials, int bins, double deviation) {
        if (deviation == 0) {
            return null;
        }
        List<Var> noise = new ArrayList<>(bins);
        for (int t = 0; t < bins; t++) {
            noise.add(tape.normal(trials, dynamics.stateSize()).scale(deviation));
        }
        return noise;
    }
}
