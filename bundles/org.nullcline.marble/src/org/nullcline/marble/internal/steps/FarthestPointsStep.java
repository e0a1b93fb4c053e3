// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Arrays;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.geometry.FarthestPoints;
import org.nullcline.marble.geometry.PointCloud;

/** Thins points by farthest-point sampling. */
public final class FarthestPointsStep implements Step {

    /** Kind of the result: arrays {@code points} (chosen point × dimension), {@code indices}, {@code radii}, in the order of their choice. */
    public static final String KIND = "farthest-points";

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        PointCloud points = GeometryParameters.points(inputs, "points");
        FarthestPoints sample = FarthestPoints.sample(points, parameters.real("spacing"), parameters.integer("start"), GeometryParameters.work(context));
        int n = sample.indices().length;
        long[] indices = Arrays.stream(sample.indices()).asLongStream().toArray();
        context.progress().note("Kept " + n + " of " + points.count() + " points.");
        return Map.of("sample", Value.of(KIND).array("points", "", points.subset(sample.indices()).toArray(), "point", "dimension")
                .array("indices", "", NdArrays.of(indices, n), "point").array("radii", "", NdArrays.of(sample.radii(), n), "point")
                .attribute("diameter", sample.diameter()).build());
    }
}
