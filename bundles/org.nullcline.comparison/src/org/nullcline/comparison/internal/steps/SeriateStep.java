// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.matrix.Dissimilarities;
import org.nullcline.comparison.matrix.Seriation;
import org.nullcline.compute.array.NdArrays;

/** The same matrix with its rows and columns in an order that puts close things side by side. */
public final class SeriateStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Distances distances = Distances.of(inputs.one("distances"));
        context.progress().check();
        int[] order = Seriation.order(Dissimilarities.of(distances), context.progress());
        List<String> names = Arrays.stream(order).mapToObj(distances.rows()::get).toList();
        Value.Builder result = distances.value().copy().attribute(Distances.ROWS, names).attribute(Distances.COLUMNS, names);
        for (NamedArray array : distances.value().arrays().values()) {
            if (array.axes().size() == 2 && array.size(0) == order.length && array.size(1) == order.length) {
                double[][] from = NdArrays.rows(array.data().all());
                double[][] to = new double[order.length][order.length];
                for (int i = 0; i < order.length; i++) {
                    for (int j = 0; j < order.length; j++) {
                        to[i][j] = from[order[i]][order[j]];
                    }
                }
                result.array(array.name(), array.unit(), NdArrays.of(to), "row", "column");
            }
        }
        return Map.of("distances", result.build());
    }
}
