// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Trials;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.TestContributions;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.Inference;
import org.nullcline.dynamics.model.Likelihood;
import org.nullcline.dynamics.model.Readout;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.model.Sessions;
import org.nullcline.dynamics.model.Standardisation;
import org.nullcline.dynamics.model.StateUpdate;
import org.nullcline.dynamics.model.TrialData;

class MemoryBoundTest {

    private static final TestContributions CONTRIBUTIONS = new TestContributions();
    private static final int CHANNELS = 5;

    private static SequentialAutoencoder model(String architecture, boolean variational) {
        return model(architecture, "rk4", variational);
    }

    private static SequentialAutoencoder model(String architecture, String method, boolean variational) {
        Parameters.Choice choice = new Parameters.Choice(CONTRIBUTIONS.find(ExtensionPoint.ARCHITECTURES, architecture),
                CONTRIBUTIONS.parameters(ExtensionPoint.ARCHITECTURES, architecture).withSizes(3, 0));
        StateUpdate update = StateUpdate.of("auto", choice.descriptor());
        Parameters.Choice solver = update != StateUpdate.DERIVATIVE ? null
                : new Parameters.Choice(CONTRIBUTIONS.find(ExtensionPoint.SOLVERS, method), CONTRIBUTIONS.parameters(ExtensionPoint.SOLVERS, method));
        return new SequentialAutoencoder(new Blueprint(choice, update, solver, 0.1, CHANNELS, 16, 0, Likelihood.POISSON, Precision.FLOAT, Readout.PLAIN,
                variational ? new Inference(true, 0, 8, 0.1, 10, 0, 0) : Inference.PLAIN), RandomStream.of(3), CONTRIBUTIONS);
    }

    private static TrialData counts(Trials trials) {
        float[] counts = new float[(int) trials.total() * CHANNELS];
        RandomStream random = RandomStream.of(1);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.poisson(1.5);
        }
        return new TrialData(trials, CHANNELS, counts, 0, new float[0]);
    }

    /** What a shard of trials really takes. */
    private static double taken(SequentialAutoencoder model, TrialData data, int[] shard) {
        Tape tape = Tape.training(Precision.FLOAT);
        List<Var> observed = data.observed(tape, shard);
        tape.backward(model.negativeLogLikelihood(model.run(0, observed, null, observed.size()), observed));
        return tape.size();
    }

    @ParameterizedTest
    @CsvSource({"gru, false", "node, false", "lstm, false", "mlp-rnn, true"})
    void aFewTrialsAndBinsTellWhatAShardOfTheLongestTrialsTakes(String architecture, boolean variational) {
        SequentialAutoencoder model = model(architecture, variational);
        TrialData data = counts(Trials.equal(120, 150));
        int[] training = IntStream.range(0, 120).toArray();
        double taken = taken(model, data, IntStream.range(0, 96).toArray());
        // fixed steps: the same for every trial and bin, but for rounding up to whole vectors and room for sums over many trials
        assertEquals(taken, MemoryBound.elements(model, Sessions.of(data, Standardisation.none(CHANNELS)), training), 0.05 * taken);
    }

    @Test
    void theShorterStepsOfALearnedFieldFitIntoTheBoundToo() {
        SequentialAutoencoder model = model("node", "tsit5", false);
        TrialData data = counts(Trials.equal(64, 60));
        int[] all = IntStream.range(0, 64).toArray();
        double bound = MemoryBound.elements(model, Sessions.of(data, Standardisation.none(CHANNELS)), all);
        double first = taken(model, data, all);
        double[] values = model.weights().values();
        model.weights().parameters().stream().filter(p -> p.name().startsWith("dynamics"))
                .forEach(p -> IntStream.range(p.offset(), p.offset() + p.size()).forEach(i -> values[i] *= 4));
        model.weights().round();
        double learned = taken(model, data, all);
        assertTrue(first < learned && learned < bound, first + ", " + learned + ", bound " + bound);
    }

    @Test
    void theLongestOfTrialsOfManyLengthsCount() {
        SequentialAutoencoder model = model("gru", false);
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lengths.add(30 + i);
        }
        TrialData data = counts(Trials.ofLengths(lengths));
        int[] all = IntStream.range(0, 60).toArray();
        double taken = taken(model, data, data.longestFirst(all));
        double expected = MemoryBound.elements(model, Sessions.of(data, Standardisation.none(CHANNELS)), all);
        // all count as the longest, which has 89 bins where the mean is 59.5
        assertTrue(expected >= taken && expected < 1.6 * taken, expected + " for " + taken);
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheMemoryNeededAndTheRemedies() {
        SequentialAutoencoder model = model("gru", false);
        TrialData data = counts(Trials.equal(40, 400));
        Sessions sessions = Sessions.of(data, Standardisation.none(CHANNELS));
        int[] training = IntStream.range(0, 40).toArray();
        List<String> notes = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void note(String what) {
                notes.add(what);
            }
        };
        MemoryBound.announce(model, sessions, training, 1, 0, progress, 4L << 30);
        int needed = Integer.parseInt(notes.getLast().replaceAll("Memory for training: up to about ([0-9]+) MB\\.", "$1"));
        MemoryBound.announce(model, sessions, training, 1, 0, progress, (needed + 1L) << 20);
        var refused = assertThrows(NullclineException.class, () -> MemoryBound.announce(model, sessions, training, 1, 0, progress, (needed - 2L) << 20));
        assertEquals(NullclineException.Kind.TASK, refused.kind());
        assertEquals("Training with 1 thread needs about " + needed + " MB, but this process may use " + (needed - 2) + " MB; give it more with --memory, or cut the"
                + " trials into shorter ones or use larger bins.", refused.getMessage());
        // the tape, its copy while it grows, and the data at least
        double least = 2.5 * Float.BYTES * taken(model, data, training) / (1 << 20);
        assertTrue(needed > least, needed + " for " + least);
    }
}
