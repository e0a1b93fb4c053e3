// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;

/** Compares a matrix of distances, divided by its largest entry, with what others found. */
public final class ReferenceDistancesStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Distances distances = Distances.of(inputs.one("distances"));
        double[][] matrix = distances.matrix();
        int n = matrix.length;
        double[] reference = parameters.reals("reference");
        int pairs = n * (n - 1) / 2;
        if (!distances.rows().equals(distances.columns()) || pairs == 0) {
            throw NullclineException.input("Reference distances are compared with distances of all pairs of one group of at least two.");
        }
        if (reference.length != 0 && reference.length != pairs) {
            throw NullclineException.invalid("The reference has " + reference.length + " distances but " + n + " conditions have " + pairs
                    + " pairs; give them in the order (1, 2), (1, 3) … (2, 3) …, or none.");
        }
        double largest = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).max().orElse(0);
        if (!(largest > 0)) {
            throw NullclineException.task("All conditions have distance 0, so there is no largest distance to divide by.");
        }
        Scores.Builder scores = new Scores.Builder(List.of("normalised distance", "reference", "deviation"));
        double worst = 0;
        int pair = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++, pair++) {
                double found = matrix[i][j] / largest;
                double expected = reference.length == 0 ? Double.NaN : reference[pair];
                scores.row(distances.rows().get(i) + " – " + distances.rows().get(j), found, expected, Math.abs(found - expected));
                worst = Math.max(worst, reference.length == 0 ? 0 : Math.abs(found - expected));
            }
        }
        return Map.of("scores", scores.note("Distances are divided by the largest." + (reference.length == 0 ? ""
                : " The largest deviation from the reference is " + String.format(Locale.ROOT, "%.3f", worst) + ".")).build());
    }
}
