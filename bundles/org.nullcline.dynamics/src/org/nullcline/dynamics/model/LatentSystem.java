// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;

/**
 * The latent dynamics of a fitted model as a system in double precision, with constant external input (zero unless chosen), with the exact Jacobian
 * from reverse-mode differentiation. A derivative gives a flow in the model's unit of time, other updates a map from bin to bin.
 */
public final class LatentSystem implements DynamicalSystem {

    private final Dynamics dynamics;
    private final int n;
    private final double[] input;
    private final Update update;
    private final ThreadLocal<Tape> values;
    private final ThreadLocal<Tape> slopes;

    /** The dynamics with those of the given weights whose names begin with {@value Dynamics#PREFIX}. */
    public LatentSystem(Blueprint blueprint, Weights trained, Contributions contributions) {
        // The encoder and the readout take no part, so the tapes need not copy their weights at every evaluation.
        Weights own = new Weights(Precision.DOUBLE);
        dynamics = new Dynamics(blueprint, new Layers(own, RandomStream.of(0)), contributions);
        own.parameters().forEach(p -> own.set(p.name(), trained.doubles(p.name())));
        n = dynamics.stateSize();
        input = new double[blueprint.inputSize()];
        update = blueprint.update() == StateUpdate.DERIVATIVE ? Update.DERIVATIVE : Update.NEXT_STATE;
        values = ThreadLocal.withInitial(() -> Tape.inference(Precision.DOUBLE));
        slopes = ThreadLocal.withInitial(() -> Tape.differentiation(Precision.DOUBLE));
    }

    /** The same dynamics with another input. */
    private LatentSystem(LatentSystem other, double[] input) {
        dynamics = other.dynamics;
        n = other.n;
        this.input = input;
        update = other.update;
        values = other.values;
        slopes = other.slopes;
    }

    /** Number of input channels. */
    public int inputs() {
        return input.length;
    }

    /** These dynamics while one input channel keeps a value and the others are as they are here. */
    public LatentSystem withInput(int channel, double value) {
        double[] held = input.clone();
        held[channel] = value;
        return new LatentSystem(this, held);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public Update update() {
        return update;
    }

    @Override
    public void evaluate(double[] state, double[] result) {
        Tape tape = values.get();
        tape.reset();
        Var f = dynamics.move(tape.constant(1, n, state), input(tape, 1));
        System.arraycopy(f.values(), 0, result, 0, n);
    }

    @Override
    public void jacobian(double[] state, double[] result) {
        Tape tape = slopes.get();
        tape.reset();
        // Row i of the batch is the same state and carries the gradient of component i.
        double[] copies = new double[n * n];
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(state, 0, copies, i * n, n);
            identity[i * n + i] = 1;
        }
        Var z = tape.variable(n, n, copies);
        Var f = dynamics.move(z, input(tape, n));
        tape.backward(f.times(tape.constant(n, n, identity)).sum());
        double[] gradient = NdArrays.doubles(z.gradient());
        System.arraycopy(gradient, 0, result, 0, n * n);
    }

    private Var input(Tape tape, int rows) {
        if (input.length == 0) {
            return null;
        }
        double[] held = new double[rows * input.length];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(input, 0, held, i * input.length, input.length);
        }
        return tape.constant(rows, input.length, held);
    }
}
