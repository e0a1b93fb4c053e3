// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.GroupNames;
import org.nullcline.comparison.matrix.Dissimilarities;
import org.nullcline.comparison.matrix.Scaling;

/** Places things in the plane (or in more dimensions) so that their distances resemble the given ones. */
public final class MdsStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Dissimilarities dissimilarities = Dissimilarities.of(Distances.of(inputs.one("distances")));
        int dimensions = parameters.integer("dimensions");
        context.progress().check();
        Scaling scaling = parameters.text("method").equals("classical") ? Scaling.classical(dissimilarities, dimensions)
                : Scaling.majorised(dissimilarities, dimensions, context.progress());
        String how = parameters.text("groups");
        GroupNames groups = how.isBlank() ? null : GroupNames.read(dissimilarities.names(), how);
        long[] condition = groups == null ? LongStream.range(0, dissimilarities.size()).toArray() : Arrays.stream(groups.of()).asLongStream().toArray();
        Value embedding = Embedding.builder(scaling.points().toArray(), condition, groups == null ? dissimilarities.names() : groups.names())
                .attribute("stress", scaling.stress()).build();
        Value scores = new Scores.Builder(List.of("stress", "iterations")).row(parameters.text("method"), scaling.stress(), scaling.iterations()).build();
        return Map.of("embedding", embedding, "scores", scores);
    }
}
