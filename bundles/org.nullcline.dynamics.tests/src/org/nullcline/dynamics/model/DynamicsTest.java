// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Trials;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.TestContributions;

class DynamicsTest {

    private static final TestContributions CONTRIBUTIONS = new TestContributions();

    static SequentialAutoencoder model(String architecture, String update, String solver, int inputSize) {
        Parameters.Choice choice = new Parameters.Choice(CONTRIBUTIONS.find(ExtensionPoint.ARCHITECTURES, architecture),
                CONTRIBUTIONS.parameters(ExtensionPoint.ARCHITECTURES, architecture).withSizes(3, inputSize));
        StateUpdate rule = StateUpdate.of(update, choice.descriptor());
        Parameters.Choice integrator = rule != StateUpdate.DERIVATIVE ? null
                : new Parameters.Choice(CONTRIBUTIONS.find(ExtensionPoint.SOLVERS, solver), CONTRIBUTIONS.parameters(ExtensionPoint.SOLVERS, solver));
        return new SequentialAutoencoder(new Blueprint(choice, rule, integrator, 0.1, 5, 4, 0, Likelihood.POISSON, Precision.DOUBLE,
                Readout.PLAIN, Inference.PLAIN), RandomStream.of(3),
                CONTRIBUTIONS);
    }

    @ParameterizedTest
    @CsvSource({"rnn,next", "rnn,residual", "rnn,derivative", "gru,next", "lstm,next", "mlp-rnn,next", "mlp-rnn,residual", "mlp-rnn,derivative",
        "residual-mlp,next", "node,derivative", "node,residual", "gated-node,derivative", "low-rank-rnn,derivative", "linear,next", "linear,derivative"})
    void jacobianOfEveryArchitectureIsThatOfFiniteDifferences(String architecture, String update) {
        SequentialAutoencoder model = model(architecture, update, "rk4", 0);
        LatentSystem system = new LatentSystem(model.blueprint(), model.weights(), CONTRIBUTIONS);
        int n = system.dimension();
        double[] state = RandomStream.of(1).normals(n);
        double[] exact = new double[n * n];
        system.jacobian(state, exact);
        DynamicalSystem withoutDerivative = new DynamicalSystem() {
            @Override
            public int dimension() {
                return n;
            }

            @Override
            public Update update() {
                return system.update();
            }

            @Override
            public void evaluate(double[] x, double[] result) {
                system.evaluate(x, result);
            }
        };
        double[] approximate = new double[n * n];
        withoutDerivative.jacobian(state, approximate);
        // Central differences have an error near 1e-10 for values of order 1.
        assertArrayEquals(approximate, exact, 1e-8);
    }

    @ParameterizedTest
    @CsvSource({"gru,next", "lstm,next", "residual-mlp,next", "rnn,residual"})
    void openedSystemMovesAsTheModelUnrolls(String architecture, String update) {
        SequentialAutoencoder model = model(architecture, update, "rk4", 0);
        LatentSystem system = new LatentSystem(model.blueprint(), model.weights(), CONTRIBUTIONS);
        Tape tape = Tape.inference(Precision.DOUBLE);
        int n = system.dimension();
        double[] x = RandomStream.of(2).normals(n);
        List<Var> states = model.dynamics().unroll(tape.constant(1, n, x.clone()), null, new int[] {1, 1, 1, 1});
        for (Var state : states) {
            double[] next = new double[n];
            system.evaluate(x, next);
            assertArrayEquals(state.values(), next, 1e-14);
            x = next;
        }
    }

    @Test
    void derivativeStartsAtTheInitialStateAndNextStateEmitsItsFirstResult() {
        Tape tape = Tape.inference(Precision.DOUBLE);
        Var start = tape.constant(1, 3, 0.3, -0.2, 0.5);
        assertArrayEquals(start.values(), model("node", "auto", "rk4", 0).dynamics().unroll(start, null, new int[] {1, 1}).getFirst().values(), 0);
        Dynamics gru = model("gru", "auto", "rk4", 0).dynamics();
        assertArrayEquals(gru.move(start, null).values(), gru.unroll(start, null, new int[] {1, 1}).getFirst().values(), 0);
    }

