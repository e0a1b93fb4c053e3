// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.Locale;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.Trees;
import org.nullcline.comparison.matrix.Dendrogram;
import org.nullcline.comparison.matrix.Dendrogram.Linkage;
import org.nullcline.comparison.matrix.Dissimilarities;

/** Merges things into a tree of clusters. */
public final class ClusterStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Dissimilarities dissimilarities = Dissimilarities.of(Distances.of(inputs.one("distances")));
        context.progress().check();
        Dendrogram tree = Dendrogram.of(dissimilarities, Linkage.valueOf(parameters.text("linkage").toUpperCase(Locale.ROOT)));
        return Map.of("tree", Trees.of(tree, dissimilarities.names(), parameters.integer("clusters")));
    }
}
