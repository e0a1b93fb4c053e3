// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.Inference;
import org.nullcline.dynamics.model.Likelihood;
import org.nullcline.dynamics.model.Readout;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.model.StateUpdate;

/** The small models of golden/sae: 4 trials, 12 bins, 6 neurons, encoder 5, latent 3, weights by a formula. */
public final class GoldenModel {

    /** Trials. */
    public static final int TRIALS = 4;
    /** Bins. */
    public static final int BINS = 12;
    /** Neurons. */
    public static final int NEURONS = 6;

    private GoldenModel() {
    }

    /** A model with the golden weights; settings as name, value, … of the architecture. */
    public static SequentialAutoencoder of(String architecture, String... settings) {
        return of(architecture, Precision.DOUBLE, settings);
    }

    /** The same in a given precision. */
    public static SequentialAutoencoder of(String architecture, Precision precision, String... settings) {
        TestContributions contributions = new TestContributions();
        Parameters.Choice choice = new Parameters.Choice(contributions.find(ExtensionPoint.ARCHITECTURES, architecture),
                contributions.parameters(ExtensionPoint.ARCHITECTURES, architecture, settings).withSizes(3, 0));
        StateUpdate update = StateUpdate.of("auto", choice.descriptor());
        Parameters.Choice solver = update != StateUpdate.DERIVATIVE ? null : new Parameters.Choice(contributions.find(ExtensionPoint.SOLVERS, "tsit5"),
                contributions.parameters(ExtensionPoint.SOLVERS, "tsit5"));
        Blueprint blueprint = new Blueprint(choice, update, solver, update == StateUpdate.DERIVATIVE ? 1.0 / 69 : 1, NEURONS, 5, 0, Likelihood.POISSON,
                precision, Readout.PLAIN, Inference.PLAIN);
        SequentialAutoencoder model = new SequentialAutoencoder(blueprint, RandomStream.of(1), contributions);
        fill(model.weights(), "encoder.", "weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0", "weight_ih_l0_reverse", "weight_hh_l0_reverse",
                "bias_ih_l0_reverse", "bias_hh_l0_reverse");
        fill(model.weights(), "initial.", "weight", "bias");
        fill(model.weights(), "readout.", "weight", "bias");
        return model;
    }

    /** Gives the weights of one module their golden values, numbered in the given order. */
    public static void fill(Weights weights, String module, String... order) {
        for (int q = 0; q < order.length; q++) {
            Parameter p = weights.parameter(module + order[q]);
            weights.set(p.name(), values(q, p.size(), p.columns()));
        }
    }

    /** The formula of parameter number q. */
    public static double[] values(int q, int size, int lastDimension) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = 0.8 * Math.sin(0.7 * i + 1.3 * q + 0.5) / Math.sqrt(lastDimension);
        }
        return values;
    }

    /** The golden spikes, one matrix per bin. */
    public static List<Var> spikes(Tape tape) {
        List<Var> sequence = new ArrayList<>();
        for (int t = 0; t < BINS; t++) {
            double[] values = new double[TRIALS * NEURONS];
            for (int b = 0; b < TRIALS; b++) {
                for (int k = 0; k < NEURONS; k++) {
                    values[b * NEURONS + k] = (7 * b + 3 * t + 5 * k + b * t * k) % 4;
                }
            }
            sequence.add(tape.constant(TRIALS, NEURONS, values));
        }
        return sequence;
    }

    /** The states or readouts of a pass as trial-major rows (trials · bins × columns), as the golden files store them. */
    public static double[][] trialMajor(List<Var> sequence) {
        int rows = sequence.getFirst().rows();
        int columns = sequence.getFirst().columns();
        double[][] result = new double[rows * sequence.size()][columns];
        for (int t = 0; t < sequence.size(); t++) {
            double[] values = sequence.get(t).values();
            for (int b = 0; b < rows; b++) {
                System.arraycopy(values, b * columns, result[b * sequence.size() + t], 0, columns);
            }
        }
        return result;
    }
}
