// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.marble.field.Conditions;
import org.nullcline.marble.geometry.GeodesicNeighbourhoods.Ties;
import org.nullcline.marble.geometry.GraphRule;
import org.nullcline.marble.geometry.PointCloud;
import org.nullcline.marble.geometry.Work;
import org.nullcline.marble.network.ManifoldSettings;
import org.nullcline.marble.network.ManifoldSettings.Frames;
import org.nullcline.marble.network.ManifoldSettings.Parts;

/** What the steps on geometry have in common: their inputs and parameters. */
final class GeometryParameters {

    private GeometryParameters() {
    }

    static Work work(StepContext context) {
        return new Work(Math.max(1, context.threads()), context.progress());
    }

    /** The points at a port that takes matrices, recordings, trajectories and embeddings. */
    static PointCloud points(StepInputs inputs, String port) {
        Value value = inputs.one(port);
        String label = inputs.many(port).getFirst().label();
        return switch (value.kind()) {
            case Kinds.EMBEDDING -> PointCloud.of(label, value.array(Embedding.POINTS));
            case Kinds.MATRIX -> PointCloud.of(label, value.array(value.arrays().keySet().stream().findFirst()
                    .orElseThrow(() -> NullclineException.input("'" + label + "' holds no array of points."))));
            default -> PointCloud.of(label, Conditions.states(value).data().all());
        };
    }

    static GraphRule rule(Parameters parameters) {
        return GraphRule.of(parameters.text("graph"), parameters.integer("k"), parameters.real("delta"));
    }

    static <E extends Enum<E>> E choice(Class<E> type, Parameters parameters, String name) {
        return Enum.valueOf(type, parameters.text(name).toUpperCase(Locale.ROOT));
    }

    static Parts parts(Parameters parameters) {
        return choice(Parts.class, parameters, "components");
    }

    /** The settings of a manifold; {@code automatic} are the frames that the choice auto means here. */
    static ManifoldSettings manifold(Parameters parameters, double spacing, Frames automatic) {
        Frames frames = parameters.text("frames").equals("auto") ? automatic : choice(Frames.class, parameters, "frames");
        return new ManifoldSettings(rule(parameters), parameters.integer("k"), spacing, parts(parameters), frames, parameters.real("geodesicFactor"),
                parameters.real("explainedVariance"), choice(Ties.class, parameters, "ties"));
    }
}