    @Test
    void residualUpdateOfAnMlpIsTheResidualMlp() {
        SequentialAutoencoder residual = model("mlp-rnn", "residual", "rk4", 0);
        SequentialAutoencoder own = model("residual-mlp", "next", "rk4", 0);
        Tape tape = Tape.inference(Precision.DOUBLE);
        Var z = tape.constant(1, 3, 0.3, -0.2, 0.5);
        // Same names give the same first weights; both step by 0.1.
        assertArrayEquals(own.dynamics().move(z, null).values(), residual.dynamics().move(z, null).values(), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"gru,next,rk4", "lstm,next,rk4", "node,derivative,rk4", "node,derivative,implicit-midpoint"})
    void raggedShardGivesEachTrialWhatItGetsAlone(String architecture, String update, String solver) {
        SequentialAutoencoder model = model(architecture, update, solver, 2);
        TrialData data = ragged();
        int[] order = data.longestFirst(new int[] {0, 1, 2, 3, 4});
        assertArrayEquals(new int[] {3, 1, 4, 0, 2}, order);
        Tape tape = Tape.inference(Precision.DOUBLE);
        List<Var> observed = data.observed(tape, order);
        SequentialAutoencoder.Pass together = model.run(observed, data.inputs(tape, order), observed.size());
        for (int place = 0; place < order.length; place++) {
            Tape single = Tape.inference(Precision.DOUBLE);
            int[] one = {order[place]};
            List<Var> own = data.observed(single, one);
            assertEquals(data.trials().length(order[place]), own.size());
            SequentialAutoencoder.Pass alone = model.run(own, data.inputs(single, one), own.size());
            for (int t = 0; t < own.size(); t++) {
                double[] all = together.readouts().get(t).values();
                assertArrayEquals(alone.readouts().get(t).values(), Arrays.copyOfRange(all, place * 5, place * 5 + 5), 1e-12, "trial " + one[0] + " bin " + t);
            }
        }
    }

    @Test
    void raggedLossAndGradientAreTheSumsOverTrials() {
        SequentialAutoencoder model = model("gru", "next", "rk4", 2);
        TrialData data = ragged();
        double[] sum = new double[model.weights().size()];
        double loss = 0;
        for (int trial = 0; trial < 5; trial++) {
            loss += add(model, data, new int[] {trial}, sum);
        }
        double[] together = new double[sum.length];
        assertEquals(loss, add(model, data, data.longestFirst(new int[] {0, 1, 2, 3, 4}), together), 1e-10);
        assertArrayEquals(sum, together, 1e-11);
    }

    private static double add(SequentialAutoencoder model, TrialData data, int[] trials, double[] gradient) {
        Tape tape = Tape.training(Precision.DOUBLE);
        List<Var> observed = data.observed(tape, trials);
        Var loss = model.negativeLogLikelihood(model.run(observed, data.inputs(tape, trials), observed.size()), observed);
        tape.backward(loss);
        double[] own = tape.gradient(model.weights());
        for (int i = 0; i < own.length; i++) {
            gradient[i] += own[i];
        }
        return loss.value();
    }

    @Test
    void inputMovesTheState() {
        for (String architecture : List.of("rnn", "gru", "lstm", "mlp-rnn", "residual-mlp", "node", "gated-node", "low-rank-rnn", "linear")) {
            SequentialAutoencoder model = model(architecture, "auto", "rk4", 2);
            Tape tape = Tape.inference(Precision.DOUBLE);
            Var z = tape.filled(1, model.dynamics().stateSize(), 0.2);
            double[] quiet = model.dynamics().move(z, tape.constant(1, 2, 0, 0)).values();
            double[] driven = model.dynamics().move(z, tape.constant(1, 2, 1, -1)).values();
            assertTrue(Math.abs(quiet[0] - driven[0]) > 1e-6, architecture);
        }
    }

    @Test
    void updateThatAnArchitectureCannotGiveIsRefusedWithAnAlternative() {
        NullclineException failure = assertThrows(NullclineException.class, () -> model("gru", "derivative", "rk4", 0));
        assertTrue(failure.getMessage().contains("gru") && failure.getMessage().contains("next"), failure.getMessage());
        assertThrows(NullclineException.class, () -> model("node", "next", "rk4", 0));
    }

    private static TrialData ragged() {
        Trials trials = Trials.ofLengths(List.of(4, 7, 2, 9, 7));
        RandomStream random = RandomStream.of(11);
        float[] observed = new float[29 * 5];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = random.poisson(1.5);
        }
        float[] inputs = new float[29 * 2];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.normal();
        }
        return new TrialData(trials, 5, observed, 2, inputs);
    }
}
