// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;

/** Proves shapes, independence of the trials in a batch, reproducible first weights, and gradients by finite differences. */
final class ArchitectureChecks {

    private static final int LATENT = 3;
    private static final int BATCH = 4;
    /** Truncation of central differences is about 1e-10; the margin leaves room for strongly curved fields. */
    private static final double GRADIENT_TOLERANCE = 1e-6;

    private final Architecture architecture;
    private final Parameters parameters;
    private final RandomStream random;
    private final Checks checks;
    private final long seed;

    ArchitectureChecks(Descriptor descriptor, Contributions contributions, Map<String, String> settings, long seed) {
        this.architecture = contributions.create(descriptor, Architecture.class);
        this.parameters = Parameters.resolve(descriptor, settings, contributions);
        this.random = RandomStream.of(seed).child("architecture");
        this.checks = new Checks(descriptor);
        this.seed = seed;
    }

    List<Finding> run() {
        for (int inputs : new int[] {0, 2}) {
            String which = inputs == 0 ? " without input" : " with input";
            checks.attempt("can be evaluated" + which, () -> check(parameters.withSizes(LATENT, inputs), inputs, which));
        }
        return checks.findings();
    }

    private void check(Parameters sized, int inputs, String which) {
        int size = architecture.stateSize(sized);
        Weights weights = new Weights(Precision.DOUBLE);
        VectorField field = field(weights, sized);
        double[] state = random.child("state").normals(BATCH * size);
        double[] input = random.child("input").normals(BATCH * inputs);
        double[] factors = random.child("factors").normals(BATCH * size);

        Tape tape = Tape.training(Precision.DOUBLE);
        Var z = tape.variable(BATCH, size, state);
        Var u = inputs == 0 ? null : tape.variable(BATCH, inputs, input);
        Var next = field.of(z, u);
        boolean shape = next.rows() == BATCH && next.columns() == size;
        checks.record("gives batch × state" + which, shape, next.rows() + " × " + next.columns() + " for " + BATCH + " × " + size);
        if (!shape) {
            return;
        }
        double[] whole = next.values();
        checks.record("gives finite numbers" + which, Arrays.stream(whole).allMatch(Double::isFinite), whole.length + " numbers");
        rows(field, size, inputs, state, input, whole, which);

        Weights again = new Weights(Precision.DOUBLE);
        field(again, sized);
        checks.record("first weights depend on the seed alone" + which, Arrays.equals(weights.values(), again.values()), weights.size() + " weights");

        tape.backward(next.times(tape.constant(BATCH, size, factors)).sum());
        double[] byState = NdArrays.doubles(z.gradient());
        double[] byWeights = tape.gradient(weights);
        checks.deviation("gradient by the state" + which, FiniteDifferences.deviation(state, byState, x -> loss(field, x, input, size, inputs, factors)),
                GRADIENT_TOLERANCE);
        if (inputs > 0) {
            double[] byInput = NdArrays.doubles(u.gradient());
            checks.deviation("gradient by the input", FiniteDifferences.deviation(input, byInput, x -> loss(field, state, x, size, inputs, factors)),
                    GRADIENT_TOLERANCE);
        }
        double[] at = weights.values().clone();
        checks.deviation("gradient by the weights" + which, FiniteDifferences.deviation(at, byWeights, w -> {
            weights.setAll(w);
            return loss(field, state, input, size, inputs, factors);
        }), GRADIENT_TOLERANCE);
    }

    private VectorField field(Weights weights, Parameters sized) {
        return architecture.create(new Layers(weights, RandomStream.of(seed).child("weights")), sized);
    }

    private void rows(VectorField field, int size, int inputs, double[] state, double[] input, double[] whole, String which) {
        double worst = 0;
        for (int b = 0; b < BATCH; b++) {
            Tape tape = Tape.inference(Precision.DOUBLE);
            Var z = tape.constant(1, size, Arrays.copyOfRange(state, b * size, (b + 1) * size));
            Var u = inputs == 0 ? null : tape.constant(1, inputs, Arrays.copyOfRange(input, b * inputs, (b + 1) * inputs));
            double[] single = field.of(z, u).values();
            for (int i = 0; i < size; i++) {
                worst = Math.max(worst, Math.abs(single[i] - whole[b * size + i]));
            }
        }
        checks.deviation("treats each trial of a batch by itself" + which, worst, 1e-12);
    }

    private static double loss(VectorField field, double[] state, double[] input, int size, int inputs, double[] factors) {
        Tape tape = Tape.inference(Precision.DOUBLE);
        Var next = field.of(tape.constant(BATCH, size, state), inputs == 0 ? null : tape.constant(BATCH, inputs, input));
        double[] values = next.values();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += factors[i] * values[i];
        }
        return sum;
    }
}
