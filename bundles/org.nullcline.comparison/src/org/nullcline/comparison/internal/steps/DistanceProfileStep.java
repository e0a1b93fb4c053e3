// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.matrix.Dissimilarities;
import org.nullcline.comparison.similarity.Correlation;

/** How distances grow along an ordered series of things. */
public final class DistanceProfileStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Dissimilarities dissimilarities = Dissimilarities.of(Distances.of(inputs.one("distances")));
        double[][] d = dissimilarities.values();
        int n = d.length;
        if (n < 3) {
            throw NullclineException.invalid("A profile needs at least three things in their order, not " + n + ".");
        }
        double[] order = new double[n - 1];
        double[] fromFirst = new double[n - 1];
        double total = 0;
        double largest = 0;
        int at = 1;
        for (int i = 1; i < n; i++) {
            order[i - 1] = i;
            fromFirst[i - 1] = d[0][i];
            total += d[i - 1][i];
            if (d[i - 1][i] > largest) {
                largest = d[i - 1][i];
                at = i;
            }
        }
        double farthest = 0;
        for (double distance : fromFirst) {
            farthest = Math.max(farthest, distance);
        }
        double share = total > 0 ? largest / total : Double.NaN;
        Scores.Builder scores = new Scores.Builder(List.of("Spearman", "last", "farthest", "largest step", "largest step / mean step", "largest step at"));
        scores.row("profile", Correlation.SPEARMAN.of(order, fromFirst), d[0][n - 1], farthest, largest, share * (n - 1), at);
        List<String> names = dissimilarities.names();
        return Map.of("scores", scores.note("Distances from " + names.getFirst() + "; Spearman: their rank correlation with the order. The largest step lies between "
                + names.get(at - 1) + " and " + names.get(at) + ".").build());
    }
}
