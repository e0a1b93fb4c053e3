// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.marble.analysis.ParameterOrder;

/** Scores how well distances between conditions follow the number in their names. */
public final class ParameterOrderStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Distances distances = Distances.of(inputs.one("distances"));
        if (!distances.rows().equals(distances.columns()) || distances.similarity()) {
            throw NullclineException.input("The order of conditions needs distances of all pairs of one group, not similarities or two groups.");
        }
        ParameterOrder order = ParameterOrder.of(distances.matrix(), ParameterOrder.numbersIn(distances.rows()), optional(parameters, "period"),
                optional(parameters, "critical"), parameters.real("window"));
        return Map.of("scores", new Scores.Builder(List.of("Spearman", "Spearman within sides", "across / within", "critical step / median", "critical step at",
                "conditions")).row("order", order.spearman(), order.withinSides(), order.acrossRatio(), order.criticalStep(), order.criticalAt(),
                        distances.rows().size())
                .note("Spearman: rank correlation of distances with differences of the parameter. Across / within: distances of pairs on different sides"
                        + " of the critical value against pairs on one side that differ as much. Critical step: the largest distance of consecutive"
                        + " conditions near the critical value against the median of such distances.").build());
    }

    private static OptionalDouble optional(Parameters parameters, String name) {
        return parameters.has(name) ? OptionalDouble.of(parameters.real(name)) : OptionalDouble.empty();
    }
}
