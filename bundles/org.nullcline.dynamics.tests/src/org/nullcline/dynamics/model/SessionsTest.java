// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Trials;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.TestContributions;

/** The shared model of several sessions, and the order of their trials. */
class SessionsTest {

    private static final TestContributions CONTRIBUTIONS = new TestContributions();

    private static TrialData data(List<Integer> lengths, int channels, long seed) {
        Trials trials = Trials.ofLengths(lengths);
        RandomStream random = RandomStream.of(seed);
        float[] observed = new float[(int) trials.total() * channels];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = random.poisson(1.5);
        }
        return new TrialData(trials, channels, observed, 0, new float[0]);
    }

    private static final Sessions SESSIONS = new Sessions(List.of(data(List.of(5, 3, 6), 4, 1), data(List.of(4, 7), 2, 2)),
            List.of(Standardisation.none(4), Standardisation.none(2)));

    @Test
    void trialsAreCountedThroughAndComeSessionBySessionLongestFirst() {
        assertEquals(5, SESSIONS.trials());
        assertArrayEquals(new int[] {2, 0, 1, 4, 3}, SESSIONS.inOrder(new int[] {3, 1, 4, 0, 2}));
        assertEquals(7, SESSIONS.longest(new int[] {1, 4}));
        assertEquals((3 + 4) / 2.0, SESSIONS.meanBins(new int[] {1, 4}, 4));
        List<Sessions.Group> groups = SESSIONS.groups(new int[] {2, 0, 4});
        assertArrayEquals(new int[] {2, 0}, groups.getFirst().trials());
        assertArrayEquals(new int[] {1}, groups.getLast().trials());
        assertEquals(1, groups.getLast().session());
    }

    private static SequentialAutoencoder model() {
        Parameters.Choice choice = new Parameters.Choice(CONTRIBUTIONS.find(ExtensionPoint.ARCHITECTURES, "gru"),
                CONTRIBUTIONS.parameters(ExtensionPoint.ARCHITECTURES, "gru").withSizes(3, 0));
        return new SequentialAutoencoder(new Blueprint(choice, StateUpdate.NEXT, null, 1, 4, 3, 0, Likelihood.POISSON, Precision.DOUBLE, Readout.PLAIN,
                Inference.PLAIN, new Stitching(List.of("a", "b"), List.of(4, 2), 3), false), RandomStream.of(3), CONTRIBUTIONS);
    }

    private static double loss(SequentialAutoencoder model, double[] gradient) {
        Tape tape = Tape.training(Precision.DOUBLE);
        Var loss = null;
        for (Sessions.Group group : SESSIONS.groups(SESSIONS.inOrder(new int[] {0, 1, 2, 3, 4}))) {
            List<Var> observed = SESSIONS.data(group.session()).observed(tape, group.trials());
            Var term = model.negativeLogLikelihood(model.run(group.session(), observed, null, observed.size()), observed);
            loss = loss == null ? term : loss.plus(term);
        }
        if (gradient != null) {
            tape.backward(loss);
            System.arraycopy(tape.gradient(model.weights()), 0, gradient, 0, gradient.length);
        }
        return loss.value();
    }

    @Test
    void gradientOfTheStitchedLossIsThatOfFiniteDifferences() {
        SequentialAutoencoder model = model();
        double[] gradient = new double[model.weights().size()];
        loss(model, gradient);
        double[] values = model.weights().values();
        double h = 1e-6;
        for (Parameter p : model.weights().parameters()) {
            for (int at = p.offset(); at < p.offset() + p.size(); at += 2) {
                double value = values[at];
                values[at] = value + h;
                double above = loss(model, null);
                values[at] = value - h;
                double below = loss(model, null);
                values[at] = value;
                // central differences of a sum of some hundred terms: rounding 1e-16 · 100 / 1e-6
                assertEquals((above - below) / (2 * h), gradient[at], 1e-6 * Math.max(1, Math.abs(gradient[at])), p.name());
            }
        }
    }

    @Test
    void sessionsShareAllWeightsButReadInAndReadout() {
        List<String> own = model().weights().parameters().stream().map(Parameter::name).filter(name -> name.startsWith("session")).toList();
        assertEquals(List.of("session0.readin.weight", "session0.readin.bias", "session0.readout.weight", "session0.readout.bias",
                "session1.readin.weight", "session1.readin.bias", "session1.readout.weight", "session1.readout.bias"), own);
    }
}
