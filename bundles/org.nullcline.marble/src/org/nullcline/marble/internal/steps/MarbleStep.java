// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.marble.analysis.ConditionDistances;
import org.nullcline.marble.field.Conditions;
import org.nullcline.marble.field.Conditions.Grouping;
import org.nullcline.marble.geometry.Work;
import org.nullcline.marble.network.Manifold;
import org.nullcline.marble.network.ManifoldSettings;
import org.nullcline.marble.network.ManifoldSettings.Frames;
import org.nullcline.marble.network.MarbleModel;
import org.nullcline.marble.network.MarbleModel.Embedded;
import org.nullcline.marble.network.NetworkSettings;
import org.nullcline.marble.network.TrainingSettings;

/** Trains MARBLE on conditions, embeds them and compares their distributions. */
public final class MarbleStep implements Step {

    private static final long MOST_PLAN_ENTRIES = 20_000_000;

    @Override
    public void check(Parameters parameters) {
        network(parameters);
        training(parameters);
        GeometryParameters.manifold(parameters, parameters.real("spacing"), Frames.GLOBAL);
        if (parameters.text("frames").equals("local") && !parameters.flag("innerProduct")) {
            throw NullclineException.invalid("marble: local frames have no common orientation, so features in them can only be compared through inner"
                    + " products; set innerProduct=true, frames=flow or frames=global.");
        }
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        check(parameters);
        Work work = GeometryParameters.work(context);
        Conditions conditions = Conditions.of(inputs.many("data"), GeometryParameters.choice(Grouping.class, parameters, "conditions"));
        int ambient = conditions.samples().getFirst().points().dimension();
        Frames automatic = parameters.flag("innerProduct") && ambient > 2 ? Frames.LOCAL : Frames.GLOBAL;
        ManifoldSettings geometry = GeometryParameters.manifold(parameters, parameters.real("spacing"), automatic);
        List<Manifold> manifolds = MarbleModel.manifolds(conditions.samples(), geometry, work);
        int clusters = parameters.integer("clusters");
        requireComparable(manifolds, clusters);
        context.progress().note("Training.");
        MarbleModel model = MarbleModel.fit(manifolds, geometry, network(parameters), training(parameters), Optional.of(context.checkpoints()), work);
        context.progress().note("Embedding.");
        List<Embedded> embedded = model.embed(manifolds, work);
        context.progress().note("Comparing conditions.");
        ConditionDistances distances = distances(embedded, clusters, parameters.whole("seed"), work);
        Value.Builder embedding = EmbeddingValues.of(embedded, conditions);
        if (distances.clusters() != null) {
            long[] cluster = Arrays.stream(distances.clusters().assignment()).asLongStream().toArray();
            embedding.array("cluster", "", NdArrays.of(cluster, cluster.length), "point");
        }
        return Map.of("embedding", embedding.build(), "distances", value(distances, embedded), "model", model.toValue(), "scores",
                scores(model, manifolds));
    }

    private static void requireComparable(List<Manifold> manifolds, int clusters) {
        if (clusters == 0) {
            ConditionDistances.requireComparable(manifolds.stream().map(m -> m.sample().name()).toList(),
                    manifolds.stream().mapToInt(Manifold::count).toArray());
        } else if (clusters > manifolds.stream().mapToInt(Manifold::count).sum()) {
            throw NullclineException.invalid("marble: there are fewer points than the " + clusters + " clusters; choose fewer.");
        }
    }

    static NetworkSettings network(Parameters parameters) {
        return new NetworkSettings(parameters.integer("order"), parameters.flag("innerProduct"), parameters.flag("diffusion"),
                parameters.flag("unitVectors"), parameters.flag("positions"), Arrays.stream(parameters.integers("hidden")).boxed().toList(),
                parameters.integer("out"), parameters.real("dropout"), parameters.flag("batchNorm"), parameters.flag("unitSphere"));
    }

    static TrainingSettings training(Parameters parameters) {
        return new TrainingSettings(parameters.integer("epochs"), parameters.integer("batch"), parameters.real("rate"),
                GeometryParameters.choice(TrainingSettings.Method.class, parameters, "optimiser"), parameters.real("momentum"),
                parameters.integer("patience"), parameters.real("factor"), parameters.integer("stopAfter"), parameters.real("trainFraction"),
                parameters.real("validationFraction"), parameters.whole("seed"));
    }

    private static ConditionDistances distances(List<Embedded> embedded, int clusters, long seed, Work work) {
        List<double[][]> points = embedded.stream().map(Embedded::points).toList();
        return clusters == 0 ? ConditionDistances.exact(points, work) : ConditionDistances.ofHistograms(points, clusters, seed, work);
    }

    private static Value value(ConditionDistances distances, List<Embedded> embedded) {
        List<String> names = embedded.stream().map(Embedded::name).toList();
        Value.Builder builder = Distances.builder(distances.matrix(), names, names, "org.nullcline.marble-ot", false);
        if (distances.clusters() != null) {
            builder.array("histograms", "", NdArrays.of(distances.histograms()), "condition", "cluster")
                    .array("centroids", "", NdArrays.of(distances.clusters().centroids()), "cluster", "dimension");
            int k = distances.clusters().centroids().length;
            int pairs = distances.plans().size();
            if (pairs > 0 && (long) pairs * k * k <= MOST_PLAN_ENTRIES) {
                double[] plans = new double[pairs * k * k];
                for (int p = 0; p < pairs; p++) {
                    Matrix plan = distances.plans().get(p);
                    System.arraycopy(plan.data(), 0, plans, p * k * k, k * k);
                }
                builder.array("plans", "", NdArrays.of(plans, pairs, k, k), "pair", "cluster", "cluster");
            }
        }
        return builder.build();
    }

    private static Value scores(MarbleModel model, List<Manifold> manifolds) {
        double best = model.validationLosses()[model.bestEpoch() - 1];
        return new Scores.Builder(List.of("test loss", "validation loss", "best epoch", "epochs", "points", "dimension", "diffusion time"))
                .row("MARBLE", model.testLoss(), best, model.bestEpoch(), model.trainLosses().length,
                        manifolds.stream().mapToInt(Manifold::count).sum(), model.dimension(), model.diffusionTime())
                .note("The contrastive loss at chance is 2 log 2 = 1.386.").build();
    }
}
