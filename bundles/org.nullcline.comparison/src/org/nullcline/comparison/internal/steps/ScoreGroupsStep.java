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
import org.nullcline.comparison.internal.values.GroupNames;
import org.nullcline.comparison.matrix.Dissimilarities;
import org.nullcline.comparison.matrix.Groups;
import org.nullcline.compute.random.RandomStream;

/** Tells how well distances separate groups: silhouette, nearest neighbours, and a permutation test. */
public final class ScoreGroupsStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Dissimilarities dissimilarities = Dissimilarities.of(Distances.of(inputs.one("distances")));
        GroupNames groups = GroupNames.read(dissimilarities.names(), parameters.text("groups"));
        if (groups.names().size() < 2 || groups.names().size() == dissimilarities.size()) {
            throw NullclineException.invalid("The parameter 'groups' puts " + dissimilarities.size() + " things into " + groups.names().size()
                    + " groups; it needs at least two groups, and one of them with several members.");
        }
        double[][] d = dissimilarities.values();
        int[] of = groups.of();
        double[] means = Groups.means(d, of);
        double p = Groups.permutationP(d, of, parameters.integer("permutations"), RandomStream.of(context.seed()), context.progress());
        Scores.Builder scores = new Scores.Builder(List.of("silhouette", "nearestNeighbourAccuracy", "pseudoF", "p", "within", "between"));
        scores.row("all", Groups.silhouette(d, of), Groups.nearestNeighbourAccuracy(d, of, parameters.integer("k")), Groups.pseudoF(d, of), p, means[0],
                means[1]);
        double[] silhouettes = Groups.silhouettes(d, of);
        for (int g = 0; g < groups.names().size(); g++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < of.length; i++) {
                if (of[i] == g) {
                    sum += silhouettes[i];
                    count++;
                }
            }
            scores.row(groups.names().get(g), sum / count, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return Map.of("scores", scores.note("Groups: " + String.join(", ", groups.names()) + ".").build());
    }
}
