// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.Operators;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;

/** Leaves out eigenvalues that the data do not bear out, those with large residuals. */
public final class CleanSpectrumStep implements Step {

    private static final String LARGEST = "largest";
    private static final String COUNT = "count";

    @Override
    public void check(Parameters parameters) {
        if (parameters.has(LARGEST) == parameters.has(COUNT)) {
            throw NullclineException.invalid("Give either the largest residual to keep or the count of eigenvalues, not "
                    + (parameters.has(COUNT) ? "both." : "neither."));
        }
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        check(parameters);
        Value operator = inputs.one("operator");
        if (!operator.has(Operators.RESIDUALS)) {
            throw NullclineException.input("This operator has no residuals; fit it with the step dmd.");
        }
        Matrix spectrum = Operators.spectrum(operator);
        double[] residuals = NdArrays.doubles(operator.array(Operators.RESIDUALS));
        double[] normalised = NdArrays.doubles(operator.array(Operators.NORMALISED_RESIDUALS));
        double[] by = parameters.text("by").equals("normalised") ? normalised : residuals;
        int[] kept = kept(by, parameters);
        if (kept.length == 0) {
            throw NullclineException.task("No eigenvalue has a residual of at most " + parameters.real(LARGEST) + "; the smallest is "
                    + Arrays.stream(by).min().orElse(Double.NaN) + ".");
        }
        Matrix clean = Matrix.of(Arrays.stream(kept).mapToObj(spectrum::row).toArray(double[][]::new));
        Value result = operator.copy().array(Operators.EIGENVALUES, "", clean.toArray(), "eigenvalue", "part")
                .array(Operators.RESIDUALS, "", chosen(residuals, kept), "eigenvalue").array(Operators.NORMALISED_RESIDUALS, "", chosen(normalised, kept), "eigenvalue")
                .build();
        Scores.Builder scores = new Scores.Builder(List.of("kept", "of", "largestResidual"))
                .row("spectrum", kept.length, by.length, Arrays.stream(kept).mapToDouble(i -> by[i]).max().orElse(Double.NaN));
        return Map.of("operator", result, "scores", scores.build());
    }

    /** Indices of the kept eigenvalues in their order; a conjugate pair has one residual and stays together as far as the count allows. */
    private static int[] kept(double[] by, Parameters parameters) {
        if (parameters.has(LARGEST)) {
            double largest = parameters.real(LARGEST);
            return IntStream.range(0, by.length).filter(i -> by[i] <= largest).toArray();
        }
        return IntStream.range(0, by.length).boxed().sorted((i, j) -> Double.compare(by[i], by[j])).limit(parameters.integer(COUNT)).mapToInt(i -> i).sorted()
                .toArray();
    }

    private static INDArray chosen(double[] all, int[] kept) {
        return NdArrays.of(Arrays.stream(kept).mapToDouble(i -> all[i]).toArray(), kept.length);
    }
}
