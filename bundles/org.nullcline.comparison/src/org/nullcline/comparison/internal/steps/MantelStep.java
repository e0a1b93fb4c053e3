// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

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
import org.nullcline.comparison.matrix.Dissimilarities;
import org.nullcline.comparison.matrix.Mantel;
import org.nullcline.comparison.similarity.Correlation;
import org.nullcline.compute.random.RandomStream;

/** Whether two matrices of distances between the same things go together. */
public final class MantelStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Dissimilarities first = Dissimilarities.of(Distances.of(inputs.one("first")));
        Dissimilarities second = Dissimilarities.of(Distances.of(inputs.one("second")));
        if (first.size() != second.size()) {
            throw NullclineException.input("The two matrices compare " + first.size() + " and " + second.size() + " things; Mantel's test needs the same ones.");
        }
        Mantel mantel = Mantel.test(first.values(), second.values(), Correlation.valueOf(parameters.text("correlation").toUpperCase(Locale.ROOT)),
                parameters.integer("permutations"), RandomStream.of(context.seed()), context.progress());
        return Map.of("scores", new Scores.Builder(List.of("correlation", "p")).row("mantel", mantel.correlation(), mantel.p()).build());
    }
}
